import { assess, computeAssessment, withdrawAssessment } from "./verbs/assess.ts";
import { beginCommitment } from "./verbs/begin-commitment.ts";
import {
  confirmMissionLink,
  linkMissions,
  recordContextFactor,
  recordInvolvement,
  withdrawContextFactor,
  withdrawInvolvement,
  withdrawMissionLink,
} from "./verbs/circumstance.ts";
import { concludeCommitment } from "./verbs/conclude-commitment.ts";
import {
  missMilestone,
  planDeliverable,
  produceDeliverable,
  rateMilestone,
  reachMilestone,
  rescheduleMilestone,
  setMilestone,
  withdrawDeliverable,
  withdrawMilestone,
} from "./verbs/delivery.ts";
import { alignOutcome, setOutcome, withdrawOutcome } from "./verbs/framework.ts";
import {
  declareFundingProfile,
  recordFundingLine,
  withdrawFundingLine,
  withdrawFundingProfile,
} from "./verbs/funding.ts";
import { confirmFinding, rejectFinding, reviseStatement } from "./verbs/finding.ts";
import { makeCommitment } from "./verbs/make-commitment.ts";
import {
  answerRecommendation,
  recordRecommendation,
  settleRecommendation,
  withdrawRecommendation,
} from "./verbs/recommend.ts";
import { recordObservation } from "./verbs/record-observation.ts";
import {
  addStatement,
  draftReport,
  freezeReport,
  publishErratum,
  publishReport,
  supersedeReport,
  withdrawReport,
} from "./verbs/report.ts";
import { restateCommitment } from "./verbs/restate-commitment.ts";
import { reviseObservation, withdrawObservation } from "./verbs/revise-observation.ts";
import { reviseTarget } from "./verbs/revise-target.ts";
import {
  assessStandard,
  recordStandard,
  withdrawStandard,
  withdrawStandardAssessment,
} from "./verbs/standard.ts";
import { setTarget } from "./verbs/set-target.ts";
import { meetTarget, missTarget } from "./verbs/settle-target.ts";
import { supersedeCommitment } from "./verbs/supersede-commitment.ts";
import { withdrawCommitment, withdrawTarget } from "./verbs/withdraw.ts";

/** Every verb that changes a commitment, by its name. */
export const commitmentVerbs = {
  restate: restateCommitment,
  begin: beginCommitment,
  conclude: concludeCommitment,
  supersede: supersedeCommitment,
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

/** Every verb that changes a report, by its name. */
export const reportVerbs = {
  addStatement,
  reviseStatement,
  confirmFinding,
  rejectFinding,
  freeze: freezeReport,
  publish: publishReport,
  correct: publishErratum,
  supersede: supersedeReport,
  withdraw: withdrawReport,
};

/** Every verb that changes an outcome, by its name. */
export const outcomeVerbs = { align: alignOutcome, withdraw: withdrawOutcome };

/** Every verb that changes a milestone, by its name. */
export const milestoneVerbs = {
  rate: rateMilestone,
  reschedule: rescheduleMilestone,
  reach: reachMilestone,
  miss: missMilestone,
  withdraw: withdrawMilestone,
};

/** Every verb that changes something that is delivered, by its name. */
export const deliverableVerbs = { produce: produceDeliverable, withdraw: withdrawDeliverable };

/** Every verb that changes what is said of a part of the money, by its name. */
export const fundingVerbs = { withdraw: withdrawFundingLine };

/** Every verb that changes what is said of all the budget lines of an envelope, by its name. */
export const profileVerbs = { withdraw: withdrawFundingProfile };

/** Every verb that changes a standard, by its name. */
export const standardVerbs = { withdraw: withdrawStandard };

/** Every verb that changes how an area was assessed, by its name. */
export const standardAssessmentVerbs = { withdraw: withdrawStandardAssessment };

/** Every verb that changes a circumstance of a mission, by its name. */
export const contextVerbs = { withdraw: withdrawContextFactor };

/** Every verb that changes what part people had, by its name. */
export const involvementVerbs = { withdraw: withdrawInvolvement };

/** Every verb that changes what missions are to each other, by its name. */
export const relationVerbs = { confirm: confirmMissionLink, withdraw: withdrawMissionLink };

export {
  assess,
  assessStandard,
  computeAssessment,
  declareFundingProfile,
  draftReport,
  linkMissions,
  makeCommitment,
  planDeliverable,
  recordContextFactor,
  recordFundingLine,
  recordInvolvement,
  recordObservation,
  recordRecommendation,
  recordStandard,
  setMilestone,
  setOutcome,
  setTarget,
};
