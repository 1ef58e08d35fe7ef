import { type MissionPlan, parseMissionFile, planMission } from "@remit/commitments";
import { insertMission } from "@remit/commitments/store";
import type { Tx } from "@remit/database";
import { listGroups, listOrganisations } from "@remit/groups/store";
import { type AgentRef, Refusal } from "@remit/kernel";
import { bodiesOf } from "./bodies.ts";
import type { Incoming, Intake } from "./incoming.ts";
import { keyOf } from "./match.ts";

/** Takes a mission file. Refuses a mission that is recorded already. */
export async function takeMission(tx: Tx, incoming: Incoming, json: unknown): Promise<Intake> {
  const file = parseMissionFile(json);
  const there = await tx
    .selectFrom("commitments.mission")
    .select("title")
    .where("slug", "=", file.mission.slug)
    .executeTakeFirst();
  if (there !== undefined) {
    throw new Refusal(
      "MISSION_RECORDED",
      `The mission "${there.title}" is recorded already, from another file. A mission's file cannot be superseded yet: give this one another slug, or start with an empty database.`,
    );
  }
  const bodies = bodiesOf(await listOrganisations(tx), incoming.newId);
  const groups = await listGroups(tx);
  const agentCalled = (label: string): AgentRef | undefined => {
    const group = groups.find(({ name }) => keyOf([name]) === keyOf([label]));
    if (group !== undefined) return { kind: "group", id: group.id, label };
    const body = bodies.known(label);
    return body === null ? undefined : { kind: "organisation", id: body.id, label };
  };
  const plan = planMission(file, { newId: incoming.newId, agentCalled });
  return {
    kind: "mission",
    title: plan.mission.title,
    officialRecord: null,
    created: createdOf(plan),
    matched: [...groups, ...bodies.matched()].flatMap(({ id, name }) =>
      plan.parties.some(({ agent }) => "id" in agent && agent.id === id) ? [name] : [],
    ),
    findings: [],
    supersedes: null,
    write: () => insertMission(tx, plan),
  };
}

const createdOf = (plan: MissionPlan) => ({
  mission: 1,
  "funding envelope": plan.funding.length,
  commitment: plan.commitments.length,
  target: plan.targets.length,
  series: plan.indicators.length,
  observation: plan.observations.length,
  "linked mission": plan.links.length,
});
