import type { Db } from "@remit/database";
import { sql } from "kysely";

export { type Answer, giveTokens, mutationOf, openDesk, post } from "./testing/desk.ts";
export { type ProgramDatabase, programDatabase } from "./testing/place.ts";
export { answerTo, pagesOf } from "./testing/questions.ts";
export { type Ended, freePort, type Program, startProgram } from "./testing/program.ts";

/** Every row of every table of Remit's, as text, by the table's name: what two moments are compared by. */
export async function everyRow(db: Db): Promise<Record<string, string[]>> {
  const tables = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_catalog.pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2`.execute(db);
  const rows: Record<string, string[]> = {};
  for (const { schema, name } of tables.rows) {
    const found = await sql<{ row: string }>`
      select to_json(t)::text as row from ${sql.id(schema, name)} t order by 1`.execute(db);
    rows[`${schema}.${name}`] = found.rows.map(({ row }) => row);
  }
  return rows;
}
