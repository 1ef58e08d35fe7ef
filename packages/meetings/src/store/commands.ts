import { type Command, commandsOf } from "@remit/database";
import { meetingVerbs, schedule } from "../verbs.ts";
import { meetingKeeping, type MeetingPorts } from "./meeting.ts";

/** Every verb of meetings, as it is done on a database. */
export const meetingCommands = (ports: MeetingPorts): readonly Command[] =>
  commandsOf({
    makers: [schedule],
    verbs: Object.values(meetingVerbs),
    keeping: meetingKeeping(ports),
  });
