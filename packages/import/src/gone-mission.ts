import type { MissionPlan } from "@remit/commitments";
import { insertMission } from "@remit/commitments/store";
import { type Entry, insertAll, type Tx, writeEntries } from "@remit/database";
import { sql } from "kysely";
import { deferReferences } from "./gone.ts";
import { byImport } from "./importer.ts";
import type { Incoming } from "./incoming.ts";
import { missing } from "./pair.ts";
import type { Finding } from "./report.ts";
import type { EarlierMission } from "./supersede-mission.ts";

/** What a mission's earlier file has and its new one does not. */
export type GoneMission = Pick<
  EarlierMission,
  "commitments" | "indicators" | "targets" | "observations"
>;

/** Of what is gone, what stays because something speaks of it, what is taken out, and what to say of both. */
export interface Leaving {
  readonly staying: GoneMission;
  readonly out: GoneMission;
  readonly findings: readonly Finding[];
}

/** A commitment that an action contributes to, or that a log speaks of, stays with its targets and their figures. */
export async function leavingOf(
  tx: Tx,
  plan: MissionPlan,
  earlier: EarlierMission,
): Promise<Leaving> {
  const gone = goneFrom(plan, earlier);
  const dependents = await dependentsOf(tx, gone.commitments);
  const [commitments, without] = split(gone.commitments, ({ id }) => dependents.has(id));
  const [targets, otherTargets] = split(gone.targets, ({ commitment_id }) =>
    dependents.has(commitment_id),
  );
  const counted = new Set(targets.map(({ indicator_id }) => indicator_id));
  const [indicators, others] = split(gone.indicators, ({ id }) => counted.has(id));
  const [observations, figures] = split(gone.observations, ({ indicator_id }) =>
    indicators.some(({ id }) => id === indicator_id),
  );
  return {
    staying: { commitments, targets, indicators, observations },
    out: { commitments: without, targets: otherTargets, indicators: others, observations: figures },
    findings: [
      ...commitments.map(({ id, code }) => ({
        code: "COMMITMENT_GONE",
        message: `The commitment ${code} is not in the new file and stays because of ${(dependents.get(id) ?? []).join(", ")}.`,
      })),
      ...without.map(({ code }) => takenOut("COMMITMENT_GONE", `The commitment ${code}`)),
      ...others.map(({ code }) => takenOut("INDICATOR_GONE", `The series ${code}`)),
      ...otherTargets.map(({ statement }) => takenOut("TARGET_GONE", `The target "${statement}"`)),
      ...figures.map(({ value, period_end }) =>
        takenOut("OBSERVATION_GONE", `The figure ${value} of ${period_end}`),
      ),
    ],
  };
}

const takenOut = (code: string, what: string): Finding => ({
  code,
  message: `${what} is not in the new file and was taken out; the journal keeps it.`,
});

const goneFrom = (plan: MissionPlan, earlier: EarlierMission): GoneMission => ({
  commitments: missing(earlier.commitments, plan.commitments),
  indicators: missing(earlier.indicators, plan.indicators),
  targets: missing(earlier.targets, plan.targets),
  observations: missing(earlier.observations, plan.observations),
});

const split = <Part>(parts: readonly Part[], stays: (part: Part) => boolean): [Part[], Part[]] => [
  parts.filter(stays),
  parts.filter((part) => !stays(part)),
];

async function dependentsOf(
  tx: Tx,
  commitments: GoneMission["commitments"],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = commitments.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; by: string }>`
    with gone as (select unnest(${ids}::uuid[]) as id)
    select gone.id, a.reference as by from gone
      join gateway.action_commitment l on l.commitment_id = gone.id join actions.action a on a.id = l.action_id
    union
    select gone.id, a.reference from gone
      join actions.action a on position(gone.id::text in a.record::text) > 0
    union
    select gone.id, 'the action log of ' || s.taken_on from gone
      join actions.log_snapshot s on position(gone.id::text in s.record::text) > 0
    order by 1, 2`.execute(tx);
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byId].map(([id, all]) => [id, all.map(({ by }) => by)]));
}

// Children before parents.
const children = [
  ["target", sql`commitment_id in (select id from commitments.commitment where mission_id = `],
  ["observation", sql`indicator_id in (select id from commitments.indicator where mission_id = `],
] as const;
const members = ["party", "funding_envelope", "mission_link", "commitment", "indicator"] as const;

/** Puts a mission in the place of what is there: written anew under the ids that stay, with an entry of each thing that goes. */
export async function replaceMission(
  tx: Tx,
  plan: MissionPlan,
  { staying, out }: Leaving,
  incoming: Pick<Incoming, "document" | "recordedAt">,
): Promise<void> {
  const { id } = plan.mission;
  await deferReferences(tx);
  for (const [table, where] of children)
    await sql`delete from ${sql.table(`commitments.${table}`)} where ${where}${id})`.execute(tx);
  for (const table of members)
    await sql`delete from ${sql.table(`commitments.${table}`)} where mission_id = ${id}`.execute(
      tx,
    );
  await sql`delete from commitments.mission where id = ${id}`.execute(tx);
  await insertMission(tx, plan);
  await insertAll(tx, "commitments.commitment", last(plan.commitments, staying.commitments));
  await insertAll(tx, "commitments.indicator", last(plan.indicators, staying.indicators));
  await insertAll(tx, "commitments.target", staying.targets);
  await insertAll(tx, "commitments.observation", staying.observations);
  await writeEntries(
    tx,
    [
      ...out.commitments.map(entryOf("Commitment", incoming)),
      ...out.indicators.map(entryOf("Indicator", incoming)),
      ...out.targets.map(entryOf("Target", incoming)),
      ...out.observations.map(entryOf("Observation", incoming)),
    ],
    incoming.recordedAt,
  );
}

const last = <Part extends { readonly position: number }>(
  parts: readonly { readonly position: number }[],
  kept: readonly Part[],
): Part[] => kept.map((part, index) => ({ ...part, position: parts.length + index + 1 }));

/** Nothing was written of it before: its first entry says what it was, and that it is there no more. */
const entryOf =
  (type: string, { document, recordedAt }: Pick<Incoming, "document" | "recordedAt">) =>
  (before: Pick<GoneMission["commitments"][number], "id" | "access">): Entry =>
    byImport(
      {
        subject: { type, id: before.id },
        version: 1,
        at: recordedAt,
        before,
        after: null,
        access: before.access,
        group: null,
      },
      document,
    );
