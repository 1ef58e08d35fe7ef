import { FundingEnvelope, Indicator, type MissionPlan } from "@remit/commitments";
import { insertMission, removeParts } from "@remit/commitments/store";
import { type Entry, type Tx, writeEntries } from "@remit/database";
import { sql } from "kysely";
import { deferReferences } from "./gone.ts";
import { byImport } from "./importer.ts";
import type { Incoming } from "./incoming.ts";
import { type LeavingParts, leavingParts, partsGone } from "./mission-parts.ts";
import { missing } from "./pair.ts";
import type { Finding } from "./report.ts";
import type { EarlierMission, KeptThing, MissionChange } from "./earlier-mission.ts";

/** What a mission's earlier file has and its new one does not. */
export type GoneMission = Pick<
  EarlierMission,
  "commitments" | "indicators" | "targets" | "observations" | "funding"
>;

/** Of what is gone, what stays because something speaks of it, what is taken out, and what to say of both. */
export interface Leaving {
  readonly staying: GoneMission;
  readonly out: GoneMission;
  readonly parts: MissionPlan["parts"];
  readonly findings: readonly Finding[];
}

/**
 * A commitment that an action contributes to, or that a log speaks of, stays with its targets and their figures. What was
 * made with a verb is no file's to take out, and neither is what it hangs on.
 */
export async function leavingOf(
  tx: Tx,
  plan: MissionPlan,
  earlier: EarlierMission,
): Promise<Leaving> {
  const gone = goneFrom(plan, earlier);
  const parts = await leavingParts(tx, plan.parts, earlier.parts);
  const [funding, money] = await splitFunding(tx, gone.funding, parts);
  const dependents = await dependentsOf(tx, gone.commitments, parts);
  const assessed = await assessedAmong(tx, gone.targets);
  const isKept = (target: GoneMission["targets"][number]) =>
    isByHand(target) || assessed.has(target.id);
  const byHand = new Set(gone.targets.filter(isKept).map(({ commitment_id }) => commitment_id));
  const reasonOf = ({
    id,
    successor_id,
    record: { made },
  }: EarlierMission["commitments"][number]) => [
    ...(dependents.get(id) ?? []),
    ...(byHand.has(id) ? ["a target that was set or assessed since"] : []),
    ...parts.naming(id),
    ...(successor_id === null ? [] : ["the commitment that took its place"]),
    ...(made === null ? [] : ["whoever made it"]),
  ];
  const [commitments, without] = split(gone.commitments, (each) => reasonOf(each).length > 0);
  const stays = new Set(commitments.map(({ id }) => id));
  const [targets, otherTargets] = split(
    gone.targets,
    (target) => isKept(target) || stays.has(target.commitment_id),
  );
  const counted = new Set([
    ...targets.map(({ indicator_id }) => indicator_id),
    ...gone.observations.filter(isByHand).map(({ indicator_id }) => indicator_id),
  ]);
  const [indicators, others] = split(gone.indicators, ({ id }) => counted.has(id));
  const [observations, figures] = split(
    gone.observations,
    (figure) => isByHand(figure) || indicators.some(({ id }) => id === figure.indicator_id),
  );
  return {
    staying: { commitments, targets, indicators, observations, funding },
    out: {
      commitments: without,
      targets: otherTargets,
      indicators: others,
      observations: figures,
      funding: money,
    },
    parts: parts.out,
    findings: [
      ...parts.findings,
      ...commitments
        .filter(({ record }) => record.made === null)
        .map((each) => ({
          code: "COMMITMENT_GONE",
          message: `The commitment ${each.code} is not in the new file and stays because of ${reasonOf(each).join(", ")}.`,
        })),
      ...funding.map(({ statement }) => ({
        code: "FUNDING_GONE",
        message: `The money of "${statement}" is not in the new file and stays because of its lines.`,
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

const isByHand = ({ record }: { readonly record: { readonly made: unknown } }) =>
  record.made !== null;

const takenOut = (code: string, what: string): Finding => ({
  code,
  message: `${what} is not in the new file and was taken out; the journal keeps it.`,
});

const goneFrom = (plan: MissionPlan, earlier: EarlierMission): GoneMission => ({
  commitments: missing(earlier.commitments, plan.commitments),
  indicators: missing(earlier.indicators, plan.indicators),
  targets: missing(earlier.targets, plan.targets),
  observations: missing(earlier.observations, plan.observations),
  funding: missing(earlier.funding, plan.funding),
});

/** Money that was recorded line by line since stays. */
async function splitFunding(tx: Tx, funding: GoneMission["funding"], { settled }: LeavingParts) {
  const ids = funding.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`select parent_id as id from commitments.hanging
    where parent_id = any(${ids}) and id <> all(${settled})`.execute(tx);
  const held = new Set(rows.map(({ id }) => id));
  return split(funding, ({ id }) => held.has(id));
}

const split = <Part>(parts: readonly Part[], stays: (part: Part) => boolean): [Part[], Part[]] => [
  parts.filter(stays),
  parts.filter((part) => !stays(part)),
];

async function dependentsOf(
  tx: Tx,
  commitments: GoneMission["commitments"],
  { settled }: LeavingParts,
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
    union
    select gone.id, h.what from gone join commitments.hanging h on h.commitment_id = gone.id
      where h.id <> all(${settled})
    union
    select gone.id, 'an assessment of it' from gone join commitments.assessment s on s.subject_id = gone.id
    union
    select gone.id, 'the recommendation ' || r.code from gone
      join commitments.follow_up f on f.commitment_id = gone.id
      join commitments.recommendation r on r.id = f.recommendation_id
      where r.id <> all(${settled})
    order by 1, 2`.execute(tx);
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byId].map(([id, all]) => [id, all.map(({ by }) => by)]));
}

async function assessedAmong(tx: Tx, targets: GoneMission["targets"]): Promise<Set<string>> {
  const ids = targets.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`select subject_id as id from commitments.assessment
    where subject_id = any(${ids})`.execute(tx);
  return new Set(rows.map(({ id }) => id));
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
  { staying, out, parts }: Leaving,
  incoming: Pick<Incoming, "document" | "recordedAt">,
): Promise<void> {
  const { id } = plan.mission;
  await deferReferences(tx);
  await removeParts(tx, parts);
  for (const [table, where] of children)
    await sql`delete from ${sql.table(`commitments.${table}`)} where ${where}${id})`.execute(tx);
  for (const table of members)
    await sql`delete from ${sql.table(`commitments.${table}`)} where mission_id = ${id}`.execute(
      tx,
    );
  await sql`delete from commitments.mission where id = ${id}`.execute(tx);
  await insertMission(tx, {
    ...plan,
    commitments: [...plan.commitments, ...last(plan.commitments, records(staying.commitments))],
    indicators: [...plan.indicators, ...last(plan.indicators, staying.indicators.map(indicatorOf))],
    funding: [...plan.funding, ...last(plan.funding, staying.funding.map(fundingOf))],
    targets: [...plan.targets, ...records(staying.targets)],
    observations: [...plan.observations, ...records(staying.observations)],
  });
  await writeEntries(
    tx,
    [
      ...out.commitments.map(takenFrom("Commitment", incoming)),
      ...out.indicators.map(({ id, access, ...before }) =>
        byImport(
          {
            subject: { type: "Indicator", id },
            version: 1,
            at: incoming.recordedAt,
            before: { id, access, ...before },
            after: null,
            access,
            group: null,
          },
          incoming.document,
        ),
      ),
      ...out.targets.map(takenFrom("Target", incoming)),
      ...out.observations.map(takenFrom("Observation", incoming)),
      ...partsGone(parts).map(({ type, record }) => takenFrom(type, incoming)({ record })),
    ],
    incoming.recordedAt,
  );
}

const records = <Thing>(rows: readonly { readonly record: Thing }[]): Thing[] =>
  rows.map(({ record }) => record);

const last = <Part extends { readonly position: number }>(
  parts: readonly { readonly position: number }[],
  kept: readonly Part[],
): Part[] => kept.map((part, index) => ({ ...part, position: parts.length + index + 1 }));

const indicatorOf = (row: GoneMission["indicators"][number]) =>
  Indicator.parse({
    ...row,
    mission: row.mission_id,
    expected: row.expected.parts,
    ended: row.ended_on,
    successor: row.successor_id,
  });

const fundingOf = (row: GoneMission["funding"][number]) =>
  FundingEnvelope.parse({
    ...row,
    mission: row.mission_id,
    amount: { amount: row.amount, currency: row.currency },
    period: { start: row.period_start, end: row.period_end, label: row.period_label },
    source: { title: row.source_title, publisher: row.source_publisher, url: row.source_url },
  });

/** That something is there no more, with what it was. */
const takenFrom =
  (type: string, { document, recordedAt }: Pick<Incoming, "document" | "recordedAt">) =>
  ({ record }: { readonly record: KeptThing }): Entry =>
    byImport(entryOfThing(type, record, null, recordedAt), document);

/** Writes what a file makes, or changes by verbs, into the journal. */
export const writeChanges = (
  tx: Tx,
  changes: readonly MissionChange[],
  { document, recordedAt }: Pick<Incoming, "document" | "recordedAt">,
): Promise<void> =>
  writeEntries(
    tx,
    changes.map(({ type, verb, before, after }) => ({
      ...byImport(entryOfThing(type, before, after, recordedAt), document),
      verb,
    })),
    recordedAt,
  );

/** Of a part of a mission before and after; at least one of them is there. */
export function entryOfThing(
  type: string,
  before: KeptThing | null,
  after: KeptThing | null,
  at: string,
): Omit<Entry, "actor" | "requestId" | "verb"> {
  const thing = after ?? before;
  if (thing === null) throw new Error("An entry is of something that is there, or was.");
  const { id, version, access, keeper: group } = thing;
  const next = after === null ? version + 1 : version;
  return { subject: { type, id }, version: next, at, before, after, access, group };
}
