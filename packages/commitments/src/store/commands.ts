import { type Command, commandsOf } from "@remit/database";
import {
  assess,
  assessmentVerbs,
  commitmentVerbs,
  computeAssessment,
  makeCommitment,
  observationVerbs,
  recommendationVerbs,
  recordObservation,
  recordRecommendation,
  setTarget,
  targetVerbs,
} from "../verbs.ts";
import { assessmentKeeping, recommendationKeeping } from "./judging.ts";
import { commitmentKeeping, observationKeeping, targetKeeping } from "./keeping.ts";

/** Every verb of what belongs to a mission, as it is done on a database. */
export const commands: Readonly<
  Record<"commitments" | "targets" | "observations" | "assessments" | "recommendations", Command[]>
> = {
  commitments: commandsOf({
    makers: [makeCommitment],
    verbs: Object.values(commitmentVerbs),
    keeping: commitmentKeeping,
  }),
  targets: commandsOf({
    makers: [setTarget],
    verbs: Object.values(targetVerbs),
    keeping: targetKeeping,
  }),
  observations: commandsOf({
    makers: [recordObservation],
    verbs: Object.values(observationVerbs),
    keeping: observationKeeping,
  }),
  assessments: commandsOf({
    makers: [assess, computeAssessment],
    verbs: Object.values(assessmentVerbs),
    keeping: assessmentKeeping,
  }),
  recommendations: commandsOf({
    makers: [recordRecommendation],
    verbs: Object.values(recommendationVerbs),
    keeping: recommendationKeeping,
  }),
};
