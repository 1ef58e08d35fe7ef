import { sql } from "kysely";
import { expect, test } from "vitest";
import { insertAll } from "./insert.ts";
import { onEachDatabase } from "./testing.ts";

declare module "./database.ts" {
  interface Database {
    "shed.spade": { id: number; handle: string | null; owner?: string };
  }
}

onEachDatabase((open) => {
  test("more rows go in than one statement can carry", async () => {
    const { db } = open();
    await sql`create schema shed`.execute(db);
    await sql`create table shed.spade (id int, handle text, owner text)`.execute(db);
    const spades = Array.from({ length: 70_000 }, (_, id) => ({ id, handle: "ash" }));
    await db.transaction().execute((tx) => insertAll(tx, "shed.spade", spades));
    const { rows } = await sql<{
      count: number;
    }>`select count(*), count(distinct id) as different from shed.spade`.execute(db);
    expect(rows).toEqual([{ count: 70_000, different: 70_000 }]);
  });
});
