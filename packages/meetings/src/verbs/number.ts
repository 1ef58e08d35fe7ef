import { keepers, Note, Refusal } from "@remit/kernel";
import * as z from "zod";
import type { Meeting } from "../meeting.ts";
import { type Beside, meetingVerb } from "../verb.ts";

/** When a meeting began, as those of a group come one after the other. */
const momentOf = ({ heldOn, local, id }: Pick<Beside, "heldOn" | "id" | "local">) =>
  [heldOn, local ?? "", id].join(" ");

const wasHeld = ({ status }: Beside) =>
  status === "in-session" || status === "held" || status === "closed";

/** INV-M1: a meeting is given its number among those of its group. */
export const number = meetingVerb("number", {
  says: "Gives a meeting that was held its number among those of its group, and says why where that is not the next one.",
  from: ["in-session", "held"],
  to: "same",
  by: keepers,
  input: {
    ordinal: z.int().min(1).max(100_000).describe("The number of the meeting, from 1."),
    reason: Note.max(2_000)
      .optional()
      .describe("The reason for which it is not the number after that of the meeting before."),
  },
  needs: ["others"],
  refuses: ["INV-M1"],
  step: (meeting, { ordinal, reason, others, by, on }) => {
    const held = others
      .filter(wasHeld)
      .toSorted((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1));
    const own = momentOf({ ...meeting, local: meeting.starts?.local ?? null });
    const earlier = held.filter((each) => momentOf(each) < own);
    assertBetween(
      ordinal,
      earlier,
      held.filter((each) => momentOf(each) > own),
    );
    const next = nextAfter(earlier);
    if (next !== null && next !== ordinal && reason === undefined) {
      const message = `The next number would be ${next}: give that, or say with reason why it is ${ordinal}.`;
      throw new Refusal("INV-M1", message, { path: ["reason"], params: { next } });
    }
    const numbered: Meeting["numbered"] = { by, on, reason: reason ?? null };
    return { ordinal, ordinalBasis: "edited", numbered };
  },
});

/** The number that follows, where one is known before; meetings between that have none count, too. */
function nextAfter(earlier: readonly Beside[]): number | null {
  const last = earlier.findLastIndex(({ ordinal }) => ordinal !== null);
  const before = earlier[last]?.ordinal ?? null;
  return before === null ? null : before + (earlier.length - last);
}

/** Refuses a number that another meeting has, or that would not grow from meeting to meeting. */
function assertBetween(
  ordinal: number,
  earlier: readonly Beside[],
  later: readonly Beside[],
): void {
  const wrong =
    earlier.find((each) => each.ordinal !== null && each.ordinal >= ordinal) ??
    later.find((each) => each.ordinal !== null && each.ordinal <= ordinal);
  if (wrong === undefined) return;
  const message = `The meeting of ${wrong.heldOn} has the number ${wrong.ordinal}: numbers grow from one meeting to the next, and none is given twice.`;
  throw new Refusal("INV-M1", message, { path: ["ordinal"] });
}
