import type { Tx } from "@remit/database";
import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import { Assessment } from "../assessment.ts";
import { Commitment } from "../commitment.ts";
import { byPeriod, Observation } from "../indicator.ts";
import type { MissionAccess } from "../mission.ts";
import { progressOf } from "../progress.ts";
import type { ReportSnapshot } from "../report.ts";
import { Target } from "../target.ts";
import { measuredColumns, measuredOf } from "./progress.ts";

/** What a mission has come to, as far as a record under some access may say. */
export async function snapshotOf(
  tx: Tx,
  mission: Id,
  levels: readonly MissionAccess[],
): Promise<ReportSnapshot> {
  const seen = (row: string) => sql`${sql.ref(`${row}.access`)} = any(${levels})`;
  const records = async (rows: ReturnType<typeof sql<{ record: unknown }>>) =>
    (await rows.execute(tx)).rows.map(({ record }) => record);
  const commitments = await records(sql`select record from commitments.commitment c
    where mission_id = ${mission} and ${seen("c")} order by position`);
  const targets = await records(sql`select t.record from commitments.target t
    join commitments.commitment c on c.id = t.commitment_id
    where c.mission_id = ${mission} and ${seen("t")} and ${seen("c")} order by c.position, t.position`);
  const measured = await tx
    .selectFrom("commitments.progress")
    .select([...measuredColumns, "id", "latest_value"])
    .where("access", "in", levels)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("commitments.target")
        .innerJoin("commitments.commitment", "commitments.commitment.id", "commitment_id")
        .select("commitments.target.id")
        .where("mission_id", "=", mission),
    )
    .execute();
  const ways = new Map(measured.map((row) => [row.id, row]));
  const figures = await sql<{ record: unknown; code: string; unit: string }>`
    select o.record, i.code, i.unit from commitments.observation o
    join commitments.indicator i on i.id = o.indicator_id
    where i.mission_id = ${mission} and o.current and o.dimensions = '{}' and ${seen("o")} and ${seen("i")}
    order by i.position`.execute(tx);
  const units = new Map(
    figures.rows.map(({ record, ...of }) => [Observation.parse(record).indicator, of]),
  );
  const assessments = await records(sql`select record from commitments.assessment a
    where status = 'given' and ${seen("a")} and subject_id in (
      select id from commitments.commitment where mission_id = ${mission}
      union all select t.id from commitments.target t
        join commitments.commitment c on c.id = t.commitment_id where c.mission_id = ${mission})
    order by as_at, id`);
  const funding = await sql<FundingRow>`select statement, kind, amount, currency, period_start,
    period_end, period_label from commitments.funding_envelope f
    where mission_id = ${mission} and ${seen("f")} order by position`.execute(tx);
  return {
    commitments: commitments.map((record) => {
      const { id, code, statement, status } = Commitment.parse(record);
      return { commitment: { type: "Commitment", id, label: code }, statement, status };
    }),
    targets: targets.map((record) => {
      const { id, statement, status } = Target.parse(record);
      const row = ways.get(id);
      const way = row === undefined ? null : progressOf(measuredOf(row));
      return {
        target: { type: "Target", id, label: statement },
        statement,
        status,
        share: way?.kind === "progress" ? way.share : null,
        latest: row?.latest_value ?? null,
      };
    }),
    figures: byPeriod(figures.rows.map(({ record }) => Observation.parse(record))).map((figure) => {
      const { code = "", unit = "" } = units.get(figure.indicator) ?? {};
      const { id, period, value, vintage, status } = figure;
      return {
        observation: { type: "Observation", id, label: code },
        period,
        value,
        unit,
        vintage,
        status,
      };
    }),
    assessments: assessments.map((record) => {
      const { subject, kind, scale, value, asAt } = Assessment.parse(record);
      return { subject, kind, scale: `${scale.id}/${scale.version}`, value, asAt };
    }),
    funding: funding.rows.map(({ period_start, period_end, period_label, ...money }) => ({
      ...money,
      period: { start: period_start, end: period_end, label: period_label },
    })),
  };
}

type FundingRow = Pick<
  ReportSnapshot["funding"][number],
  "statement" | "kind" | "amount" | "currency"
> &
  Record<"period_start" | "period_end" | "period_label", string | null>;
