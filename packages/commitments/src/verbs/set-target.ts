import { keepers, Note, refTo, Wording } from "@remit/kernel";
import * as z from "zod";
import { BaselineInput, CitationInput, noPeriod, PeriodInput, SpecInput } from "../input.ts";
import { Measure } from "../measure.ts";
import { targetMaker } from "../verb.ts";
import { assertSameMission, begunIn } from "../within.ts";

/** A new target of a commitment. */
export const setTarget = targetMaker("set", {
  says: "Sets a target by which a commitment is measured.",
  by: keepers,
  within: "commitment",
  input: {
    commitment: refTo("Commitment").describe("The id of the commitment that it measures."),
    statement: Note.describe("The target in a sentence."),
    wording: Wording.describe("Whether the statement is its source's own or a summary."),
    asks: SpecInput.describe("What the target asks, no more exactly than its source."),
    measure: Measure.optional().describe(
      "What sort of number it is; as its unit says if left out.",
    ),
    within: PeriodInput.optional().describe("The time within which it is to be reached."),
    baseline: BaselineInput.optional().describe(
      "The value from which the target starts; not stated if left out.",
    ),
    indicator: refTo("Indicator").optional().describe("The id of the indicator that measures it."),
    source: CitationInput.describe("The publication that sets the target."),
    proposed: z
      .boolean()
      .optional()
      .describe("True: somebody proposes the target, and nobody has set it."),
  },
  needs: ["newId", "place"],
  refuses: ["OTHER_MISSION"],
  step: (said) => {
    const { commitment, statement, wording, asks, source, place } = said;
    const { measure = null, within: by, baseline, indicator = null } = said;
    assertSameMission(commitment, indicator, ["indicator"]);
    return {
      ...begunIn(commitment, said),
      commitment: commitment.id,
      position: place.position,
      statement,
      wording,
      spec: asks,
      measure,
      by: by ?? noPeriod,
      baseline: baseline ?? { kind: "not-stated" },
      indicator: indicator?.id ?? null,
      source,
      revisions: [],
      status: said.proposed === true ? "proposed" : "set",
    };
  },
});
