import { keepers, Refusal } from "@remit/kernel";
import { reason } from "../input.ts";
import { isMet, type Measured } from "../progress.ts";
import { targetVerb } from "../verb.ts";
import { ended } from "../within.ts";

/** INV-C26: a target that is a number is met by a figure, and by nobody's word. */
export const meetTarget = targetVerb("meet", {
  says: "Records that a target was reached; one that is a number needs a figure that shows it.",
  from: ["set"],
  to: "met",
  by: keepers,
  guard: (_, { measured }) => {
    if (measured === undefined || isShown(measured)) return null;
    const message =
      "No figure shows that the target was reached: record the figure first, or revise the target.";
    return new Refusal("INV-C26", message);
  },
  input: reason,
  needs: ["measured"],
  refuses: ["INV-C26"],
  step: (_, said) => ended(said),
});

function isShown(measured: Measured): boolean {
  const met = isMet(measured);
  return typeof met === "boolean" ? met : met.reason === "NOT_QUANTIFIED";
}

/** The time is over, and it was not reached. */
export const missTarget = targetVerb("miss", {
  says: "Records that a target was not reached in its time.",
  from: ["set"],
  to: "missed",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
