import { partSorts } from "@remit/commitments";
import { listParts, removeParts } from "@remit/commitments/store";
import type { Tx } from "@remit/database";
import { importer } from "@remit/kernel";
import { sql } from "kysely";
import * as z from "zod";
import { entryOfThing } from "./gone-mission.ts";
import { deferReferences } from "./gone.ts";
import type { KeptThing } from "./earlier-mission.ts";
import { assertClear, type Undoing, type UndoReport, writeUndone } from "./undoing.ts";

/** What mission files of every format have. */
const Addressed = z.object({ mission: z.object({ slug: z.string() }) });

// Children before parents.
const tables = [
  ["target", sql`commitment_id in (select id from commitments.commitment where mission_id = `],
  ["observation", sql`indicator_id in (select id from commitments.indicator where mission_id = `],
] as const;
const parts = ["party", "funding_envelope", "mission_link", "indicator", "commitment"] as const;

/** Takes out the mission that a file described. */
export async function undoMission(
  tx: Tx,
  undoing: Undoing,
): Promise<Pick<UndoReport, "removed" | "restored">> {
  const { text } = await tx
    .selectFrom("documents.document")
    .select("text")
    .where("id", "=", undoing.document.id)
    .executeTakeFirstOrThrow();
  const { slug } = Addressed.parse(JSON.parse(text)).mission;
  const { id } = await tx
    .selectFrom("commitments.mission")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ what: string }>`
    select a.reference || ' contributes to ' || c.code as what from commitments.commitment c
      join gateway.action_commitment l on l.commitment_id = c.id join actions.action a on a.id = l.action_id
      where c.mission_id = ${id}
    union
    select a.reference || ' is linked with ' || c.code from commitments.commitment c
      join actions.action a on position(c.id::text in a.record::text) > 0 where c.mission_id = ${id}
    union
    select 'a ' || lower(j.subject_type) || ' of it has changed since: ' || j.verb
      from database.journal j join (${keptOf(id)}) kept on kept.type = j.subject_type and kept.id = j.subject_id
      where j.actor ->> 'name' <> ${importer}
    union
    select 'a ' || lower(s.subject_type) || ' of it was assessed' from commitments.assessment s
      join (${keptOf(id)}) kept on kept.id = s.subject_id
    union
    select h.what || ' was recorded' from commitments.hanging h
      where (h.mission_id = ${id} or h.parent_id = ${id}) and h.id not in (select id from (${keptOf(id)}) filed)
    union
    select 'the recommendation ' || r.code || ' was made to it' from commitments.recommendation r
      where r.mission_id = ${id} and r.record -> 'made' <> 'null'
    order by 1`.execute(tx);
  assertClear(rows.map(({ what }) => what));
  const kept = await sql<{ type: string; record: KeptThing }>`
    select type, record from (${keptOf(id)}) kept order by type, id`.execute(tx);
  await writeUndone(
    tx,
    undoing,
    kept.rows.map(({ type, record }) => entryOfThing(type, record, null, undoing.at)),
  );
  await deferReferences(tx);
  const removed: Record<string, number> = {
    mission: 1,
    ...(await removeParts(tx, await listParts(tx, id))),
  };
  const count = (table: string, rowsGone: bigint | undefined) => {
    removed[table.replaceAll("_", " ")] = Number(rowsGone ?? 0);
  };
  for (const [table, where] of tables) {
    const gone = await sql`delete from ${sql.table(`commitments.${table}`)}
      where ${where}${id})`.execute(tx);
    count(table, gone.numAffectedRows);
  }
  for (const table of parts) {
    const gone = await sql`delete from ${sql.table(`commitments.${table}`)}
      where mission_id = ${id}`.execute(tx);
    count(table, gone.numAffectedRows);
  }
  await sql`delete from commitments.mission where id = ${id}`.execute(tx);
  return { removed, restored: [] };
}

/** Whatever of a mission verbs can change. */
const keptOf = (mission: string) => sql`
  select 'Commitment' as type, id, record from commitments.commitment where mission_id = ${mission}
  union all
  select 'Target', t.id, t.record from commitments.target t
    join commitments.commitment c on c.id = t.commitment_id where c.mission_id = ${mission}
  union all
  select 'Observation', o.id, o.record from commitments.observation o
    join commitments.indicator i on i.id = o.indicator_id where i.mission_id = ${mission}
  ${sql.join(
    Object.values(partSorts).map(
      ({ type, table }) => sql`union all
        select ${sql.lit(type)}, id, record from ${sql.table(table)}
        where mission_id = ${mission} and record -> 'made' = 'null'`,
    ),
    sql` `,
  )}`;
