import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";
import { gateway } from "./gateway.ts";

const Table = z.object({
  kind: z.literal("table"),
  table: z.string(),
  unique: z.array(z.array(z.string())),
});

/** A view with a row for each of its table's is as unique as that. */
const ofTable: Readonly<Record<string, string>> = { "actions.owner_said": "actions.owner" };

/** What the graph calls unique, as `schema.table (column, column)`. */
const said = Object.values(gateway.schema().getTypeMap()).flatMap((type) => {
  const { data } = Table.safeParse(type.extensions["kysely"]);
  return (
    data?.unique.map((columns) => `${ofTable[data.table] ?? data.table} (${columns.join(", ")})`) ??
    []
  );
});

onEachDatabase((open) => {
  test("what the graph calls unique is unique in the database, and never null", async () => {
    const { rows } = await sql<{ key: string }>`
      select i.indrelid::regclass::text || ' (' || string_agg(a.attname, ', ' order by array_position(i.indkey::int[], a.attnum::int)) || ')' as key
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indisunique and i.indpred is null and i.indexprs is null
      group by i.indexrelid, i.indrelid having bool_and(a.attnotnull)`.execute(open().db);
    const kept = rows.map(({ key }) => key.replaceAll('"', ""));
    expect(said.length).toBeGreaterThan(6);
    expect(kept).toEqual(expect.arrayContaining(said));
  });
}, "gateway");
