import type { Tx } from "@remit/database";
import { sql } from "kysely";
import type { MissionParts } from "../part-plan.ts";
import { partNames, partSorts } from "../part-sorts.ts";
import { recommendationKeeping } from "./judging.ts";
import { partKeepings } from "./parts.ts";

const keepings = { ...partKeepings, recommendations: recommendationKeeping };

/** Writes parts of missions: those that are there over what they were. */
export async function saveParts(tx: Tx, parts: Partial<MissionParts>): Promise<void> {
  for (const key of partNames) {
    const [subject, ...made] = parts[key] ?? [];
    if (subject === undefined) continue;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each list is kept by the keeping of its name
    const keeping = keepings[key] as unknown as {
      save: (tx: Tx, saving: object) => Promise<void>;
    };
    await keeping.save(tx, { before: null, outcome: { subject, changed: [], made } });
  }
}

/** What is recorded of a mission's parts. */
export async function listParts(tx: Tx, mission: string): Promise<MissionParts> {
  const found: Partial<Record<keyof MissionParts, unknown>> = {};
  for (const key of partNames) {
    const { table, schema } = partSorts[key];
    const { rows } = await sql<{ record: unknown }>`select record from ${sql.table(table)}
      where mission_id = ${mission} order by position, id`.execute(tx);
    found[key] = rows.map(({ record }) => schema.parse(record));
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every sort has been read by its schema
  return found as MissionParts;
}

/** Takes parts of a mission out, what hangs on others first. */
export async function removeParts(tx: Tx, parts: MissionParts): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const key of partNames.toReversed()) {
    const { table } = partSorts[key];
    const ids = parts[key].map(({ id }) => id);
    const gone = await sql`delete from ${sql.table(table)} where id = any(${ids})`.execute(tx);
    counts[table.replace("commitments.", "").replaceAll("_", " ")] = Number(
      gone.numAffectedRows ?? 0,
    );
  }
  return counts;
}
