import type { ForPublicColumn, Json } from "@remit/database";
import type { Quantity, Wording } from "@remit/kernel";
import type { Generated, GeneratedAlways } from "kysely";
import type { Assessment, AssessmentKind } from "../assessment.ts";
import type { Commitment, CommitmentKind } from "../commitment.ts";
import type { Dimensions, Expected, Observation } from "../indicator.ts";
import type { Direction, Measure } from "../measure.ts";
import type { FundingKind, MissionAccess, MissionLinkKind, Party, PartyRole } from "../mission.ts";
import type { AnswerPosition, Recommendation } from "../recommendation.ts";
import type { TargetOperator, TargetSpec } from "../spec.ts";
import type { Target } from "../target.ts";

declare module "@remit/database" {
  interface Database {
    "commitments.mission": MissionTable;
    "commitments.party": PartyTable;
    "commitments.funding_envelope": FundingEnvelopeTable;
    "commitments.commitment": CommitmentTable;
    "commitments.target": TargetTable;
    "commitments.indicator": IndicatorTable;
    "commitments.observation": ObservationTable;
    "commitments.mission_link": MissionLinkTable;
    "commitments.progress": ProgressView;
    "commitments.assessment": AssessmentTable;
    "commitments.divergence": DivergenceView;
    "commitments.recommendation": RecommendationTable;
    "commitments.follow_up": FollowUpTable;
    "commitments.funding_total": FundingTotalView;
  }
}

interface ProtectedColumns extends ForPublicColumn {
  id: string;
  access: MissionAccess;
  version: Generated<number>;
}

/** What stands in a row that is kept whole. */
interface KeptColumns<Thing extends { readonly status: string }> {
  keeper_id: string | null;
  status: Thing["status"];
  record: Json<Thing>;
}

interface StatementColumns {
  statement: string;
  wording: Wording;
  source_title: string;
  source_publisher: string | null;
  source_url: string | null;
}

interface PeriodColumns {
  period_start: string | null;
  period_end: string | null;
  period_label: string | null;
}

/** What stands in a list of a mission. */
interface MemberColumns extends ProtectedColumns {
  mission_id: string;
  position: number;
}

interface MissionTable extends ProtectedColumns, StatementColumns, PeriodColumns {
  keeper_id: string | null;
  slug: string;
  title: string;
  announced_on: string | null;
}

interface PartyTable extends MemberColumns {
  role: PartyRole;
  kind: Party["agent"]["kind"];
  agent_id: string | null;
  label: string;
}

interface FundingEnvelopeTable extends MemberColumns, StatementColumns, PeriodColumns {
  kind: FundingKind;
  amount: string;
  currency: string;
  additional: boolean | null;
}

interface CommitmentTable
  extends MemberColumns, StatementColumns, PeriodColumns, KeptColumns<Commitment> {
  code: string;
  kind: CommitmentKind;
  successor_id: string | null;
}

export interface TargetTable extends ProtectedColumns, StatementColumns, KeptColumns<Target> {
  commitment_id: string;
  position: number;
  spec_kind: TargetSpec["kind"];
  spec_value: string | null;
  spec_unit: string | null;
  spec_percent: string | null;
  spec_direction: Direction | null;
  spec_operator: TargetOperator | null;
  spec_of: string | null;
  spec_text: string | null;
  measure: Measure | null;
  by_start: string | null;
  by_end: string | null;
  by_label: string | null;
  baseline_kind: Quantity["kind"];
  baseline_value: string | null;
  baseline_unit: string | null;
  baseline_text: string | null;
  indicator_id: string | null;
}

interface IndicatorTable extends MemberColumns {
  code: string;
  title: string;
  definition: string;
  unit: string;
  measure: Measure;
  direction: Direction | null;
  publisher: string;
  note: string | null;
  expected: Json<{ readonly parts: readonly Expected[] }>;
  ended_on: string | null;
  successor_id: string | null;
}

interface ObservationTable
  extends
    ProtectedColumns,
    Omit<StatementColumns, "statement" | "wording">,
    KeptColumns<Observation> {
  indicator_id: string;
  position: number;
  period_start: string;
  period_end: string;
  period_label: string | null;
  value: string;
  dimensions: Json<Dimensions>;
  published_on: string | null;
  vintage: number;
  /** Of its period: what partial dates are sorted by. */
  first_day: GeneratedAlways<string>;
  last_day: GeneratedAlways<string>;
  /** INV-C11: of its period the latest that was not withdrawn. */
  current: boolean;
  derived: boolean;
  note: string | null;
}

interface MissionLinkTable extends MemberColumns, StatementColumns {
  title: string;
  url: string | null;
  kind: MissionLinkKind;
}

/** A target with its series and the latest figure of it, under the strictest access of the three. */
export interface ProgressView extends Omit<
  TargetTable,
  | "position"
  | "statement"
  | "wording"
  | "source_title"
  | "source_publisher"
  | "source_url"
  | "for_public"
  | "keeper_id"
  | "status"
  | "record"
> {
  observation_id: string | null;
  series_unit: string | null;
  series_direction: Direction | null;
  latest_value: string | null;
}

interface AssessmentTable extends ProtectedColumns, KeptColumns<Assessment> {
  subject_type: string;
  subject_id: string;
  kind: AssessmentKind;
  scale: string;
  scale_version: string;
  value: string;
  agent_id: string | null;
  label: string | null;
  rationale: string | null;
  method: string | null;
  method_version: string | null;
  as_at: string;
}

interface DivergenceView {
  id: string;
  access: MissionAccess;
  subject_type: string;
  subject_id: string;
  one_id: string;
  other_id: string;
}

interface RecommendationTable
  extends MemberColumns, Omit<StatementColumns, "statement">, KeptColumns<Recommendation> {
  code: string;
  text: string;
  agent_id: string | null;
  label: string;
  answer_due: string | null;
  answer_position: AnswerPosition | null;
  answer_text: string | null;
  answered_on: string | null;
}

interface FollowUpTable {
  recommendation_id: string;
  commitment_id: string;
}

interface FundingTotalView {
  id: string;
  access: MissionAccess;
  mission_id: string;
  kind: FundingKind;
  currency: string;
  period_start: string | null;
  period_end: string | null;
  amount: string;
  envelopes: number;
}
