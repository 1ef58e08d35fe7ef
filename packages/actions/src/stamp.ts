import { AgentRef, Day, Ref, Refusal } from "@remit/kernel";
import * as z from "zod";

/** Words as they were written or said. */
export const Words = z.string().min(1);

/** Who said or did something, and on what day of the group's calendar. */
export const Stamp = z.object({
  by: AgentRef.describe("Whoever said or did so, under the name of that day."),
  on: Day.describe("The day on which it happened."),
});
export type Stamp = Readonly<z.input<typeof Stamp>>;

/** The facts of a verb that needs a reason, with the meeting that agreed it, if one did. */
export const Reasoned = Stamp.extend({
  reason: z.string().describe("The reason that was given."),
  agreedIn: Ref.nullable()
    .default(null)
    .describe("The meeting that agreed it; null where none did."),
});
export type Reasoned = Readonly<z.input<typeof Reasoned>>;

/** The same as it is recorded: never without words. */
export const Reason = Reasoned.extend({ reason: Words.describe("The reason that was given.") });

/** Refuses a reason of no words. */
export function assertReason(reason: string, code = "REASON_MISSING"): void {
  if (reason.trim() !== "") return;
  const message = "Give the reason: whoever reads the record later needs it.";
  throw new Refusal(code, message, { path: ["reason"] });
}
