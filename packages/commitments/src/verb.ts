import { type Id, makersOf, type NotComputable, roleIn, verbsOf } from "@remit/kernel";
import { Assessment } from "./assessment.ts";
import { Commitment } from "./commitment.ts";
import { Observation } from "./indicator.ts";
import type { Direction } from "./measure.ts";
import type { YearFigure } from "./method.ts";
import type { Measured } from "./progress.ts";
import { Recommendation } from "./recommendation.ts";
import { refusals } from "./refusals.ts";
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

const keeper = ({ keeper }: { readonly keeper: Id | null }) => keeper;

/** Whoever keeps the record of a mission. */
const parties = { secretariat: roleIn("secretariat", keeper), chair: roleIn("chair", keeper) };
export const keepers = ["secretariat", "chair"] as const;

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
