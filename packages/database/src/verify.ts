import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "./database.ts";
import { type Attestation, attestations } from "./erase.ts";
import { hashOf, isTakenOut, type Stored } from "./journal.ts";

/** Where present rows of a subject's type are, so that a journal can be held against them. */
export interface Journalled {
  readonly type: string;
  /** A table with the columns `id` and `version`. */
  readonly table: string;
}

/** The last position of a journal, and the hash that covers every entry up to it. */
export interface Head {
  readonly position: number;
  readonly chain: string;
}

/**
 * What is wrong with the journal, each thing with the entry or the subject that it is about; empty when nothing is. An
 * entry out of which something was erased is in order where a later one attests the hash of what is left. A head that was noted before, outside the database, must be in it still. To be
 * called in a transaction that sees one state, where others write meanwhile.
 */
export async function verifyJournal(
  db: Db,
  journalled: readonly Journalled[],
  noted: Head | null = null,
): Promise<string[]> {
  const told = await attestations(db);
  const problems = [...(await brokenChains(db, told)), ...(await brokenOrder(db))];
  if (noted !== null) problems.push(...(await withoutNoted(db, noted)));
  for (const { type, table } of journalled) problems.push(...(await unlike(db, type, table)));
  return problems;
}

/** The entries out of which something was erased on request, each with the entry that attests it. */
export async function erasedEntries(db: Db): Promise<string[]> {
  return [...(await attestations(db))].map(([name, { by }]) => `${name}, by ${by}`);
}

/** The present head of the journal: kept outside the database, it shows later whether what was there is there still. */
export async function journalHead(db: Db): Promise<Head | null> {
  const { rows } = await sql<Head>`select position, chain from database.journal_head`.execute(db);
  return rows[0] ?? null;
}

/** A text that is another one after every change of the record: where its journal stands, and how often documents were taken in, which the journal may have no entry for. */
export async function presentState(db: Db): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat_ws(':', position, chain, (select count from database.turn)) as state
    from database.journal_head`.execute(db);
  return rows[0]?.state ?? "";
}

type Told = ReadonlyMap<string, Attestation>;

async function brokenChains(db: Db, told: Told): Promise<string[]> {
  const problems: string[] = [];
  let last: Stored | undefined;
  for (;;) {
    const page = await entriesAfter(db, last);
    if (page.length === 0) return problems;
    for (const entry of page) {
      const same =
        last?.subject_id === entry.subject_id && last.subject_type === entry.subject_type;
      problems.push(...wrongWith(entry, same ? last : undefined, told));
      last = entry;
    }
  }
}

async function entriesAfter(db: Db, last: Stored | undefined): Promise<Stored[]> {
  const from = last
    ? sql`where (subject_type, subject_id, version) > (${last.subject_type}, ${last.subject_id}, ${last.version})`
    : sql``;
  const { rows } = await sql<Stored>`select * from database.journal ${from}
    order by subject_type, subject_id, version limit 1000`.execute(db);
  return rows;
}

function wrongWith(entry: Stored, before: Stored | undefined, told: Told): string[] {
  const { hash, ...facts } = entry;
  const name = nameOf(facts);
  const problems: string[] = [];
  const left = told.get(name)?.hash;
  if (hashOf(facts) !== (left ?? hash))
    problems.push(
      left === undefined
        ? `${name} was changed after it was written.`
        : `${name} is not what was left of it when something was erased.`,
    );
  if (facts.version !== (before?.version ?? 0) + 1)
    problems.push(`${name} does not follow the entry before it: one is missing.`);
  else if (facts.previous !== (before?.hash ?? null))
    problems.push(`${name} is not chained to the entry before it.`);
  if (before !== undefined && isTakenOut(before))
    problems.push(`${name} follows an entry that says that it was taken out.`);
  return problems;
}

interface Place extends Pick<Stored, "subject_type" | "subject_id" | "version"> {
  readonly position: number;
  readonly chain: string;
  readonly hash: string | null;
}

const nameOf = (of: Pick<Stored, "subject_type" | "subject_id" | "version">) =>
  `${of.subject_type}:${of.subject_id} version ${of.version}`;

/** Positions without their entry or out of their chain, entries without a position, and a head that is elsewhere. */
async function brokenOrder(db: Db): Promise<string[]> {
  const problems: string[] = [];
  let last: Head = { position: 0, chain: "" };
  for (;;) {
    const { rows } = await sql<Place>`select p.*, j.hash from database.journal_position p
      left join database.journal j using (subject_type, subject_id, version)
      where position > ${last.position} order by position limit 1000`.execute(db);
    if (rows.length === 0) break;
    for (const place of rows) {
      problems.push(...misplaced(place, last));
      last = place;
    }
  }
  const head = await journalHead(db);
  if (head?.position !== last.position || head.chain !== last.chain)
    problems.push(
      `The journal's head is at position ${head?.position ?? "none"}, but its last position is ${last.position}: entries are missing at its end.`,
    );
  return [...problems, ...(await withoutPlace(db))];
}

function misplaced(place: Place, last: Head): string[] {
  const where = `Position ${place.position} of the journal, ${nameOf(place)},`;
  const problems: string[] = [];
  if (place.position !== last.position + 1)
    problems.push(
      `The journal has no position ${last.position + 1}: ${place.position - last.position - 1} missing before ${nameOf(place)}.`,
    );
  if (place.hash === null) problems.push(`${where} has no entry: it was taken out of the journal.`);
  else if (place.position === last.position + 1 && place.chain !== chained(last, place.hash))
    problems.push(`${where} is not chained to the position before it.`);
  return problems;
}

/** What `database.advance_journal` makes: the hash of a whole journal up to a position. */
const chained = ({ position, chain }: Head, hash: string) =>
  createHash("sha256")
    .update(`${chain} ${position + 1} ${hash}`)
    .digest("hex");

async function withoutPlace(db: Db): Promise<string[]> {
  const { rows } = await sql<Stored>`select * from database.journal j where not exists
    (select from database.journal_position p where p.subject_type = j.subject_type
      and p.subject_id = j.subject_id and p.version = j.version)
    order by subject_type, subject_id, version`.execute(db);
  return rows.map((entry) => `${nameOf(entry)} has no position in the journal.`);
}

async function withoutNoted(db: Db, { position, chain }: Head): Promise<string[]> {
  const { rows } = await sql`select from database.journal_position
    where position = ${position} and chain = ${chain}`.execute(db);
  return rows.length > 0
    ? []
    : [`The journal is not the one that had ${chain} at position ${position}.`];
}

interface Pair {
  readonly id: string;
  /** Of the row; null where there is none. */
  readonly version: number | null;
  /** Of the last entry; null where there is none. */
  readonly last: number | null;
  readonly gone: boolean | null;
}

/** Rows and last entries of subjects that do not agree, seen from both sides. */
async function unlike(db: Db, type: string, table: string): Promise<string[]> {
  const { rows } = await sql<Pair>`
    select coalesce(t.id, j.subject_id) as id, t.version, j.version as last, j.gone
    from ${sql.table(table)} t full join (
      select distinct on (subject_id) subject_id, version, after = '{}' as gone
      from database.journal where subject_type = ${type}
      order by subject_id, version desc) j on j.subject_id = t.id
    where case when t.id is null then not j.gone else j.gone is distinct from false
      or j.version <> t.version end order by 1`.execute(db);
  return rows.map((pair) => `${type}:${pair.id} ${disagreement(pair)}`);
}

function disagreement({ version, last, gone }: Pair): string {
  if (last === null) return "is not in the journal.";
  if (version === null) return "is in the journal, but its row is gone: no entry takes it out.";
  if (gone) return `is there, though its last entry, of version ${last}, takes it out.`;
  return `is at version ${version}, but its last entry is of version ${last}.`;
}
