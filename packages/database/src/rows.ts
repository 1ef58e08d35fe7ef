import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import type { Tx } from "./database.ts";

interface Versioned {
  readonly id: Id;
  readonly version: number;
}

/**
 * Locks the rows of things that were read, in the order of their ids: in that order two callers never wait for each
 * other. They are read again only where one of them has changed since.
 */
export async function lockRows<Thing extends Versioned>(
  tx: Tx,
  table: string,
  known: readonly Thing[],
  read: (tx: Tx, ids: readonly Id[]) => Promise<Thing[]>,
): Promise<Thing[]> {
  const ids = known.map(({ id }) => id);
  const { rows } = await sql<Versioned>`select id, version from ${sql.table(table)}
    where id = any(${ids}) order by id for update`.execute(tx);
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const isSame = known.every(({ id, version }) => versions.get(id) === version);
  return isSame ? [...known] : read(tx, ids);
}
