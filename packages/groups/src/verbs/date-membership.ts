import { keepers, PartialDate } from "@remit/kernel";
import { assertFits } from "../fitting.ts";
import { membershipVerb } from "../verb.ts";

/** Says when a membership began and ended, where nobody had said so or what was said is wrong. */
export const dateMembership = membershipVerb("dateMembership", {
  says: "Says when a membership began or ends; what is left out stays as it is.",
  mutation: "dateMembership",
  by: keepers,
  input: {
    from: PartialDate.optional().describe("The day, month or year in which the membership began."),
    to: PartialDate.optional().describe("The day, month or year in which the membership ended."),
  },
  needs: ["held"],
  refuses: ["INV-G1", "INV-G2", "SEAT_TAKEN", "TERM_REVERSED"],
  step: (before, { from = before.from, to = before.to, held }) => {
    if (from === before.from && to === before.to) return null;
    const facts = { from, to, assertion: { basis: "edited" } as const };
    assertFits({ ...before, ...facts }, held);
    return facts;
  },
});
