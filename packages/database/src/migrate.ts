import { Refusal } from "@remit/kernel";
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Db } from "./database.ts";

/** Steps by name, in the order in which they run. A name is never used for something else, a step never changed. */
export type Migrations = Readonly<Record<string, Migration>>;

/** A step that runs the given statements, one after the other. */
export const migration = (...statements: string[]): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/**
 * Brings the database up to date, all steps or none, and says which ran. They run in the order in which they are given:
 * Kysely's own migrator would sort them by name, and a link between packages comes after both. Refuses with
 * `DATABASE_NEWER` a database that has taken steps which are not known here.
 */
export async function migrate(db: Db, migrations: Migrations): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    // Whoever migrates the same database at the same time waits here.
    await sql`select pg_advisory_xact_lock(hashtext('remit migrate'))`.execute(tx);
    await sql`create schema if not exists database`.execute(tx);
    await sql`create table if not exists database.migration (
      name text primary key,
      ran_at timestamptz not null default now()
    )`.execute(tx);
    const taken = await takenSteps(tx);
    refuseNewer(taken, migrations);
    const steps = Object.entries(migrations).filter(([name]) => !taken.has(name));
    for (const [name, step] of steps) {
      await step.up(tx);
      await sql`insert into database.migration (name) values (${name})`.execute(tx);
    }
    return steps.map(([name]) => name);
  });
}

/** The steps that `migrate` would run. */
export async function pending(db: Db, migrations: Migrations): Promise<string[]> {
  const found = await sql<{ table: string | null }>`
    select to_regclass('database.migration') as table`.execute(db);
  const taken = found.rows[0]?.table ? await takenSteps(db) : new Set<string>();
  return Object.keys(migrations).filter((name) => !taken.has(name));
}

async function takenSteps(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select name from database.migration`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

function refuseNewer(taken: ReadonlySet<string>, migrations: Migrations): void {
  const unknown = [...taken].filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new Refusal(
    "DATABASE_NEWER",
    `This database has taken steps that this version of Remit does not know: ${unknown.join(", ")}. Start the version that took them, or a later one.`,
  );
}

/**
 * Refuses with `DATABASE_FOREIGN` a database that holds tables, none of them Remit's:
 * many people export DATABASE_URL for something else.
 */
export async function refuseForeign(db: Db): Promise<void> {
  const found = await sql<{ ours: boolean; tables: number }>`
    select to_regclass('database.migration') is not null as ours, count(*) as tables
    from pg_catalog.pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(
    db,
  );
  const [state] = found.rows;
  if (state === undefined || state.ours || state.tables === 0) return;
  throw new Refusal(
    "DATABASE_FOREIGN",
    `This database holds ${state.tables} tables that are not Remit's, so nothing was written. Point DATABASE_URL at an empty database. To put Remit's schemas beside what is there, run: remit migrate`,
  );
}
