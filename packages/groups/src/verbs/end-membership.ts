import { keepers, lastDay, Note, PartialDate } from "@remit/kernel";
import { assertTerm } from "../fitting.ts";
import { membershipVerb } from "../verb.ts";
import { assertGoesOn } from "./change-role.ts";

/** INV-G3: a membership ends, and nothing that was recorded before changes. */
export const endMembership = membershipVerb("endMembership", {
  says: "Ends a membership; what the person did before stays in the record.",
  mutation: "endMembership",
  by: keepers,
  input: {
    to: PartialDate.optional().describe(
      "The last day, month or year of the membership; the day on which it is said if left out.",
    ),
    reason: Note.optional().describe("The reason for which the membership ends."),
  },
  refuses: ["NOT_A_MEMBER", "TERM_REVERSED"],
  step: (before, { to, reason = null, on }) => {
    const last = to ?? on;
    assertGoesOn(before, lastDay(last) < on ? lastDay(last) : on);
    assertTerm({ ...before, to: last });
    return { to: last, endReason: reason, assertion: { basis: "edited" } };
  },
});
