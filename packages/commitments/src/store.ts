import { type Db, insertAll, type Tx } from "@remit/database";
import { currentOf } from "./indicator.ts";
import type { MissionPlan } from "./mission-plan.ts";
import * as rows from "./rows.ts";
import { saveParts } from "./store/file-parts.ts";

export { listParts, removeParts, saveParts } from "./store/file-parts.ts";
export { commands, commitmentCommands } from "./store/commands.ts";
export { measuredColumns, measuredOf, type MeasuredRow } from "./store/progress.ts";
export { requiredColumns, requirementOf } from "./store/requirement.ts";
export type {} from "./store/part-tables.ts";
export type {} from "./store/tables.ts";

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
  await saveParts(tx, plan.parts);
}

/** The mission at an address, if one is recorded. */
export async function findMission(db: Db, slug: string) {
  return db
    .selectFrom("commitments.mission")
    .select(["id", "slug", "title", "version"])
    .where("slug", "=", slug)
    .executeTakeFirst();
}
