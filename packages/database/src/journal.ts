import { createHash, randomUUID } from "node:crypto";
import { type Access, canonicalJson, type Day, dayAt, Refusal, type Zone } from "@remit/kernel";
import { type ColumnType, type Insertable, type Selectable, sql } from "kysely";
import type { Json } from "./columns.ts";
import type { Db, Tx } from "./database.ts";
import { insertAll } from "./insert.ts";
import type { Caller } from "./keeping.ts";

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
  /**
   * Goes with what is erased, so that nobody can try names until one makes the entry's hash again. Given where an entry
   * is written; older ones have none.
   */
  readonly salt?: string;
}

/** A caller as the journal keeps who made a change. */
export const actorOf = ({
  name,
  id,
  token,
}: Pick<Caller, "name" | "id" | "token">): JournalActor => ({
  name,
  person: id,
  ...(token === null ? {} : { token }),
});

/** One accepted change. `at` is when it happened, which for an import is the day of the meeting. */
export interface Entry {
  readonly subject: Subject;
  readonly version: number;
  readonly verb: string;
  readonly actor: JournalActor;
  readonly requestId: string;
  readonly at: string;
  /** What it was like, where no entry says so: it is kept with the first one alone. */
  readonly before: object | null;
  /** What it is like afterwards; null where it was taken out on purpose, so that its row is there no more. Kept as `{}`. */
  readonly after: object | null;
  readonly access: Access;
  readonly group: string | null;
}

declare module "./database.ts" {
  interface Database {
    "database.journal": JournalTable;
    "database.history": HistoryView;
  }
}

/** A row of the journal: one entry for each version of each subject. */
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
 * Writes entries in the transaction of the changes that they tell of. Each is chained to the one before it of its
 * subject, is never of an earlier moment than that one, and is placed in the order of the whole journal when the
 * transaction commits.
 */
export async function writeEntries(
  tx: Tx,
  entries: readonly Entry[],
  recordedAt: string,
): Promise<void> {
  const [only, ...others] = entries;
  if (only !== undefined && only.version > 1 && others.length === 0)
    if (await writeNext(tx, only, recordedAt)) return;
  const last = await lastEntries(tx, entries);
  const rows = entries.map((entry) => {
    const told = toldBy(entry, recordedAt, last.get(keyOf(entry.subject)));
    const row = { ...rowOf(told), hash: hashOf(told) };
    last.set(keyOf(entry.subject), row);
    return row;
  });
  await insertAll(tx, "database.journal", rows);
}

/**
 * Writes an entry and reads the one before it by one statement, which therefore makes the hash. False where that one is
 * of a later moment, since then this one is too.
 */
async function writeNext(tx: Tx, entry: Entry, recordedAt: string): Promise<boolean> {
  const told = toldBy(entry, recordedAt, undefined);
  const row = rowOf(told);
  const text = canonicalJson(told);
  // No text of anybody's stands behind it in the order of the keys.
  const place = text.lastIndexOf(`"previous":null`);
  const [head, tail] = [text.slice(0, place), text.slice(place + `"previous":null`.length)];
  const { numAffectedRows = 0n } = await sql`
    insert into database.journal (subject_type, subject_id, version, verb, actor, request_id, at, recorded_at, after,
        group_id, access, previous, hash)
      select subject_type, subject_id, version + 1, ${row.verb}, ${row.actor}::jsonb, ${row.request_id},
        ${row.at}::timestamptz, ${row.recorded_at}::timestamptz, ${row.after}::jsonb, ${row.group_id}::uuid,
        ${row.access}, hash, encode(sha256(convert_to(
          ${`${head}"previous":"`}::text || hash || ${`"${tail}`}::text, 'UTF8')), 'hex')
      from database.journal where subject_type = ${row.subject_type} and subject_id = ${row.subject_id}
        and version = ${row.version - 1} and at <= ${row.at}::timestamptz`.execute(tx);
  return numAffectedRows > 0n;
}

/** The day on which a thing came into the record; null for what no entry speaks of. */
export async function recordedSince(
  tx: Tx,
  { type, id }: Subject,
  zone: Zone,
): Promise<Day | null> {
  const first = await tx
    .selectFrom("database.journal")
    .select("at")
    .where("subject_type", "=", type)
    .where("subject_id", "=", id)
    .where("version", "=", 1)
    .executeTakeFirst();
  return first === undefined ? null : dayAt(first.at, zone);
}

const keyOf = ({ type, id }: Subject) => `${type}:${id}`;

type Last = Pick<Insertable<JournalTable>, "hash" | "at">;

async function lastEntries(tx: Tx, entries: readonly Entry[]): Promise<Map<string, Last>> {
  const changed = entries.filter(({ version }) => version > 1);
  if (changed.length === 0) return new Map();
  const types = changed.map(({ subject }) => subject.type);
  const ids = changed.map(({ subject }) => subject.id);
  const { rows } = await sql<Last & Subject>`
    select type, id, hash, at from (select distinct * from unnest(${types}::text[], ${ids}::uuid[])) subject (type, id)
      cross join lateral (select hash, at from database.journal where subject_type = type and subject_id = id
        order by version desc limit 1) last`.execute(tx);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** All that an entry says, as its hash covers it. */
function toldBy(entry: Entry, recordedAt: string, last: Last | undefined) {
  const at = Math.max(Date.parse(entry.at), last === undefined ? -Infinity : Date.parse(last.at));
  return {
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
    // No id of anything: what nobody can guess.
    actor: { ...entry.actor, salt: randomUUID() },
    // Of every later one, the entry before it says what the subject was like.
    before: entry.version === 1 ? entry.before : null,
    after: entry.after ?? takenOut,
  };
}

const rowOf = (told: ReturnType<typeof toldBy>) => ({
  ...told,
  actor: JSON.stringify(told.actor),
  before: told.before && JSON.stringify(told.before),
  after: JSON.stringify(told.after),
});

const takenOut = {};

/** Whether an entry says that its subject was taken out on purpose. */
export const isTakenOut = ({ after }: Pick<Stored, "after">): boolean =>
  Object.keys(after).length === 0;

export const hashOf = (facts: object): string =>
  createHash("sha256").update(canonicalJson(facts)).digest("hex");

/** An entry as it is read. */
export type Stored = Selectable<JournalTable>;

/** An entry with its place in the order in which entries were committed; null before that, in its own transaction. */
export interface Placed extends Stored {
  readonly position: number | null;
}

/** The entries of one subject, first to last. Refuses with `NOT_FOUND` where there are none. */
export async function entriesOf(db: Db, { type, id }: Subject): Promise<Placed[]> {
  const { rows } = await sql<Placed>`select j.*, p.position from database.journal j
    left join database.journal_position p using (subject_type, subject_id, version)
    where subject_type = ${type} and subject_id = ${id} order by version`.execute(db);
  if (rows.length === 0)
    throw new Refusal(
      "NOT_FOUND",
      `The journal has no entry of ${type}:${id}. Check its type and its id.`,
    );
  return rows;
}
