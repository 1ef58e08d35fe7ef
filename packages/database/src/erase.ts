import { sql } from "kysely";
import type { Db, Tx } from "./database.ts";
import { hashOf, type JournalActor, type Stored } from "./journal.ts";

/** What an entry says once something was taken out of it. */
export interface Left {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly actor: JournalActor;
  readonly before: object | null;
  readonly after: object;
}

/**
 * An entry out of which something was taken, as a later entry attests it in `after.erased.entries`: `hash` is of what is
 * left. The hash that the entry was written with stays, since positions and later entries are chained to it.
 */
export interface ErasedEntry {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** What an entry has to attest of these once something was taken out of them. Changes nothing. */
export async function attested(db: Db, entries: readonly Left[]): Promise<ErasedEntry[]> {
  const told = [];
  for (const { type, id, version, ...left } of entries) {
    const { rows } = await sql<Stored>`select * from database.journal
      where subject_type = ${type} and subject_id = ${id} and version = ${version}`.execute(db);
    for (const { hash: _, ...facts } of rows)
      told.push({ type, id, version, hash: hashOf({ ...facts, ...left }) });
  }
  return told;
}

/** Takes something out of entries. The transaction has to attest it by an entry of its own, or the journal is broken. */
export async function eraseEntries(tx: Tx, entries: readonly Left[]): Promise<void> {
  for (const { type, id, version, actor, before, after } of entries)
    await sql`select database.erase_entry(${type}, ${id}::uuid, ${version}, ${JSON.stringify(actor)}::jsonb,
      ${before && JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb)`.execute(tx);
}

/** An attestation, by which entry it was made. */
export interface Attestation extends ErasedEntry {
  readonly by: string;
}

/** The last attestation of each entry out of which something was taken, by `type:id version n`. */
export async function attestations(db: Db): Promise<ReadonlyMap<string, Attestation>> {
  const { rows } = await sql<Attestation>`
    select told ->> 'type' as type, told ->> 'id' as id, (told ->> 'version')::int as version, told ->> 'hash' as hash,
      j.subject_type || ':' || j.subject_id || ' version ' || j.version as by
    from database.journal j join database.journal_position p using (subject_type, subject_id, version)
      cross join lateral jsonb_array_elements(j.after #> '{erased,entries}') told
    where jsonb_typeof(j.after #> '{erased,entries}') = 'array'
    order by p.position`.execute(db);
  return new Map(rows.map((each) => [`${each.type}:${each.id} version ${each.version}`, each]));
}
