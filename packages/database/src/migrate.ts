import { Refusal } from "@remit/kernel";
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { Db } from "./database.ts";

/**
 * Steps by name. They run in the order of their names, which therefore begin with a day and a number, such as
 * `2026-11-23.1 groups: persons`. A name is never used for something else, a step never changed.
 */
export type Migrations = Readonly<Record<string, Migration>>;

/** A step whose text is at hand, so that it can be held against what it was. */
export interface Step extends Migration {
  readonly statements: readonly string[];
}

/** A step that runs the given statements, one after the other. They are literal: nothing in a step is made by code. */
export const migration = (...statements: string[]): Step => ({
  statements,
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/**
 * Brings the database up to date, all steps or none, and says which ran. Refuses with `DATABASE_NEWER` a database that
 * has taken steps which are not known here, and with `STEP_TOO_EARLY` a step whose package has taken a later one.
 */
export async function migrate(db: Db, migrations: Migrations): Promise<string[]> {
  const taken = await stepsTaken(db);
  refuseNewer(taken, migrations);
  refuseEarlier(taken, migrations);
  const { error, results = [] } = await migrator(db, migrations).migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/** The schemas that steps make: each names its package, which owns one schema of its own name. */
export const schemasOf = (migrations: Migrations): string[] => schemasIn(Object.keys(migrations));

/** The same of steps by their names. */
export const schemasIn = (steps: readonly string[]): string[] => [...new Set(steps.map(packageOf))];

const packageOf = (name: string): string => name.split(/[ :]/u)[1] ?? name;

/** The steps that `migrate` would run. */
export async function pending(db: Db, migrations: Migrations): Promise<string[]> {
  const steps = await migrator(db, migrations).getMigrations();
  return steps.flatMap(({ name, executedAt }) => (executedAt === undefined ? [name] : []));
}

/** The steps that a database has taken, by their names; none where it has no list of them. */
export async function stepsTaken(db: Db): Promise<string[]> {
  const there = await sql<{ table: string | null }>`
    select to_regclass('database.migration') as table`.execute(db);
  if (!there.rows[0]?.table) return [];
  const { rows } = await sql<{ name: string }>`
    select name from database.migration order by name collate "C"`.execute(db);
  return rows.map(({ name }) => name);
}

function refuseNewer(taken: readonly string[], migrations: Migrations): void {
  const unknown = taken.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  const names = unknown.join(", ");
  throw new Refusal(
    "DATABASE_NEWER",
    `This database has taken steps that this version of Remit does not know: ${names}. Start the version that took them, or a later one.`,
  );
}

function refuseEarlier(taken: readonly string[], migrations: Migrations): void {
  const last = (step: string) =>
    taken.findLast((name) => packageOf(name) === packageOf(step) && name > step);
  const steps = Object.keys(migrations).filter((name) => !taken.includes(name));
  const early = steps.filter((name) => last(name) !== undefined);
  const [first] = early;
  if (first === undefined) return;
  throw new Refusal(
    "STEP_TOO_EARLY",
    `"${first}" comes before "${last(first)}", which this database has taken, so nothing was changed. Whoever wrote it gives it a name that comes after: steps are added at the end.`,
    { params: { steps: early } },
  );
}

function migrator(db: Db, migrations: Migrations): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: "database",
    migrationTableName: "migration",
    migrationLockTableName: "migration_lock",
    // A directorate's step may have run before one of ours that was named earlier: docs/decisions/0029-the-order-of-steps.md.
    allowUnorderedMigrations: true,
  });
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
    `This database holds ${state.tables === 1 ? "a table that is" : `${state.tables} tables that are`} not Remit's, so nothing was written. Point DATABASE_URL at an empty database. To put Remit's schemas beside what is there, run: remit migrate --beside`,
  );
}
