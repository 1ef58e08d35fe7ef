import type { Commitment, Mission, MissionPlan } from "@remit/commitments";
import type { Tx } from "@remit/database";
import { sql } from "kysely";
import * as z from "zod";
import { deferReferences, removeLinks } from "./gone.ts";
import type { Finding } from "./report.ts";

/** What is recorded of a mission when another file comes to take the place of the first. */
export interface EarlierMission {
  readonly id: string;
  /** The file that it was recorded from. */
  readonly document: string | null;
  readonly commitments: readonly Named[];
  readonly series: readonly Named[];
  /** Takes the mission out of the record, but for what is said of commitments that stay. Its file holds all of it. */
  remove(staying: readonly Commitment[]): Promise<void>;
}

type Named = Pick<Commitment, "id" | "code">;

export async function earlierMission(
  tx: Tx,
  { id, slug }: Pick<Mission, "id" | "slug">,
): Promise<EarlierMission> {
  const named = (table: "commitments.commitment" | "commitments.indicator") =>
    tx.selectFrom(table).select(["id", "code"]).where("mission_id", "=", id).execute();
  const commitments = await named("commitments.commitment");
  const remove = async (staying: readonly Commitment[]) => {
    await deferReferences(tx);
    const ids = new Set(staying.map((commitment) => commitment.id));
    const gone = commitments.filter((commitment) => !ids.has(commitment.id));
    await removeLinks(
      tx,
      gone.map((commitment) => commitment.id),
    );
    await sql`delete from commitments.target where commitment_id in
      (select id from commitments.commitment where mission_id = ${id})`.execute(tx);
    await sql`delete from commitments.observation where indicator_id in
      (select id from commitments.indicator where mission_id = ${id})`.execute(tx);
    for (const table of tables) {
      const name = sql.table(`commitments.${table}`);
      await sql`delete from ${name} where mission_id = ${id}`.execute(tx);
    }
    await sql`delete from commitments.mission where id = ${id}`.execute(tx);
  };
  return {
    id,
    document: await fileOf(tx, slug),
    commitments,
    series: await named("commitments.indicator"),
    remove,
  };
}

const tables = ["party", "funding_envelope", "mission_link", "commitment", "indicator"] as const;

/** What files of every format have. */
const Addressed = z.object({ mission: z.object({ slug: z.string() }) });

/** A mission's rows name the publications that they cite; which file brought them is known by the file. */
async function fileOf(tx: Tx, slug: string): Promise<string | null> {
  const files = await tx
    .selectFrom("documents.document")
    .select(["id", "text"])
    .where("kind", "=", "mission")
    .where("superseded_by", "is", null)
    .execute();
  const file = files.find(({ text }) => Addressed.parse(JSON.parse(text)).mission.slug === slug);
  return file?.id ?? null;
}

/** The mission, its commitments and its series are, by slug and code, what they were: they keep their ids. */
export function inherit(plan: MissionPlan, earlier: EarlierMission): MissionPlan {
  const ids = new Map([
    [plan.mission.id, earlier.id],
    ...pairs(plan.commitments, earlier.commitments),
    ...pairs(plan.indicators, earlier.series),
  ]);
  const kept = (id: string) => ids.get(id) ?? id;
  const mission = earlier.id;
  const member = <Row extends { id: string }>(row: Row) => ({ ...row, id: kept(row.id), mission });
  return {
    mission: { ...plan.mission, id: mission },
    parties: plan.parties.map(member),
    funding: plan.funding.map(member),
    commitments: plan.commitments.map(member),
    indicators: plan.indicators.map(member),
    links: plan.links.map(member),
    targets: plan.targets.map((target) => ({
      ...target,
      commitment: kept(target.commitment),
      indicator: target.indicator === null ? null : kept(target.indicator),
    })),
    observations: plan.observations.map((observation) => ({
      ...observation,
      indicator: kept(observation.indicator),
    })),
  };
}

function pairs(rows: readonly Named[], earlier: readonly Named[]): [string, string][] {
  const ids = new Map(earlier.map(({ code, id }) => [code, id]));
  return rows.flatMap(({ code, id }) => {
    const before = ids.get(code);
    return before === undefined ? [] : [[id, before]];
  });
}

/** What a new file no longer holds, for somebody to look at. */
export function goneFrom(plan: MissionPlan, { commitments }: EarlierMission): Finding[] {
  const codes = new Set(plan.commitments.map(({ code }) => code));
  return commitments
    .filter(({ code }) => !codes.has(code))
    .map(({ code }) => ({
      code: "COMMITMENT_GONE",
      message: `The commitment ${code} is not in the new file and was taken out, with what linked to it.`,
    }));
}
