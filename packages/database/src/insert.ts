import type { Insertable } from "kysely";
import type { Database, Tx } from "./database.ts";

/** PostgreSQL counts the parameters of a statement in 16 bits. */
const parameters = 65_535;

/** Inserts rows in as few statements as can carry them: none where there are none, and mostly one. */
export async function insertAll<Table extends keyof Database>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  const columns = new Set(rows.flatMap((row) => Object.keys(row))).size;
  const atOnce = Math.floor(parameters / columns);
  for (let start = 0; start < rows.length; start += atOnce)
    await tx
      .insertInto(table)
      .values(rows.slice(start, start + atOnce))
      .execute();
}
