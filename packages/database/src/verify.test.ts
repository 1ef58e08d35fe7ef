import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { attested, eraseEntries } from "./erase.ts";
import { type Entry, entriesOf, writeEntries } from "./journal.ts";
import { migrations } from "./migrations.ts";
import { embeddedDatabase, onEachDatabase } from "./testing.ts";
import { erasedEntries, journalHead, verifyJournal } from "./verify.ts";

const subject = { type: "Spade", id: "01990000-0000-7000-8000-000000000701" };
const other = { type: "Spade", id: "01990000-0000-7000-8000-000000000702" };
const spades = [{ type: "Spade", table: "shed.spade" }];
const entry = (version: number, rest: Partial<Entry> = {}): Entry => ({
  subject,
  version,
  verb: "sharpen",
  actor: { name: "Sam Okoro", person: null },
  requestId: "test",
  at: "2026-03-01T09:00:00.000Z",
  before: version === 1 ? null : { edge: version - 1 },
  after: { edge: version },
  access: "public",
  group: null,
  ...rest,
});
const at = (version: number) => `${subject.type}:${subject.id} version ${version}`;
const where = (version: number) => `where subject_id = '${subject.id}' and version = ${version}`;
const gone = "01990000-0000-7000-8000-000000000703";

onEachDatabase((open) => {
  beforeAll(async () => {
    const { db } = open();
    await sql`create schema shed`.execute(db);
    await sql`create table shed.spade (id uuid, version int)`.execute(db);
    await sql`insert into shed.spade values (${subject.id}, 3), (${other.id}, 1)`.execute(db);
    await db.transaction().execute(async (tx) => {
      await writeEntries(tx, [entry(1), entry(1, { subject: other })], "2026-03-01T09:00:01Z");
      await writeEntries(tx, [entry(2), entry(3)], "2026-03-02T09:00:01Z");
      const sold = { type: "Spade", id: gone };
      const both = [entry(1, { subject: sold }), entry(2, { subject: sold, after: null })];
      await writeEntries(tx, both, "2026-03-03T09:00:01Z");
    });
  });

  /** Does something that the journal forbids, looks, and takes it back. */
  const afterTampering = async (statement: string) => {
    const { db } = open();
    let problems: string[] = [];
    const takenBack = db.transaction().execute(async (tx) => {
      for (const table of ["journal", "journal_position", "journal_head"])
        await sql`alter table ${sql.table(`database.${table}`)} disable trigger all`.execute(tx);
      for (const each of statement.split(";")) await sql.raw(each).execute(tx);
      problems = await verifyJournal(tx, spades);
      throw new Error("taken back");
    });
    await expect(takenBack).rejects.toThrow("taken back");
    return problems;
  };

  test("an untouched journal is in order", async () => {
    const { db } = open();
    expect(await verifyJournal(db, spades, await journalHead(db))).toEqual([]);
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
    {
      what: "a row taken out without an entry",
      statement: `delete from shed.spade where id = '${other.id}'`,
      problem: `Spade:${other.id} is in the journal, but its row is gone`,
    },
    {
      what: "a subject deleted whole",
      statement: `delete from shed.spade where id = '${other.id}';
        delete from database.journal where subject_id = '${other.id}'`,
      problem: `Position 2 of the journal, Spade:${other.id} version 1, has no entry`,
    },
    {
      what: "a subject deleted with its positions",
      statement: `delete from shed.spade where id = '${other.id}';
        delete from database.journal where subject_id = '${other.id}';
        delete from database.journal_position where subject_id = '${other.id}'`,
      problem: `The journal has no position 2: 1 missing before ${at(2)}`,
    },
    {
      what: "a subject deleted with its positions, and the rest counted anew",
      statement: `delete from shed.spade where id = '${other.id}';
        delete from database.journal where subject_id = '${other.id}';
        delete from database.journal_position where subject_id = '${other.id}';
        update database.journal_position set position = -position;
        update database.journal_position set position = case when position = -1 then 1 else -position - 1 end;
        update database.journal_head set position = position - 1`,
      problem: `Position 2 of the journal, ${at(2)}, is not chained`,
    },
    {
      what: "the last entries cut off whole",
      statement: `delete from database.journal where subject_id = '${gone}';
        delete from database.journal_position where subject_id = '${gone}'`,
      problem: `The journal's head is at position 6, but its last position is 4`,
    },
    {
      what: "an entry added without a position",
      statement: `insert into database.journal select subject_type, '01990000-0000-7000-8000-000000000704', version,
        verb, actor, request_id, at, recorded_at, before, after, group_id, access, previous, hash
        from database.journal where subject_id = '${other.id}'`,
      problem: `Spade:01990000-0000-7000-8000-000000000704 version 1 has no position`,
    },
    {
      what: "a row brought back after it was taken out",
      statement: `insert into shed.spade values ('${gone}', 2)`,
      problem: `Spade:${gone} is there, though its last entry, of version 2, takes it out`,
    },
  ])("$what is found and named", async ({ statement, problem }) => {
    expect(await afterTampering(statement)).toContainEqual(expect.stringContaining(problem));
  });

  test("a head that was noted elsewhere shows a journal that was written anew whole", async () => {
    const noted = await journalHead(open().db);
    const rewritten = { position: noted?.position ?? 0, chain: "0".repeat(64) };
    expect(await verifyJournal(open().db, spades, rewritten)).toEqual([
      expect.stringContaining("is not the one that had 000"),
    ]);
  });
});

onEachDatabase((open) => {
  const named = entry(1, {
    actor: { name: "Nia Frew", person: null },
    after: { whose: "Nia Frew" },
  });
  const left = {
    ...subject,
    version: 1,
    actor: { name: "██", person: null },
    before: null,
    after: { whose: "██" },
  };

  test("an entry out of which something was erased is in order where a later one attests what is left", async () => {
    const { db } = open();
    await db.transaction().execute((tx) => writeEntries(tx, [named], "2026-03-01T09:00:01Z"));
    const noted = await journalHead(db);
    const erase = async (attest: boolean) =>
      db.transaction().execute(async (tx) => {
        const entries = await attested(tx, [left]);
        await eraseEntries(tx, [left]);
        if (!attest) throw new Error((await verifyJournal(tx, []))[0]);
        const by = { subject: other, after: { erased: { entries } } };
        await writeEntries(tx, [entry(1, by)], "2026-03-02T09:00:01Z");
      });
    await expect(erase(false)).rejects.toThrow(`${at(1)} was changed after it was written`);
    await erase(true);
    expect(await verifyJournal(db, [], noted)).toEqual([]);
    expect(await erasedEntries(db)).toEqual([`${at(1)}, by ${other.type}:${other.id} version 1`]);
    expect(JSON.stringify(await entriesOf(db, subject))).not.toContain("Nia");
    const tampered = { ...left, after: { whose: "somebody" } };
    await db.transaction().execute((tx) => eraseEntries(tx, [tampered]));
    expect(await verifyJournal(db, [])).toEqual([
      `${at(1)} is not what was left of it when something was erased.`,
    ]);
  });

  test("an entry's hash cannot be made again by guessing what was erased", async () => {
    const [whole, erased] = [
      await entriesOf(open().db, other),
      await entriesOf(open().db, subject),
    ];
    expect(whole[0]?.actor.salt).toMatch(/^[0-9a-f-]{36}$/u);
    expect(erased[0]?.actor.salt).toBeUndefined();
  });
});

describe("what an entry is placed by", () => {
  test("a journal that was there before positions gets them in the order in which it was recorded", async () => {
    const { db, close } = await embeddedDatabase();
    await db.transaction().execute(async (tx) => {
      await writeEntries(tx, [entry(1), entry(2)], "2026-03-02T09:00:01Z");
      await writeEntries(tx, [entry(1, { subject: other })], "2026-03-01T09:00:01Z");
    });
    await sql`drop trigger journal_place on database.journal`.execute(db);
    await sql`drop function database.place_entry, database.advance_journal`.execute(db);
    await sql`drop table database.journal_position, database.journal_head`.execute(db);
    const step = "2026-11-26.20 database: positions of the whole journal";
    await db.transaction().execute((tx) => migrations[step].up(tx));
    expect(await verifyJournal(db, [])).toEqual([]);
    const first = await entriesOf(db, other);
    expect(first.map(({ position }) => position)).toEqual([1]);
    await close();
  });
});
