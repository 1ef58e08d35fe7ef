import type { Ref } from "@remit/kernel";
import { type Action, refOf } from "./action.ts";

/** What to tell somebody who does something all the same. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly about: Ref;
}

/** What is said of an action that does not wait for another. */
export const warningOf = (
  { reference }: Pick<Action, "reference">,
  other: Pick<Action, "id" | "reference" | "status">,
): Warning => ({
  code: "INV-A12",
  message: `${reference} waits for ${other.reference}, which is ${other.status}.`,
  about: refOf(other),
});
