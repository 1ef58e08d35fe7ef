import { type Day, FreeText, keepers, Refusal } from "@remit/kernel";
import * as z from "zod";
import { Clock, type Meeting, type Moment } from "../meeting.ts";
import { dayRefusal } from "../part.ts";
import { meetingVerb } from "../verb.ts";

/** Nothing is done at a meeting before its day. */
const notBefore = (meeting: Meeting, { on }: { readonly on?: Day }) =>
  on === undefined ? null : dayRefusal(meeting, on);

const at = FreeText.pipe(Clock).optional();

/** A meeting begins. */
export const open = meetingVerb("open", {
  says: "Opens a meeting: its record is kept from now on.",
  from: ["scheduled"],
  to: "in-session",
  by: keepers,
  guard: notBefore,
  input: { at: at.describe("The time on the wall at which it was opened, such as 10:05.") },
  step: (_, { at: clock = null, by, on }) => ({ opened: { by, on, at: clock } }),
});

/** A meeting is over, or was held without having been opened here. */
export const end = meetingVerb("end", {
  says: "Records that a meeting was held and is over, whether or not it was opened here.",
  from: ["in-session", "scheduled"],
  to: "held",
  by: keepers,
  guard: notBefore,
  input: {
    at: at.describe("The time on the wall at which it ended, such as 12:30."),
    attendanceNotStated: z
      .boolean()
      .optional()
      .describe("True: it is not recorded who attended, on purpose."),
  },
  needs: ["present"],
  refuses: ["ATTENDANCE_MISSING", "END_BEFORE_OPENING"],
  asks: (_, __, { present }) => (present === 0 ? ["attendanceNotStated"] : []),
  step: (meeting, { at: clock = null, attendanceNotStated = false, present, by, on }) => {
    if (present === 0 && !attendanceNotStated) {
      const message =
        "Nobody is recorded as present: record who attended, or say with attendanceNotStated that it is not stated.";
      throw new Refusal("ATTENDANCE_MISSING", message, { path: ["attendanceNotStated"] });
    }
    const opened = meeting.status === "in-session" ? meeting.opened : null;
    const ended = { by, on, at: clock };
    assertAfter(opened, ended);
    return { opened, ended, attendanceNotStated: present === 0, reopenings: [] };
  },
});

/** Refuses with `END_BEFORE_OPENING` an end that would come before the meeting was opened. */
function assertAfter(opened: Moment | null, ended: Moment): void {
  if (opened === null || opened.on > ended.on) return;
  if (opened.on < ended.on || opened.at === null || ended.at === null || opened.at <= ended.at)
    return;
  const message = `The meeting was opened at ${opened.at}: give a later time for its end.`;
  throw new Refusal("END_BEFORE_OPENING", message, { path: ["at"] });
}
