import type { Tx } from "@remit/database";
import { serverDatabase, type TestDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { figures, inStatus, pavements, streets } from "../testing.ts";
import { insertActions, lockLineage } from "../store.ts";

const id = (number: number) => `01990000-0000-7000-8000-00000000${number}`;
const group = (number: number) => ({ type: "Group", id: id(number), label: `Group ${number}` });
const [one, two, three, four] = [group(3001), group(3002), group(3003), group(3004)];

let last = 5000;
const newId = () => id((last += 1));

const action = (number: number, of: typeof one, after: readonly number[] = []) => ({
  ...figures,
  id: id(number),
  reference: `ONE-2026-03-A${number}`,
  group: of,
  dependsOn: after.map((each) => ({ type: "Action", id: id(each), label: "Next" })),
});

const of = (actions: readonly number[]) => (tx: Tx) =>
  lockLineage(tx, { actions: actions.map(id) });
const ofGroup = (group: { id: string }) => (tx: Tx) => lockLineage(tx, { groups: [group.id] });

// The embedded database has one connection: there, everybody waits for everybody.
describe.skipIf("missing" in inject("templates").postgres)("on PostgreSQL", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await serverDatabase();
    // The second waits for the third; the sent one is to go from the pavements to the streets.
    const actions = [
      action(4001, one),
      action(4002, two, [4003]),
      action(4003, three),
      action(4004, four),
      { ...inStatus.transferred, id: id(4005), reference: "ONE-2026-03-A4005" },
    ];
    await database.db.transaction().execute((tx) => insertActions(tx, actions, newId));
  });
  afterAll(() => database.close());

  const beside = (first: (tx: Tx) => Promise<void>, second: (tx: Tx) => Promise<void>) =>
    database.db.transaction().execute(async (held) => {
      await first(held);
      return database.db.transaction().execute(async (tx) => {
        await sql`set local lock_timeout = '500ms'`.execute(tx);
        return second(tx);
      });
    });
  test.each([
    { what: "an action of another group", first: of([4001]), second: of([4004]) },
    { what: "another group", first: ofGroup(one), second: ofGroup(two) },
    { what: "who leads to where nobody waits", first: of([4003]), second: of([4001, 4004]) },
  ])("nobody waits for $what", async ({ first, second }) => {
    await expect(beside(first, second)).resolves.toBe(undefined);
  });

  test.each([
    { what: "of the same group", first: of([4001]), second: ofGroup(one) },
    { what: "of whatever an action leads to", first: of([4003]), second: of([4001, 4002]) },
    {
      what: "that could close a circle with this",
      first: of([4001, 4002]),
      second: of([4003, 4001]),
    },
    {
      what: "of the group that is to take an action on",
      first: of([4005]),
      second: ofGroup(streets),
    },
    {
      what: "of the group that has an action to give",
      first: of([4005]),
      second: ofGroup(pavements),
    },
    { what: "of all", first: (tx: Tx) => lockLineage(tx), second: ofGroup(four) },
  ])("a change waits for one $what", async ({ first, second }) => {
    await expect(beside(first, second)).rejects.toThrow("lock timeout");
    await expect(beside(second, first)).rejects.toThrow("lock timeout");
  });

  test("what an action leads to by the time that it is locked is locked too", async () => {
    const { db } = database;
    const locked = Promise.withResolvers<void>();
    const told = Promise.withResolvers<void>();
    const first = db.transaction().execute(async (held) => {
      await lockLineage(held, { groups: [one.id, four.id] });
      locked.resolve();
      await sql`update actions.action set record = jsonb_set(record, '{dependsOn}',
        ${JSON.stringify(action(0, one, [4004]).dependsOn)}::jsonb) where id = ${id(4001)}`.execute(
        held,
      );
      await told.promise;
    });
    await locked.promise;
    const second = db.transaction().execute(async (tx) => {
      await sql`set local lock_timeout = '5s'`.execute(tx);
      setTimeout(told.resolve, 300);
      await lockLineage(tx, { actions: [id(4001)] });
      const other = db.transaction().execute(async (late) => {
        await sql`set local lock_timeout = '300ms'`.execute(late);
        await lockLineage(late, { groups: [four.id] });
      });
      await expect(other).rejects.toThrow("lock timeout");
    });
    await Promise.all([first, second]);
  });
});
