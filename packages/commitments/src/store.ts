import { type Db, type ForPublicColumn, insertAll, type Tx } from "@remit/database";
import { Quantity, type Wording } from "@remit/kernel";
import type { Generated, GeneratedAlways, Selectable } from "kysely";
import type { CommitmentKind } from "./commitment.ts";
import { currentOf, type ObservationStatus } from "./indicator.ts";
import type { Direction, Measure } from "./measure.ts";
import type { MissionPlan } from "./mission-plan.ts";
import type { FundingKind, MissionAccess, MissionLinkKind, Party, PartyRole } from "./mission.ts";
import * as rows from "./rows.ts";
import { type Target, type TargetOperator, TargetSpec } from "./target.ts";

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
  }
}

interface ProtectedColumns extends ForPublicColumn {
  id: string;
  access: MissionAccess;
  version: Generated<number>;
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

interface CommitmentTable extends MemberColumns, StatementColumns, PeriodColumns {
  code: string;
  kind: CommitmentKind;
}

interface TargetTable extends ProtectedColumns, StatementColumns {
  commitment_id: string;
  position: number;
  spec_kind: TargetSpec["kind"];
  spec_value: string | null;
  spec_unit: string | null;
  spec_percent: string | null;
  spec_direction: Direction | null;
  spec_operator: TargetOperator | null;
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
  publisher: string;
  note: string | null;
}

interface ObservationTable
  extends ProtectedColumns, Omit<StatementColumns, "statement" | "wording"> {
  indicator_id: string;
  position: number;
  period_start: string;
  period_end: string;
  period_label: string | null;
  value: string;
  status: ObservationStatus;
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

/** Writes a mission and everything that belongs to it, one statement for each table. */
export async function insertMission(tx: Tx, plan: MissionPlan): Promise<void> {
  const current = new Set(currentOf(plan.observations));
  await insertAll(tx, "commitments.mission", [rows.mission(plan.mission)]);
  await insertAll(tx, "commitments.party", plan.parties.map(rows.party));
  await insertAll(tx, "commitments.funding_envelope", plan.funding.map(rows.funding));
  await insertAll(tx, "commitments.commitment", plan.commitments.map(rows.commitment));
  await insertAll(tx, "commitments.indicator", plan.indicators.map(rows.indicator));
  await insertAll(tx, "commitments.target", plan.targets.map(rows.target));
  const observations = plan.observations.map((it) => rows.observation(it, current.has(it)));
  await insertAll(tx, "commitments.observation", observations);
  await insertAll(tx, "commitments.mission_link", plan.links.map(rows.link));
}

/** The mission at an address, if one is recorded. */
export async function findMission(db: Db, slug: string) {
  return db
    .selectFrom("commitments.mission")
    .select(["id", "slug", "title", "version"])
    .where("slug", "=", slug)
    .executeTakeFirst();
}

/** The columns of a target from which `required` is worked out. */
export const requiredColumns = [
  "spec_kind",
  "spec_value",
  "spec_unit",
  "spec_percent",
  "spec_direction",
  "spec_operator",
  "spec_text",
  "measure",
  "baseline_kind",
  "baseline_value",
  "baseline_unit",
  "baseline_text",
] as const satisfies (keyof TargetTable)[];

/** What `required` asks of a target, from its own row. */
export const requirementOf = (
  row: Pick<Selectable<TargetTable>, (typeof requiredColumns)[number]>,
): Pick<Target, "spec" | "measure" | "baseline"> => ({
  spec: TargetSpec.parse(
    held({
      kind: row.spec_kind,
      value: row.spec_value,
      unit: row.spec_unit,
      percent: row.spec_percent,
      direction: row.spec_direction,
      operator: row.spec_operator,
      text: row.spec_text,
    }),
  ),
  measure: row.measure,
  baseline: Quantity.parse(
    held({
      kind: row.baseline_kind,
      value: row.baseline_value,
      unit: row.baseline_unit,
      text: row.baseline_text,
    }),
  ),
});

/** A variant has only the keys that its columns fill. */
const held = (columns: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
