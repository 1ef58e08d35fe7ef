import { canonicalJson, keepers, Refusal } from "@remit/kernel";
import { BaselineInput, CitationInput, PeriodInput, reason, SpecInput } from "../input.ts";
import { effectOf } from "../revision.ts";
import { targetVerb } from "../verb.ts";

/** What it asked before stays, with the reason (INV-C19). */
export const reviseTarget = targetVerb("revise", {
  says: "Changes what a target asks, by when, or from where; what it asked before stays.",
  from: ["proposed", "set"],
  to: "set",
  by: keepers,
  input: {
    asks: SpecInput.optional().describe("What the target asks from now on."),
    within: PeriodInput.optional().describe("The time within which it is to be reached now."),
    baseline: BaselineInput.optional().describe(
      "The value from which the target starts, as is said now.",
    ),
    source: CitationInput.optional().describe("The publication that changes the target."),
    ...reason,
  },
  refuses: ["NOTHING_CHANGES"],
  step: (target, { asks, within, baseline, source = null, reason, by, on }) => {
    const was = { spec: target.spec, by: target.by, baseline: target.baseline };
    const is = {
      spec: asks ?? was.spec,
      by: within ?? was.by,
      baseline: baseline ?? was.baseline,
    };
    if (canonicalJson(was) === canonicalJson(is)) {
      const message = "This is what the target asks already. Say what is to change.";
      throw new Refusal("NOTHING_CHANGES", message, { path: ["asks"] });
    }
    const { measure } = target;
    const effect = effectOf({ ...was, measure }, { ...is, measure });
    return { ...is, revisions: [...target.revisions, { was, effect, by, on, reason, source }] };
  },
});
