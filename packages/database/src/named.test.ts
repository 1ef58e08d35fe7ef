import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { connect } from "./connect.ts";
import { namer, prepared } from "./named.ts";
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

test("there is an end to names, and what is asked daily keeps its own", () => {
  const nameOf = namer(3);
  const name = [nameOf("daily"), nameOf("daily")][1];
  for (let text = 0; text < 100; text += 1) {
    nameOf(`once ${text}`);
    nameOf(`once ${text}`);
    expect(nameOf("daily")).toBe(name);
  }
  expect(nameOf("once 0")).toBeUndefined();
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

  test("a connection keeps the statements that were asked last, and prepares again what it let go", async () => {
    const pool = prepared(new pg.Pool({ connectionString: database.url!, max: 1 }), 3);
    const client = await pool.connect();
    const statements = async () => {
      const { rows } = await client.query<{ statement: string }>(
        "select statement from pg_prepared_statements where statement like '%as kept%' order by 1",
      );
      return rows.map(({ statement }) => statement);
    };
    const ask = async (text: string) => {
      for (const value of ["1", "2"]) {
        const { rows } = await client.query(text, [value]);
        expect(rows).toEqual([{ kept: value }]);
      }
    };
    const texts = [1, 2, 3, 4].map((number) => `select $1::text as kept -- ${number}`);
    for (const text of texts) await ask(text);
    expect(await statements()).toEqual(texts.slice(1));
    await ask(texts[0] ?? "");
    expect(await statements()).toEqual([texts[0], ...texts.slice(2)]);
    client.release();
    await pool.end();
  });
});
