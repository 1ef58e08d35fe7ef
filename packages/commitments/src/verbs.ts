import { assess, computeAssessment, withdrawAssessment } from "./verbs/assess.ts";
import { beginCommitment } from "./verbs/begin-commitment.ts";
import { concludeCommitment } from "./verbs/conclude-commitment.ts";
import { makeCommitment } from "./verbs/make-commitment.ts";
import {
  answerRecommendation,
  recordRecommendation,
  settleRecommendation,
  withdrawRecommendation,
} from "./verbs/recommend.ts";
import { recordObservation } from "./verbs/record-observation.ts";
import { restateCommitment } from "./verbs/restate-commitment.ts";
import { reviseObservation, withdrawObservation } from "./verbs/revise-observation.ts";
import { reviseTarget } from "./verbs/revise-target.ts";
import { setTarget } from "./verbs/set-target.ts";
import { meetTarget, missTarget } from "./verbs/settle-target.ts";
import { withdrawCommitment, withdrawTarget } from "./verbs/withdraw.ts";

/** Every verb that changes a commitment, by its name. */
export const commitmentVerbs = {
  restate: restateCommitment,
  begin: beginCommitment,
  conclude: concludeCommitment,
  withdraw: withdrawCommitment,
};

/** Every verb that changes a target, by its name. */
export const targetVerbs = {
  revise: reviseTarget,
  meet: meetTarget,
  miss: missTarget,
  withdraw: withdrawTarget,
};

/** Every verb that changes a figure, by its name. */
export const observationVerbs = { revise: reviseObservation, withdraw: withdrawObservation };

/** Every verb that changes an assessment, by its name. */
export const assessmentVerbs = { withdraw: withdrawAssessment };

/** Every verb that changes a recommendation, by its name. */
export const recommendationVerbs = {
  answer: answerRecommendation,
  settle: settleRecommendation,
  withdraw: withdrawRecommendation,
};

export {
  assess,
  computeAssessment,
  makeCommitment,
  recordObservation,
  recordRecommendation,
  setTarget,
};
