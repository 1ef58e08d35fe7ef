import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { connect } from "./connect.ts";
import { namer } from "./named.ts";
import { serverDatabase, type TestDatabase } from "./testing.ts";

test("a text has a name from the second time on, and keeps it", () => {
  const nameOf = namer();
  expect(nameOf("select 1")).toBeUndefined();
  const name = nameOf("select 1");
  expect(name).toMatch(/^remit_[\w-]{22}$/u);
  expect(nameOf("select 1")).toBe(name);
  expect(nameOf("select 2")).toBeUndefined();
  expect(nameOf("select 2")).not.toBe(name);
});

test("there is an end to names", () => {
  const nameOf = namer(2);
  for (const text of ["a", "b", "c", "a", "b", "c"]) nameOf(text);
  expect(["a", "b", "c"].map((text) => nameOf(text) !== undefined)).toEqual([true, true, false]);
});

describe.skipIf("missing" in inject("templates").postgres)("on PostgreSQL", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await serverDatabase();
  });
  afterAll(() => database.close());

  test.each([
    { isPrepared: true, names: 1 },
    { isPrepared: false, names: 0 },
  ])(
    "prepared: $isPrepared leaves $names statements on the server",
    async ({ isPrepared, names }) => {
      const { db, close } = await connect({ url: database.url!, prepared: isPrepared });
      // One transaction is one connection, and its statements have names like all others.
      const left = await db.transaction().execute(async (tx) => {
        for (const number of [1, 2, 3]) await sql`select ${number}::int as number`.execute(tx);
        const found = await sql<{ count: number }>`
        select count(*) from pg_prepared_statements where statement like '%as number%'
          and statement not like '%pg_prepared%'`.execute(tx);
        return found.rows[0]?.count;
      });
      await close();
      expect(left).toBe(names);
    },
  );
});
