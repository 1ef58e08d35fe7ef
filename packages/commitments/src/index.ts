export { Assessment, AssessmentKind, AssessmentStatus } from "./assessment.ts";
export { Citation } from "./citation.ts";
export { Commitment, CommitmentKind, CommitmentStatus, Restatement } from "./commitment.ts";
export { asAt, currentOf, Indicator, Observation, ObservationStatus } from "./indicator.ts";
export { Ended, Made } from "./kept.ts";
export { type Doubt, doubtsIn } from "./doubt.ts";
export { Direction, Measure } from "./measure.ts";
export {
  type ChangeCriteria,
  type Growth,
  type GrowthRating,
  growthOf,
  type Method,
  methods,
  type Trend,
  trendOf,
  unaccounted,
  type YearFigure,
} from "./method.ts";
export { isMet, type Measured, type Progress, progressOf } from "./progress.ts";
export { MissionFile, parseMissionFile } from "./mission-file.ts";
export { type MissionPlan, planMission } from "./mission-plan.ts";
export {
  Code,
  FundingEnvelope,
  FundingKind,
  isSelfLink,
  Mission,
  MissionAccess,
  MissionLink,
  MissionLinkKind,
  Party,
  PartyRole,
} from "./mission.ts";
export { type Exact, required } from "./required.ts";
export { TargetOperator, TargetSpec } from "./spec.ts";
export {
  comparedRatings,
  convertedRating,
  type Rating,
  ratingIn,
  type RatingMapping,
  type RatingScale,
  ratingScales,
  scaleOf,
} from "./rating.ts";
export { Answer, AnswerPosition, Recommendation, RecommendationStatus } from "./recommendation.ts";
export { refileCommitment, type Refiled, refileObservation, refileTarget } from "./refile.ts";
export { effectOf, originalOf } from "./revision.ts";
export { RevisionEffect, Target, TargetRevision, TargetStatus } from "./target.ts";
export {
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
} from "./verbs.ts";
