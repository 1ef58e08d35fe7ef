import { type Insertable, sql } from "kysely";
import type { Database, Tx } from "./database.ts";

/** PostgreSQL counts the parameters of a statement in 16 bits. */
const parameters = 65_535;

/** Rows in as few parts as statements can carry. */
function* partsOf<Row extends object>(rows: readonly Row[]): Generator<readonly Row[]> {
  const columns = new Set(rows.flatMap((row) => Object.keys(row))).size;
  const atOnce = Math.floor(parameters / columns);
  for (let start = 0; start < rows.length; start += atOnce) yield rows.slice(start, start + atOnce);
}

/** Inserts rows in as few statements as can carry them: none where there are none, and mostly one. */
export async function insertAll<Table extends keyof Database>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  for (const part of partsOf(rows)) await tx.insertInto(table).values(part).execute();
}

/** Writes rows of the same columns, a new one for each id that is not there and the others over what is, as `insertAll` does. */
export async function saveAll(
  tx: Tx,
  table: string,
  rows: readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[],
): Promise<void> {
  const keys = Object.keys(rows[0] ?? {});
  const names = keys.map((key) => sql.ref(key));
  const set = names.map((name) => sql`${name} = excluded.${name}`);
  for (const part of partsOf(rows)) {
    const values = part.map((row) => sql`(${sql.join(keys.map((key) => row[key]))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) values ${sql.join(values)}
      on conflict (id) do update set ${sql.join(set)}`.execute(tx);
  }
}
