import { type RawBuilder, sql } from "kysely";
import { Refusal } from "@remit/kernel";
import { countOf } from "./archive.ts";
import { broken, headOfArchive, rowsOfArchive } from "./archive-file.ts";
import type { Db, Tx } from "./database.ts";
import { migrate, type Migrations, schemasIn, schemasOf } from "./migrate.ts";
import { type Table, tablesIn } from "./tables.ts";

/** How much text of rows goes into one statement. */
const characters = 4_000_000;
const rowsAtOnce = 1_000;

/**
 * Puts an archive in the place of an empty record, as its owner: makes the tables as they were when it was written,
 * writes its rows as they are, and takes the steps that came later. Says how many rows. Refuses what `headOfArchive`
 * refuses, with `ARCHIVE_NEWER` steps that are not known here, and with `DATABASE_NOT_EMPTY` a record that is there.
 */
export async function restore(tx: Tx, path: string, migrations: Migrations): Promise<number> {
  const { steps, tables } = await headOfArchive(path);
  refuseUnknown(steps, migrations);
  await refuseFull(tx, schemasOf(migrations));
  for (const schema of schemasOf(migrations))
    await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(tx);
  await migrate(tx, Object.fromEntries(steps.map((name) => [name, stepOf(migrations, name)])));
  const there = new Map((await tablesIn(tx, schemasIn(steps))).map((table) => [table.name, table]));
  const strange = Object.keys(tables).filter((name) => !there.has(name));
  if (strange.length > 0) throw broken(`its steps make no table ${strange.join(", ")}`);
  await asTheyAre(tx, [...there.keys()], async () => {
    // Steps leave rows of their own, which are among those of the archive.
    for (const name of there.keys()) await sql`delete from ${sql.table(name)}`.execute(tx);
    await write(tx, there, path);
  }).catch(refused);
  await migrate(tx, migrations);
  return Object.values(tables).reduce((sum, rows) => sum + rows, 0);
}

/** A row with a good hash that no database takes was written by somebody else. */
function refused(error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  throw /^2[23]/u.test(code) ? broken("a row is not what its table takes") : error;
}

const stepOf = (migrations: Migrations, name: string) => {
  const step = migrations[name];
  if (step === undefined) throw new Error(`No step ${name}.`);
  return step;
};

function refuseUnknown(steps: readonly string[], migrations: Migrations): void {
  const unknown = steps.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new Refusal(
    "ARCHIVE_NEWER",
    `This export was written after steps that this version of Remit does not know: ${unknown.join(", ")}. Use the version that wrote it, or a later one.`,
    { params: { steps: unknown } },
  );
}

/** What every database has from its first step on: the head of a journal without entries. */
const always = "database.journal_head";

async function refuseFull(db: Db, schemas: readonly string[]): Promise<void> {
  const tables = await tablesIn(db, schemas);
  if (tables.length === 0) return;
  // Whoever writes meanwhile waits, and then finds the record that is there.
  const names = tables.map(({ name }) => sql.table(name));
  await sql`lock table ${sql.join(names)} in access exclusive mode`.execute(db);
  const full: string[] = [];
  for (const { name } of tables) {
    const rows = name === always ? 0 : await countOf(db, name);
    if (rows > 0) full.push(`${rows} in ${name}`);
  }
  if (full.length === 0) return;
  throw new Refusal(
    "DATABASE_NOT_EMPTY",
    `This database has rows: ${full.join(", ")}. Nothing was changed. A whole record goes into an empty database: give DATABASE_URL another, or REMIT_DATA a new folder.`,
  );
}

/** Lets rows be written as they are, in any order: no trigger fills them or refuses them, and what points elsewhere is held against it at the end. */
async function asTheyAre(
  tx: Tx,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows: keys } = await sql<{ table: string; name: string }>`
    select nspname || '.' || relname as table, conname as name
    from pg_constraint c join pg_class t on t.oid = conrelid join pg_namespace n on n.oid = relnamespace
    where contype = 'f' and not condeferrable
      and nspname || '.' || relname = any(${tables}::text[])`.execute(tx);
  const alter = async (name: string, change: RawBuilder<unknown>) => {
    await sql`alter table ${sql.table(name)} ${change}`.execute(tx);
  };
  for (const name of tables) await alter(name, sql`disable trigger user`);
  for (const { table, name } of keys)
    await alter(table, sql`alter constraint ${sql.id(name)} deferrable`);
  await sql`set constraints all deferred`.execute(tx);
  await work();
  await sql`set constraints all immediate`.execute(tx);
  for (const { table, name } of keys)
    await alter(table, sql`alter constraint ${sql.id(name)} not deferrable`);
  for (const name of tables) await alter(name, sql`enable trigger user`);
}

async function write(tx: Tx, there: ReadonlyMap<string, Table>, path: string): Promise<void> {
  let batch: string[] = [];
  let size = 0;
  let into: Table | undefined;
  const flush = async () => {
    if (into !== undefined && batch.length > 0) await insert(tx, into, batch);
    [batch, size] = [[], 0];
  };
  for await (const { table, row } of rowsOfArchive(path)) {
    if (into?.name !== table || batch.length >= rowsAtOnce || size >= characters) {
      await flush();
      into = there.get(table);
    }
    batch.push(row);
    size += row.length;
  }
  await flush();
}

async function insert(tx: Tx, { name, columns }: Table, rows: readonly string[]): Promise<void> {
  const names = columns.map((column) => sql.id(column.name));
  // Of JSON the row itself is asked: populating takes the null of JSON for nothing.
  const values = columns.map((column) =>
    column.json ? sql`line.row -> ${sql.lit(column.name)}` : sql`read.${sql.id(column.name)}`,
  );
  await sql`insert into ${sql.table(name)} (${sql.join(names)}) select ${sql.join(values)}
    from jsonb_array_elements(${`[${rows.join(",")}]`}::jsonb) line(row),
      jsonb_populate_record(null::${sql.table(name)}, line.row) read`.execute(tx);
}
