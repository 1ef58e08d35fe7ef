import { assertHeld, FreeText, type Id, type Pointed, refTo } from "@remit/kernel";
import type { Reasoned, Stamp } from "./stamp.ts";

/** The input of a verb that needs a reason. */
export const reason = {
  reason: FreeText.describe("The reason for it: whoever reads the record later needs one."),
  agreedIn: refTo("Meeting")
    .optional()
    .describe("The id of the meeting that agreed it, if one did."),
};

interface Told extends Stamp {
  readonly reason: string;
  readonly agreedIn?: Pointed | null | undefined;
}

/** What was told of a reason, as it is recorded. Refuses a meeting of another group, or of a later day. */
export function reasonOf({ by, on, reason: why, agreedIn = null }: Told, group: Id): Reasoned {
  if (agreedIn !== null) assertHeld(agreedIn, group, ["agreedIn"], on);
  return { by, on, reason: why, agreedIn };
}
