export { Assessment, AssessmentKind, AssessmentStatus } from "./assessment.ts";
export { Citation } from "./citation.ts";
export {
  Commitment,
  CommitmentKind,
  CommitmentStatus,
  type Headline,
  headlineOf,
  Restatement,
} from "./commitment.ts";
export {
  asAt,
  currentOf,
  Dimensions,
  Expected,
  Hedge,
  Indicator,
  Interval,
  missingParts,
  Observation,
  ObservationStatus,
} from "./indicator.ts";
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
export { type MissionPlan, namedIn, planMission } from "./mission-plan.ts";
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
  ContextFactor,
  ContextKind,
  inverseOf,
  Involvement,
  InvolvementKind,
  MissionRelation,
  RelationInverse,
  RelationStatus,
} from "./circumstance.ts";
export {
  DateChange,
  Deliverable,
  DeliverableKind,
  DeliverableStatus,
  Milestone,
  MilestoneStatus,
  originalDue,
  slippageOf,
} from "./delivery.ts";
export { Outcome, OutcomeKind } from "./framework.ts";
export {
  FundingFirmness,
  FundingLine,
  FundingLineKind,
  FundingProfile,
  isWithinYear,
  totalOf,
} from "./funding.ts";
export { PartStanding } from "./part.ts";
export { type PartSort, refilePart } from "./part-refile.ts";
export { partNames, partSorts } from "./part-sorts.ts";
export { FindingKind, StatementFinding, StatementOrigin } from "./report-finding.ts";
export {
  Erratum,
  Report,
  ReportSnapshot,
  ReportStatement,
  ReportStatus,
  StatementKind,
} from "./report.ts";
export { Standard, StandardAssessment, totalsByValue } from "./standard.ts";
export {
  assess,
  assessmentVerbs,
  assessStandard,
  commitmentVerbs,
  computeAssessment,
  contextVerbs,
  declareFundingProfile,
  deliverableVerbs,
  draftReport,
  fundingVerbs,
  involvementVerbs,
  linkMissions,
  makeCommitment,
  milestoneVerbs,
  observationVerbs,
  outcomeVerbs,
  planDeliverable,
  profileVerbs,
  recommendationVerbs,
  recordContextFactor,
  recordFundingLine,
  recordInvolvement,
  recordObservation,
  recordRecommendation,
  recordStandard,
  relationVerbs,
  reportVerbs,
  setMilestone,
  setOutcome,
  setTarget,
  standardAssessmentVerbs,
  standardVerbs,
  targetVerbs,
} from "./verbs.ts";
