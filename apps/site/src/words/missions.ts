import type { For } from "./for.ts";

const answerPosition: For<"AnswerPosition"> = {
  ACCEPTED: "Accepted",
  PARTIALLY_ACCEPTED: "Partly accepted",
  NOT_ACCEPTED: "Not accepted",
  UNDER_CONSIDERATION: "Under consideration",
  NOTED: "Noted",
};

const commitmentStatus: For<"CommitmentStatus"> = {
  MADE: "Made",
  IN_DELIVERY: "In delivery",
  DELIVERED: "Delivered",
  PARTLY_DELIVERED: "Partly delivered",
  NOT_DELIVERED: "Not delivered",
  SUPERSEDED: "Replaced",
  WITHDRAWN: "Withdrawn",
};

const deliverableStatus: For<"DeliverableStatus"> = {
  PLANNED: "To come",
  PRODUCED: "There now",
  WITHDRAWN: "Withdrawn",
};

const partStanding: For<"PartStanding"> = {
  STANDING: "Stands",
  WITHDRAWN: "Withdrawn",
};

const fundingKind: For<"FundingKind"> = {
  ANNOUNCED: "Announced",
  COMMITTED: "Committed",
  ALLOCATED: "Allocated",
};

const fundingLineKind: For<"FundingLineKind"> = {
  BUDGET: "Budget",
  ALLOCATION: "Allocation",
  COMMITMENT: "Committed",
  DISBURSEMENT: "Paid out",
  SPEND: "Spent",
};

const hedge: For<"Hedge"> = {
  ABOUT: "about",
  AT_LEAST: "at least",
  AT_MOST: "at most",
  LESS_THAN: "less than",
  MORE_THAN: "more than",
};

const milestoneStatus: For<"MilestoneStatus"> = {
  NOT_STARTED: "Not started",
  ON_TRACK: "On track",
  MINOR_DELAY: "Slightly delayed",
  SIGNIFICANT_DELAY: "Much delayed",
  ACHIEVED: "Achieved",
  MISSED: "Missed",
  WITHDRAWN: "Withdrawn",
};

const notComputable: For<"NotComputableReason"> = {
  BASELINE_IS_ZERO: "it starts from nought",
  BASELINE_NEGATIVE: "it starts below nought",
  BASELINE_NOT_EXACT: "where it starts from is not a number",
  BASELINE_NOT_STATED: "nobody says where it starts from",
  DIRECTION_NOT_STATED: "nobody says whether it is to rise or to fall",
  NOT_POSITIVE: "a number that it needs is not above nought",
  NOT_QUANTIFIED: "it is put in words and not in numbers",
  NO_FIGURE: "no figure was recorded",
  NO_SERIES: "no series of figures measures it",
  OUT_OF_RANGE: "the value would be out of range",
  TARGET_IS_BASELINE: "it asks for what is there already",
  TIME_NOT_STATED: "nobody says by when",
  TOO_FEW_FIGURES: "there are too few figures",
  UNIT_DIFFERS: "its units differ",
};

const observationStatus: For<"ObservationStatus"> = {
  PUBLISHED: "Published",
  PARTIAL: "Partial",
  REVISED: "Revised",
  CORRECTED: "Corrected",
  SUPERSEDED: "Replaced by a later figure",
  WITHDRAWN: "Withdrawn",
};

const partyRole: For<"PartyRole"> = {
  RESPONSIBLE: "Answers for it",
  GOVERNANCE: "Looks over it",
};

const recommendationStatus: For<"RecommendationStatus"> = {
  AWAITING: "Awaiting an answer",
  ANSWERED: "Answered",
  IMPLEMENTED: "Carried out",
  NOT_IMPLEMENTED: "Not carried out",
  WITHDRAWN: "Withdrawn",
};

const reportStatus: For<"ReportStatus"> = {
  DRAFT: "Draft",
  FROZEN: "Frozen",
  PUBLISHED: "Published",
  SUPERSEDED: "Replaced",
  WITHDRAWN: "Withdrawn",
};

const targetStatus: For<"TargetStatus"> = {
  PROPOSED: "Proposed",
  SET: "Set",
  MET: "Met",
  MISSED: "Missed",
  WITHDRAWN: "Withdrawn",
};

/** Words for what missions keep. */
export const missions = {
  answerPosition,
  commitmentStatus,
  deliverableStatus,
  fundingKind,
  fundingLineKind,
  hedge,
  milestoneStatus,
  notComputable,
  observationStatus,
  partStanding,
  partyRole,
  recommendationStatus,
  reportStatus,
  targetStatus,
};
