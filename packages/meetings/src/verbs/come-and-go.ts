import { FreeText, keepers, refTo, Refusal } from "@remit/kernel";
import { AttendanceStatus } from "../attendance.ts";
import { Clock } from "../meeting.ts";
import { assertSitting } from "../part.ts";
import { attendanceVerb } from "../part-verb.ts";
import { assertAttending, isOpen, spanOf } from "../presence.ts";

const moment = {
  item: refTo("Item").optional().describe("The id of the item at which it was."),
  at: FreeText.pipe(Clock)
    .optional()
    .describe("The time on the wall at which it was, such as 10:20."),
};
const told = ["sitting", "listed", "items", "spoke"] as const;
const refused = [
  "INV-M12",
  "INV-M4",
  "INV-M5",
  "MINUTES_CIRCULATED",
  "NOT_SITTING",
  "OTHER_MEETING",
  "TIME_MISSING",
] as const;

/** Somebody comes late, or comes back. */
export const recordArrival = attendanceVerb("arrive", {
  says: "Records that somebody arrived while the meeting was going on, or came back to it.",
  mutation: "recordArrival",
  from: AttendanceStatus.options,
  to: "present",
  by: keepers,
  guard: ({ status, name }) =>
    status === "apologies"
      ? new Refusal("INV-M5", `${name} is recorded with apologies: correct their attendance first.`)
      : null,
  input: moment,
  needs: told,
  refuses: refused,
  step: (before, { item, at, sitting, listed, items, spoke, on }) => {
    assertSitting(sitting, on);
    const { presence = [] } = before;
    const last = presence.at(-1);
    if (last !== undefined && isOpen(last)) {
      const message = `${before.name} is there already: record first that they left.`;
      throw new Refusal("INV-M12", message, { path: ["at"] });
    }
    const span = spanOf({ fromItem: item, arrivedAt: at }, sitting, []);
    const facts = {
      status: "present" as const,
      statusBasis: before.status === "present" ? before.statusBasis : ("edited" as const),
      presence: [...presence, span],
    };
    assertAttending({ ...before, ...facts }, { sitting, listed, items, spoke });
    return facts;
  },
});

/** Somebody leaves before the end. */
export const recordDeparture = attendanceVerb("depart", {
  says: "Records that somebody left before the meeting ended, for good or for a while.",
  mutation: "recordDeparture",
  from: AttendanceStatus.options,
  to: "same",
  by: keepers,
  guard: ({ status, name }) =>
    status === "present"
      ? null
      : new Refusal(
          "INV-M5",
          `${name} is not recorded as present: record first that they arrived.`,
        ),
  input: moment,
  needs: told,
  refuses: refused,
  step: (before, { item, at, sitting, listed, items, spoke, on }) => {
    assertSitting(sitting, on);
    const { presence = [] } = before;
    const last = presence.at(-1);
    if (last !== undefined && !isOpen(last)) {
      const message = `${before.name} has left already: record first that they came back.`;
      throw new Refusal("INV-M12", message, { path: ["at"] });
    }
    const end = spanOf({ toItem: item, leftAt: at }, sitting, []);
    const left = { toItem: end.toItem, leftAt: end.leftAt };
    const facts = { presence: [...presence.slice(0, -1), { ...(last ?? end), ...left }] };
    assertAttending({ ...before, ...facts }, { sitting, listed, items, spoke });
    return facts;
  },
});
