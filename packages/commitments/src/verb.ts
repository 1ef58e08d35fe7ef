import {
  type Decimal,
  type Id,
  keepersOf,
  makersOf,
  type NotComputable,
  type Noun,
  type Ref,
  type Subject,
  verbsOf,
} from "@remit/kernel";
import type * as z from "zod";
import { Assessment } from "./assessment.ts";
import { ContextFactor, Involvement, MissionRelation } from "./circumstance.ts";
import { Commitment } from "./commitment.ts";
import { Deliverable, Milestone } from "./delivery.ts";
import { Outcome } from "./framework.ts";
import { FundingLine, FundingProfile } from "./funding.ts";
import { Observation } from "./indicator.ts";
import type { Direction } from "./measure.ts";
import type { YearFigure } from "./method.ts";
import type { Measured } from "./progress.ts";
import { Recommendation } from "./recommendation.ts";
import { refusals } from "./refusals.ts";
import { Report, type ReportSnapshot } from "./report.ts";
import { Standard, StandardAssessment } from "./standard.ts";
import { Target } from "./target.ts";

/** A place in a list of a mission, and the codes that others have there. */
export interface Place {
  readonly position: number;
  readonly codes: readonly string[];
}

/** What verbs of commitments have to be told of other records. */
export interface CommitmentFacts {
  /** The place of a new commitment in the mission's list. */
  readonly place: Place;
}

/** What verbs of targets have to be told of other records. */
export interface TargetFacts {
  /** The place of a new target in its commitment's list. */
  readonly place: Place;
  /** The target with what its series says. */
  readonly measured: Measured;
}

/** What verbs of figures have to be told of other records. */
export interface ObservationFacts {
  /** Every figure of the same days of the same indicator. */
  readonly vintages: readonly Observation[];
  /** The place of a new figure among those of its indicator. */
  readonly place: Place;
}

/** What verbs of assessments have to be told of other records. */
export interface AssessmentFacts {
  /** The first and the latest figure of a target and what it requires by when, or why it cannot be judged. */
  readonly growth: GrowthFigures | NotComputable;
}

/** What a rate of growth is worked out from. */
export interface GrowthFigures extends Readonly<Record<"base" | "latest" | "target", YearFigure>> {
  readonly kind: "figures";
  readonly direction: Direction;
}

/** Whoever keeps the record of a mission. */
const parties = keepersOf(({ keeper }: { readonly keeper: Id | null }) => keeper);

type PartyName = keyof typeof parties;
type Code = keyof typeof refusals;

export const commitmentNoun = { name: "Commitment", schema: Commitment, parties, refusals };
export const targetNoun = { name: "Target", schema: Target, parties, refusals };
export const observationNoun = { name: "Observation", schema: Observation, parties, refusals };

export const assessmentNoun = { name: "Assessment", schema: Assessment, parties, refusals };
export const recommendationNoun = {
  name: "Recommendation",
  schema: Recommendation,
  parties,
  refusals,
};

/** Makes a verb of commitments. */
export const commitmentVerb = verbsOf<Commitment, PartyName, CommitmentFacts, Code>(commitmentNoun);
/** Makes a verb of targets. */
export const targetVerb = verbsOf<Target, PartyName, TargetFacts, Code>(targetNoun);
/** Makes a verb of figures. */
export const observationVerb = verbsOf<Observation, PartyName, ObservationFacts, Code>(
  observationNoun,
);
export const commitmentMaker = makersOf<Commitment, CommitmentFacts, Code>(commitmentNoun);
export const targetMaker = makersOf<Target, TargetFacts, Code>(targetNoun);
export const observationMaker = makersOf<Observation, ObservationFacts, Code>(observationNoun);

/** Makes a verb of assessments. */
export const assessmentVerb = verbsOf<Assessment, PartyName, AssessmentFacts, Code>(assessmentNoun);
/** Makes a verb of recommendations. */
export const recommendationVerb = verbsOf<Recommendation, PartyName, CommitmentFacts, Code>(
  recommendationNoun,
);
export const assessmentMaker = makersOf<Assessment, AssessmentFacts, Code>(assessmentNoun);
export const recommendationMaker = makersOf<Recommendation, CommitmentFacts, Code>(
  recommendationNoun,
);

/** What verbs of the parts of a mission have to be told of other records. */
export interface PartFacts {
  /** The place of a new part among those of its sort in the mission. */
  readonly place: Place;
}

/** What verbs of reports have to be told. */
export interface ReportFacts extends PartFacts {
  /** What the mission has come to by now. */
  readonly snapshot: ReportSnapshot;
  /** The record that something in the report became, made in the same breath or there before. */
  readonly became: Ref;
}

/** What verbs of money have to be told. */
export interface FundingFacts extends PartFacts {
  readonly money: EnvelopeMoney;
  /** Whether the budget lines of the envelope were declared to be all. */
  readonly isComplete: boolean;
}

/** An envelope, and its lines that stand. */
export interface EnvelopeMoney {
  readonly amount: Decimal;
  readonly currency: string;
  readonly lines: readonly FundingLine[];
}

/** What verbs of assessments of standards have to be told. */
export interface StandardFacts extends PartFacts {
  /** The other assessments of the standard that stand. */
  readonly others: readonly StandardAssessment[];
}

/** A sort of part of a mission, with the functions that make its verbs. */
const partsOf = <Thing extends Subject & { readonly keeper: Id | null }, Facts = PartFacts>(
  name: string,
  schema: z.ZodType<Thing>,
) => {
  const noun: Noun<Thing, PartyName, Code> = { name, schema, parties, refusals };
  return {
    noun,
    verb: verbsOf<Thing, PartyName, Facts, Code>(noun),
    maker: makersOf<Thing, Facts, Code>(noun),
  };
};

export const reports = partsOf<Report, ReportFacts>("Report", Report);
export const outcomes = partsOf<Outcome>("Outcome", Outcome);
export const milestones = partsOf<Milestone>("Milestone", Milestone);
export const deliverables = partsOf<Deliverable>("Deliverable", Deliverable);
export const fundingLines = partsOf<FundingLine, FundingFacts>("FundingLine", FundingLine);
export const fundingProfiles = partsOf<FundingProfile, FundingFacts>(
  "FundingProfile",
  FundingProfile,
);
export const standards = partsOf<Standard>("Standard", Standard);
export const standardAssessments = partsOf<StandardAssessment, StandardFacts>(
  "StandardAssessment",
  StandardAssessment,
);
export const contextFactors = partsOf<ContextFactor>("ContextFactor", ContextFactor);
export const involvements = partsOf<Involvement>("Involvement", Involvement);

const others = keepersOf(({ otherKeeper }: MissionRelation) => otherKeeper);
const ofRelation = {
  ...parties,
  otherSecretariat: {
    words: "the secretariat of the other mission",
    includes: others.secretariat.includes,
  },
  otherChair: {
    words: "the chair of the other mission",
    includes: others.chair.includes,
  },
};
const relationNoun: Noun<MissionRelation, keyof typeof ofRelation, Code> = {
  name: "MissionRelation",
  schema: MissionRelation,
  parties: ofRelation,
  refusals,
};
/** What missions are to each other: the other one's keepers have a word in it. */
export const relations = {
  noun: relationNoun,
  verb: verbsOf<MissionRelation, keyof typeof ofRelation, PartFacts, Code>(relationNoun),
  maker: makersOf<MissionRelation, PartFacts, Code>(relationNoun),
};
