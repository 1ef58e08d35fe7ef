import {
  doubtsIn,
  type MissionFile,
  type MissionPlan,
  namedIn,
  parseMissionFile,
  planMission,
} from "@remit/commitments";
import { findMission, insertMission, saveParts } from "@remit/commitments/store";
import { lockNames, type Tx } from "@remit/database";
import { listGroups } from "@remit/groups/store";
import { type AgentRef, dayAt, homeZone, importer, Refusal } from "@remit/kernel";
import { sql } from "kysely";
import { bodiesOf } from "./bodies.ts";
import { type Incoming, type Intake, supersedeWith, type Take } from "./incoming.ts";
import { keyOf } from "./match.ts";
import { leavingOf, replaceMission, writeChanges } from "./gone-mission.ts";
import { missing } from "./pair.ts";
import { partsCreated } from "./mission-parts.ts";
import { knownBodies } from "./record.ts";
import type { EarlierMission } from "./earlier-mission.ts";
import { earlierMission, inherit, madeIn } from "./supersede-mission.ts";

/** Understands a mission file. It is refused where another file of the mission is recorded, unless it is to supersede it. */
export function takeMission(incoming: Incoming, json: unknown): Take {
  const file = parseMissionFile(json);
  return (tx) => take(tx, file, incoming);
}

async function take(tx: Tx, file: MissionFile, incoming: Incoming): Promise<Intake> {
  await lockNames(tx, "remit missions", [file.mission.slug]);
  const there = (await findMission(tx, file.mission.slug)) ?? (await unfiled(tx, file));
  const earlier = there === undefined ? null : await earlierMission(tx, there);
  // What a report alone has told of has no file yet, and waits for one.
  if (there !== undefined && earlier?.document != null && !incoming.told.supersede) {
    throw new Refusal(
      "MISSION_RECORDED",
      `The mission "${there.title}" is recorded already, from another file. To put this one in its place: ${supersedeWith(incoming)}`,
    );
  }
  const bodies = bodiesOf(await knownBodies(tx, [], namedIn(file)), incoming.newId);
  const groups = await listGroups(tx);
  const agentCalled = (label: string): AgentRef | undefined => {
    const group = groups.find(({ name }) => keyOf([name]) === keyOf([label]));
    if (group !== undefined) return { kind: "group", id: group.id, label };
    const body = bodies.known(label);
    return body === null ? undefined : { kind: "organisation", id: body.id, label };
  };
  const around = { newId: incoming.newId, agentCalled };
  const planned = planMission(file, around);
  const { plan, changes } =
    earlier === null
      ? { plan: planned, changes: madeIn(planned) }
      : inherit(planned, earlier, {
          filed: earlier.file === null ? null : planMission(earlier.file, around),
          stamp: stampOf(file, incoming),
        });
  const leaving = earlier === null ? null : await leavingOf(tx, plan, earlier);
  return {
    kind: "mission",
    title: plan.mission.title,
    officialRecord: null,
    access: null,
    created: createdOf(plan, earlier),
    matched: [...groups, ...bodies.matched()].flatMap(({ id, name }) =>
      plan.parties.some(({ agent }) => "id" in agent && agent.id === id) ? [name] : [],
    ),
    findings: [...doubtsIn(file), ...(leaving?.findings ?? [])],
    supersedes: earlier?.document ?? null,
    write: async () => {
      if (leaving === null) await insertMission(tx, plan);
      else await replaceMission(tx, plan, leaving, incoming);
      await writeChanges(tx, changes, incoming);
      // What the file has itself was put right with the rest of it.
      const filed = new Set(plan.parts.reports.map(({ id }) => id));
      const others = earlier?.parts.reports.filter(({ id }) => !filed.has(id)) ?? [];
      await handOver(tx, plan.mission, others, incoming);
    },
  };
}

/** A mission of the same title that was told of by a report alone. */
async function unfiled(tx: Tx, { mission }: MissionFile) {
  const { rows } = await sql<{ slug: string; title: string }>`
    select slug, title from commitments.mission order by id`.execute(tx);
  const same = rows.find(({ title }) => keyOf([title]) === keyOf([mission.title]));
  const there = same === undefined ? undefined : await findMission(tx, same.slug);
  if (there === undefined) return undefined;
  const { document } = await earlierMission(tx, there);
  return document === null ? there : undefined;
}

/** Reports that were read before anybody kept the mission's record are its keepers' from now on. */
async function handOver(
  tx: Tx,
  { keeper }: MissionPlan["mission"],
  reports: MissionPlan["parts"]["reports"],
  incoming: Incoming,
): Promise<void> {
  const handed = reports
    .filter((report) => keeper !== null && report.keeper === null && report.made !== null)
    .map((before) => ({ before, after: { ...before, keeper, version: before.version + 1 } }));
  if (handed.length === 0) return;
  await saveParts(tx, { reports: handed.map(({ after }) => after) });
  const changes = handed.map((change) => ({ type: "Report", verb: "import", ...change }));
  await writeChanges(tx, changes, incoming);
}

/** What the file changes is changed by it, on the day on which it is read. */
const stampOf = (file: MissionFile, { name, recordedAt }: Incoming) => ({
  by: { kind: "unresolved" as const, label: importer },
  on: dayAt(recordedAt, homeZone),
  reason: `The mission "${file.mission.title}" was read again from ${name}.`,
});

const createdOf = (plan: MissionPlan, earlier: EarlierMission | null) => ({
  mission: earlier === null ? 1 : 0,
  "funding envelope": missing(plan.funding, earlier?.funding ?? []).length,
  commitment: missing(plan.commitments, earlier?.commitments ?? []).length,
  target: missing(plan.targets, earlier?.targets ?? []).length,
  series: missing(plan.indicators, earlier?.indicators ?? []).length,
  observation: missing(plan.observations, earlier?.observations ?? []).length,
  "linked mission": missing(plan.links, earlier?.links ?? []).length,
  ...partsCreated(plan.parts, earlier?.parts ?? null),
});
