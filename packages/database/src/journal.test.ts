import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { type Entry, entriesOf, verifyJournal, writeEntries } from "./journal.ts";
import { onEachDatabase } from "./testing.ts";

const subject = { type: "Spade", id: "01990000-0000-7000-8000-000000000701" };
const other = { type: "Spade", id: "01990000-0000-7000-8000-000000000702" };
const spades = [{ type: "Spade", table: "shed.spade" }];
const entry = (version: number, rest: Partial<Entry> = {}): Entry => ({
  subject,
  version,
  verb: version === 1 ? "buy" : "sharpen",
  actor: { name: "Sam Okoro", person: null },
  requestId: "test",
  at: "2026-03-01T09:00:00.000Z",
  before: version === 1 ? null : { edge: version - 1, handle: { wood: "ash" } },
  after: { edge: version, handle: { wood: "ash" } },
  access: "public",
  group: null,
  ...rest,
});

const at = (version: number) => `${subject.type}:${subject.id} version ${version}`;
const where = (version: number) => `where subject_id = '${subject.id}' and version = ${version}`;

onEachDatabase((open) => {
  beforeAll(async () => {
    const { db } = open();
    await sql`create schema shed`.execute(db);
    await sql`create table shed.spade (id uuid, version int)`.execute(db);
    await sql`insert into shed.spade values (${subject.id}, 3), (${other.id}, 1)`.execute(db);
    await db.transaction().execute(async (tx) => {
      await writeEntries(tx, [entry(1), entry(1, { subject: other })], "2026-03-01T09:00:01Z");
      await writeEntries(tx, [entry(2), entry(3)], "2026-03-02T09:00:01Z");
    });
  });

  /** Does something that the journal forbids, looks, and takes it back. */
  const afterTampering = async (statement: string) => {
    const { db } = open();
    let problems: string[] = [];
    const takenBack = db.transaction().execute(async (tx) => {
      await sql`alter table database.journal disable trigger all`.execute(tx);
      await sql.raw(statement).execute(tx);
      problems = await verifyJournal(tx, spades);
      throw new Error("taken back");
    });
    await expect(takenBack).rejects.toThrow("taken back");
    return problems;
  };

  test("an untouched journal is in order, and reads back in order", async () => {
    const { db } = open();
    expect(await verifyJournal(db, spades)).toEqual([]);
    const entries = await entriesOf(db, subject);
    expect(entries.map(({ version, verb }) => [version, verb])).toEqual([
      [1, "buy"],
      [2, "sharpen"],
      [3, "sharpen"],
    ]);
  });

  test.each([
    "update database.journal set verb = 'sell'",
    "delete from database.journal",
    "truncate database.journal",
  ])("%s is refused", async (statement) => {
    await expect(sql.raw(statement).execute(open().db)).rejects.toThrow("never changed");
  });

  test("INV-K1 no entry is of an earlier moment than the one before it of its subject", async () => {
    const { db } = open();
    const told = { type: "Spade", id: "01990000-0000-7000-8000-000000000703" };
    const on = (version: number, at: string) => entry(version, { subject: told, at });
    await db.transaction().execute(async (tx) => {
      await writeEntries(tx, [on(1, "2026-03-02T09:00:00.000Z")], "2026-03-02T09:00:01Z");
      await writeEntries(
        tx,
        [on(2, "1900-01-01T00:00:00.000Z"), on(3, "2026-03-02T00:00:00.000Z")],
        "2026-03-02T10:00:01Z",
      );
      await writeEntries(tx, [on(4, "2026-03-03T00:00:00.000Z")], "2026-03-03T10:00:01Z");
    });
    const { rows } = await sql<{ at: string }>`select at from database.journal
      where subject_id = ${told.id} order by version`.execute(db);
    const moments = rows.map(({ at }) => new Date(at).toISOString());
    expect(moments).toEqual([
      "2026-03-02T09:00:00.000Z",
      "2026-03-02T09:00:00.000Z",
      "2026-03-02T09:00:00.000Z",
      "2026-03-03T00:00:00.000Z",
    ]);
    expect(await verifyJournal(db, [])).toEqual([]);
  });

  test("a version is written once", async () => {
    const { db } = open();
    const again = db
      .transaction()
      .execute((tx) => writeEntries(tx, [entry(3)], "2026-03-03T09:00:01Z"));
    await expect(again).rejects.toThrow("journal_pkey");
  });

  test.each([
    {
      what: "an edited fact",
      statement: `update database.journal set after = '{"edge": 9}' ${where(2)}`,
      problem: `${at(2)} was changed`,
    },
    {
      what: "another time",
      statement: `update database.journal set at = at + interval '1 day' ${where(1)}`,
      problem: `${at(1)} was changed`,
    },
    {
      what: "an entry taken out",
      statement: `delete from database.journal ${where(2)}`,
      problem: `${at(3)} does not follow`,
    },
    {
      what: "a tail cut off",
      statement: `delete from database.journal ${where(3)}`,
      problem: `is at version 3, but its last entry is of version 2`,
    },
    {
      what: "a subject without entries",
      statement: `delete from database.journal where subject_id = '${other.id}'`,
      problem: `Spade:${other.id} is not in the journal`,
    },
    {
      what: "an entry with the hash of another",
      statement: `update database.journal set previous = 'ab' ${where(3)}`,
      problem: `${at(3)} is not chained`,
    },
  ])("$what is found and named", async ({ statement, problem }) => {
    expect(await afterTampering(statement)).toContainEqual(expect.stringContaining(problem));
  });
});
