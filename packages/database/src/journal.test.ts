import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { type Entry, entriesOf, isTakenOut, writeEntries } from "./journal.ts";
import { onEachDatabase } from "./testing.ts";
import { journalHead, verifyJournal } from "./verify.ts";

const subject = { type: "Spade", id: "01990000-0000-7000-8000-000000000701" };
const other = { type: "Spade", id: "01990000-0000-7000-8000-000000000702" };
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

onEachDatabase((open) => {
  beforeAll(async () => {
    const { db } = open();
    await db.transaction().execute(async (tx) => {
      await writeEntries(tx, [entry(1), entry(1, { subject: other })], "2026-03-01T09:00:01Z");
      await writeEntries(tx, [entry(2), entry(3)], "2026-03-02T09:00:01Z");
    });
  });

  test("entries read back in order, each with its position", async () => {
    const { db } = open();
    const entries = await entriesOf(db, subject);
    expect(entries.map(({ version, verb, position }) => [version, verb, position])).toEqual([
      [1, "buy", 1],
      [2, "sharpen", 3],
      [3, "sharpen", 4],
    ]);
  });

  test("an entry keeps what its subject was like only where no entry before it says so", async () => {
    const { db } = open();
    const found = { type: "Spade", id: "01990000-0000-7000-8000-000000000704" };
    const was = { edge: 0, handle: { wood: "oak" } };
    await db
      .transaction()
      .execute((tx) =>
        writeEntries(
          tx,
          [entry(1, { subject: found, before: was }), entry(2, { subject: found })],
          "2026-03-02T09:00:01Z",
        ),
      );
    expect((await entriesOf(db, found)).map(({ before }) => before)).toEqual([was, null]);
    expect(await verifyJournal(db, [])).toEqual([]);
  });

  test.each([
    "update database.journal set verb = 'sell'",
    "delete from database.journal",
    "truncate database.journal",
    "update database.journal_position set position = 9 where position = 1",
    "delete from database.journal_position",
    "truncate database.journal_position",
    "update database.journal_head set position = 1",
    "delete from database.journal_head",
    "truncate database.journal_head",
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
      await writeEntries(tx, [on(5, "2026-03-02T00:00:00.000Z")], "2026-03-04T10:00:01Z");
    });
    const { rows } = await sql<{ at: string }>`select at from database.journal
      where subject_id = ${told.id} order by version`.execute(db);
    const moments = rows.map(({ at }) => new Date(at).toISOString());
    expect(moments).toEqual([
      "2026-03-02T09:00:00.000Z",
      "2026-03-02T09:00:00.000Z",
      "2026-03-02T09:00:00.000Z",
      "2026-03-03T00:00:00.000Z",
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

  test("what was taken out on purpose has an empty object as its last state", async () => {
    const { db } = open();
    const gone = entry(2, { subject: other, verb: "sell", after: null });
    await db.transaction().execute((tx) => writeEntries(tx, [gone], "2026-03-04T09:00:01Z"));
    const entries = await entriesOf(db, other);
    expect(entries.map((each) => [each.after, isTakenOut(each)])).toEqual([
      [{ edge: 1, handle: { wood: "ash" } }, false],
      [{}, true],
    ]);
  });

  test("positions are the order in which transactions commit, without gaps", async () => {
    const { db, url } = open();
    const [first, second, refused] = [901, 902, 903].map((number) => ({
      type: "Spade",
      id: `01990000-0000-7000-8000-000000000${number}`,
    }));
    const before = (await journalHead(db))?.position ?? 0;
    const buy = (of = subject, then = async () => {}) =>
      db.transaction().execute(async (tx) => {
        await writeEntries(tx, [entry(1, { subject: of })], "2026-03-05T09:00:01Z");
        await then();
      });
    const failing = buy(refused, async () => {
      throw new Error("rain");
    });
    await expect(failing).rejects.toThrow("rain");
    // One that wrote earlier commits later, where two transactions can be open at once.
    if (url === undefined) await buy(first);
    await buy(second, url === undefined ? undefined : () => buy(first));
    const positions = async (of = subject) =>
      (await entriesOf(db, of)).map(({ position }) => position);
    expect([...(await positions(first)), ...(await positions(second))]).toEqual([
      before + 1,
      before + 2,
    ]);
  });
});
