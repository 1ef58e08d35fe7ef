import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { Db } from "./database.ts";
import { lockRows } from "./rows.ts";
import { onEachDatabase } from "./testing.ts";

const lamp = "01990000-0000-7000-8000-000000000801";
const other = "01990000-0000-7000-8000-000000000802";

interface Lamp {
  readonly id: Id;
  readonly version: number;
  readonly colour: string;
}
const find = async (db: Db, ids: readonly Id[]): Promise<Lamp[]> => {
  const { rows } =
    await sql<Lamp>`select * from pier.lamp where id = any(${ids}) order by id`.execute(db);
  return rows;
};

const unread = () => expect.unreachable("It was read again.");

onEachDatabase((open) => {
  beforeAll(async () => {
    const { db } = open();
    await sql`create schema pier`.execute(db);
    await sql`create table pier.lamp (id uuid primary key, version int not null, colour text not null)`.execute(
      db,
    );
    await sql`insert into pier.lamp values (${lamp}, 1, 'amber'), (${other}, 1, 'green')`.execute(
      db,
    );
  });

  test("what has not changed since it was found is not read again", async () => {
    const { db } = open();
    const found = await find(db, [lamp, other]);
    const locked = await db.transaction().execute((tx) => lockRows(tx, "pier.lamp", found, unread));
    expect(locked).toEqual(found);
  });

  test.each([
    {
      change: sql`update pier.lamp set version = 2, colour = 'white' where id = ${lamp}`,
      is: ["white", "green"],
    },
    { change: sql`delete from pier.lamp where id = ${other}`, is: ["white"] },
  ])("what has changed since then is found as it is now: $is", async ({ change, is }) => {
    const { db } = open();
    const found = await find(db, [lamp, other]);
    await change.execute(db);
    const locked = await db.transaction().execute((tx) => lockRows(tx, "pier.lamp", found, find));
    expect(locked.map(({ colour }) => colour)).toEqual(is);
  });
});
