import { sql } from "kysely";
import type { Db } from "./database.ts";

/** What only whoever migrates writes. The application reads of it what `verify` needs. */
const journals = ["journal", "journal_position", "journal_head", "history"];
const steps = ["migration", "migration_lock"];

const tables = (names: readonly string[]) =>
  sql.join(names.map((each) => sql.id("database", each)));

/**
 * Lets a role of the application read and write in the schemas that migrations made, only add to the journal, and
 * leave the list of steps alone. Other schemas of the same owner are another product's.
 */
export async function grantTo(db: Db, role: string, schemas: readonly string[]): Promise<void> {
  const name = sql.id(role);
  await db.transaction().execute(async (tx) => {
    for (const schema of schemas) {
      const within = sql.id(schema);
      await sql`grant usage on schema ${within} to ${name}`.execute(tx);
      await sql`grant select, insert, update, delete on all tables in schema ${within} to ${name}`.execute(
        tx,
      );
    }
    await sql`revoke all on ${tables([...journals, ...steps])} from ${name}`.execute(tx);
    await sql`grant select on ${tables(journals)} to ${name}`.execute(tx);
    await sql`grant insert on database.journal to ${name}`.execute(tx);
    // What was erased, and in which entries, is said by an entry that follows.
    await sql`grant execute on function database.erase_entry(text, uuid, int, jsonb, jsonb, jsonb)
      to ${name}`.execute(tx);
  });
}

/** The role under which a connection runs. */
export async function roleOf(db: Db): Promise<string> {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
  return rows[0]?.role ?? "";
}

/** Who owns the journal, and whether the connection's role may do what the owner may; null where there is no journal. */
export async function ownerOf(db: Db): Promise<{ owner: string; mine: boolean } | null> {
  const { rows } = await sql<{ owner: string; mine: boolean }>`
    select pg_get_userbyid(relowner) as owner, pg_has_role(current_user, relowner, 'usage') as mine
    from pg_class join pg_namespace n on n.oid = relnamespace
    where nspname = 'database' and relname = 'journal'`.execute(db);
  return rows[0] ?? null;
}
