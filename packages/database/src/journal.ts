import { createHash } from "node:crypto";
import { type Access, canonicalJson, Refusal } from "@remit/kernel";
import { type ColumnType, type Insertable, type Selectable, sql } from "kysely";
import type { Json } from "./columns.ts";
import type { Db, Tx } from "./database.ts";
import { insertAll } from "./insert.ts";

/** A versioned thing of the record: its GraphQL type and its key. */
export interface Subject {
  readonly type: string;
  readonly id: string;
}

/** Who made a change, as the journal keeps it: readable when the person or the token is long gone. */
export interface JournalActor {
  readonly name: string;
  readonly person: string | null;
  /** The name of the token by which they did it, where there was one. */
  readonly token?: string;
}

/** One accepted change. `at` is when it happened, which for an import is the day of the meeting. */
export interface Entry {
  readonly subject: Subject;
  readonly version: number;
  readonly verb: string;
  readonly actor: JournalActor;
  readonly requestId: string;
  readonly at: string;
  readonly before: object | null;
  readonly after: object;
  readonly access: Access;
  readonly group: string | null;
}

declare module "./database.ts" {
  interface Database {
    "database.journal": JournalTable;
    "database.history": HistoryView;
  }
}

export interface JournalTable {
  subject_type: string;
  subject_id: string;
  version: number;
  verb: string;
  actor: Json<JournalActor>;
  request_id: string;
  at: string;
  recorded_at: string;
  before: ColumnType<object | null, string | null, never>;
  after: Json<object>;
  group_id: string | null;
  access: Access;
  previous: string | null;
  hash: string;
}

/** The journal, with what the public reads in place of what names somebody; null where that is the same. */
export interface HistoryView extends JournalTable {
  after_for_public: string | null;
  by_for_public: string | null;
}

/**
 * Writes entries in the transaction of the changes that they tell of. Each is chained to the one before it of its subject,
 * and is never of an earlier moment: what is told of an earlier day came after what is there, in the order of the record.
 */
export async function writeEntries(
  tx: Tx,
  entries: readonly Entry[],
  recordedAt: string,
): Promise<void> {
  const last = await lastEntries(tx, entries);
  const rows = entries.map((entry) => {
    const row = rowOf(entry, recordedAt, last.get(keyOf(entry.subject)));
    last.set(keyOf(entry.subject), row);
    return row;
  });
  await insertAll(tx, "database.journal", rows);
}

const keyOf = ({ type, id }: Subject) => `${type}:${id}`;

type Last = Pick<Insertable<JournalTable>, "hash" | "at">;

async function lastEntries(tx: Tx, entries: readonly Entry[]): Promise<Map<string, Last>> {
  const changed = entries.filter(({ version }) => version > 1);
  if (changed.length === 0) return new Map();
  const ids = changed.map(({ subject }) => subject.id);
  const { rows } = await sql<Last & Subject>`
    select distinct on (subject_type, subject_id) subject_type as type, subject_id as id, hash, at
    from database.journal where subject_id = any(${ids})
    order by subject_type, subject_id, version desc`.execute(tx);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function rowOf(entry: Entry, recordedAt: string, last: Last | undefined): Insertable<JournalTable> {
  const at = Math.max(Date.parse(entry.at), last === undefined ? -Infinity : Date.parse(last.at));
  const facts = {
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    version: entry.version,
    verb: entry.verb,
    request_id: entry.requestId,
    at: new Date(at).toISOString(),
    recorded_at: new Date(recordedAt).toISOString(),
    group_id: entry.group,
    access: entry.access,
    previous: last?.hash ?? null,
  };
  const { actor, before, after } = entry;
  return {
    ...facts,
    actor: JSON.stringify(actor),
    before: before === null ? null : JSON.stringify(before),
    after: JSON.stringify(after),
    hash: hashOf({ ...facts, actor, before, after }),
  };
}

const hashOf = (facts: object): string =>
  createHash("sha256").update(canonicalJson(facts)).digest("hex");

/** Where present rows of a subject's type are, so that a journal can be held against them. */
export interface Journalled {
  readonly type: string;
  /** A table with the columns `id` and `version`. */
  readonly table: string;
}

/** What is wrong with the journal, each thing with the entry or the subject that it is about; empty when nothing is. */
export async function verifyJournal(db: Db, journalled: readonly Journalled[]): Promise<string[]> {
  const problems = await brokenChains(db);
  for (const { type, table } of journalled) problems.push(...(await unlike(db, type, table)));
  return problems;
}

type Stored = Selectable<JournalTable>;

async function brokenChains(db: Db): Promise<string[]> {
  const problems: string[] = [];
  let last: Stored | undefined;
  for (;;) {
    const page = await entriesAfter(db, last);
    if (page.length === 0) return problems;
    for (const entry of page) {
      const same =
        last?.subject_id === entry.subject_id && last.subject_type === entry.subject_type;
      problems.push(...wrongWith(entry, same ? last : undefined));
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

function wrongWith({ hash, ...facts }: Stored, before: Stored | undefined): string[] {
  const name = `${facts.subject_type}:${facts.subject_id} version ${facts.version}`;
  const problems: string[] = [];
  if (hashOf(facts) !== hash) problems.push(`${name} was changed after it was written.`);
  if (facts.version !== (before?.version ?? 0) + 1)
    problems.push(`${name} does not follow the entry before it: one is missing.`);
  else if (facts.previous !== (before?.hash ?? null))
    problems.push(`${name} is not chained to the entry before it.`);
  return problems;
}

/** Rows whose present version is not the one that their last entry carries. */
async function unlike(db: Db, type: string, table: string): Promise<string[]> {
  const { rows } = await sql<{ id: string; version: number; last: number | null }>`
    select t.id, t.version, j.last from ${sql.table(table)} t left join (
      select subject_id, max(version) as last from database.journal
      where subject_type = ${type} group by subject_id) j on j.subject_id = t.id
    where j.last is distinct from t.version order by t.id`.execute(db);
  return rows.map(({ id, version, last }) =>
    last === null
      ? `${type}:${id} is not in the journal.`
      : `${type}:${id} is at version ${version}, but its last entry is of version ${last}.`,
  );
}

/** The entries of one subject, first to last. Refuses with `NOT_FOUND` where there are none. */
export async function entriesOf(db: Db, { type, id }: Subject) {
  const { rows } = await sql<Stored>`select * from database.journal
    where subject_type = ${type} and subject_id = ${id} order by version`.execute(db);
  if (rows.length === 0) throw new Refusal("NOT_FOUND", `The journal knows no ${type}:${id}.`);
  return rows;
}
