import {
  type Builder,
  type Command,
  type Composed,
  defineCommands,
  defineOwnFields,
  moveType,
  readableJson,
} from "@remit/graphql";
import { sql } from "kysely";
import { defineAttendance } from "./graphql/attendance.ts";
import { defineCourse } from "./graphql/course.ts";
import { defineFindings } from "./graphql/finding.ts";
import { defineItems } from "./graphql/item.ts";
import { defineMeeting } from "./graphql/meeting.ts";
import { defineMinutes } from "./graphql/minutes.ts";
import { definePartHistory } from "./graphql/part.ts";
import { type MeetingOptions, verbsOfMeetings } from "./options.ts";
import { defineChairs, definePresence } from "./graphql/presence.ts";
import { defineRegister } from "./graphql/register.ts";
import { defineUndertakings } from "./graphql/undertaking.ts";
import type { PartName, Ports } from "./store.ts";

/** The types of meetings and of everything that their minutes hold. Links to other packages are the gateway's. */
export function defineMeetings(
  builder: Builder,
  composed: Composed,
  commands: Readonly<Record<PartName, readonly Command[]>>,
  { ports, ...options }: MeetingOptions & { readonly ports: Ports },
) {
  const meeting = defineMeeting(builder);
  const MoveNow = moveType(
    builder,
    "MeetingMoveNow",
    "Whether you may do something to a meeting, or to a part of its record, now.",
  );
  const parts = {
    ...meeting,
    ...defineMinutes(builder, meeting.Meeting, MoveNow, composed),
    ...defineAttendance(builder, meeting.Meeting),
    ...defineItems(builder, meeting.Meeting),
  };
  const types = {
    ...parts,
    ...defineRegister(builder, parts, MoveNow, composed),
    ...defineUndertakings(builder, parts, MoveNow, composed),
  };
  definePresence(builder, types);
  defineChairs(builder, types);
  defineFindings(builder, types);
  const { directory } = composed;
  const meetingFields = options.fields ?? {};
  const doing = { MoveNow, verbs: verbsOfMeetings(options), around: ports };
  defineCourse(builder, meeting.Meeting, doing, composed);
  defineOwnFields(
    builder,
    types.Meeting,
    meetingFields,
    (...row) => sql`${readableJson("course")(...row)} -> 'own'`,
  );
  definePartHistory(builder, types, composed);
  defineCommands(builder, types.Meeting, commands.Meeting, directory);
  defineCommands(builder, types.Minutes, commands.Minutes, directory);
  defineCommands(builder, types.Item, commands.Item, directory);
  defineCommands(builder, types.Paper, commands.Paper, directory);
  defineCommands(builder, types.Attendance, commands.Attendance, directory);
  defineCommands(builder, types.MeetingRole, commands.MeetingRole, directory);
  defineCommands(builder, types.Contribution, commands.Contribution, directory);
  defineCommands(builder, types.Decision, commands.Decision, directory);
  defineCommands(builder, types.RegisteredDecision, commands.RegisteredDecision, directory);
  defineCommands(builder, types.Undertaking, commands.Undertaking, directory);
  return { ...types, meetingFields };
}

/** The types that `defineMeetings` gives, for whoever links them to others. */
export type MeetingTypes = ReturnType<typeof defineMeetings>;
