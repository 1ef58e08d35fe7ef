import type { Insertable } from "kysely";
import type { Database, Tx } from "./database.ts";

/** Inserts rows in one statement, if there are any. */
export async function insertAll<Table extends keyof Database>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto(table).values(rows).execute();
}
