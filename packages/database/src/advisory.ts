import { sql } from "kysely";
import type { Tx } from "./database.ts";

/** A server has room for some thousands of locks, for everybody together. */
const most = 500;

/**
 * Locks what has these names, of one kind, until the transaction ends. They are taken in one order: no two callers wait
 * for each other. Of very many names the whole kind is locked.
 */
export async function lockNames(tx: Tx, kind: string, names: readonly string[]): Promise<void> {
  if (names.length > most) return lockAlone(tx, kind);
  // The kind first: a row of it is there before any lock of a name is taken.
  await sql`with kept as materialized (select pg_advisory_xact_lock_shared(hashtext(${kind})))
    select pg_advisory_xact_lock(hashtext(${kind}), name) from kept, (
      select distinct hashtext(name) as name from unnest(${names}::text[]) name order by 1) names`.execute(
    tx,
  );
}

/** Locks a whole kind for one caller, which waits for everybody who has some of it. */
export async function lockAlone(tx: Tx, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${kind}))`.execute(tx);
}

/** Keeps a kind from whoever wants it alone. */
export async function lockTogether(tx: Tx, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext(${kind}))`.execute(tx);
}
