import { sql } from "kysely";
import type { Db } from "./database.ts";

/** Lets a role of the application read and write what migrations made, and only add to the journal. */
export async function grantTo(db: Db, role: string): Promise<void> {
  const name = sql.id(role);
  const schemas = await sql<{ name: string }>`select nspname as name from pg_namespace
    where nspname not like 'pg\\_%' and nspname <> 'information_schema'
      and nspowner = (select oid from pg_roles where rolname = current_user)`.execute(db);
  for (const { name: schema } of schemas.rows) {
    const within = sql.id(schema);
    await sql`grant usage on schema ${within} to ${name}`.execute(db);
    await sql`grant select, insert, update, delete on all tables in schema ${within} to ${name}`.execute(
      db,
    );
  }
  await sql`revoke insert, update, delete, truncate on database.history from ${name}`.execute(db);
  await sql`revoke update, delete, truncate on database.journal from ${name}`.execute(db);
}

/** The role under which a connection runs. */
export async function roleOf(db: Db): Promise<string> {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
  return rows[0]?.role ?? "";
}
