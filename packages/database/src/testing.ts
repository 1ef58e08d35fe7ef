import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, type RawBuilder, sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { connect } from "./connect.ts";
import type { Db } from "./database.ts";
import { parsers } from "./types.ts";

/** Which steps a database has taken: every package's own, or also those that hold between packages. */
export type Extent = "packages" | "gateway";

/** What a test run prepares once: databases to copy, each with the steps of its extent. */
export interface Templates {
  /** Files that hold an embedded database. */
  embedded: Record<Extent, string>;
  /** A PostgreSQL server with databases to copy, or why there is none. */
  postgres: { url: string; template: Record<Extent, string> } | { missing: string };
}

declare module "vitest" {
  interface ProvidedContext {
    templates: Templates;
  }
}

/** A database of a test file's own, migrated and empty. */
export interface TestDatabase {
  readonly db: Db;
  /** On a server, where a second process can reach the same database. */
  readonly url?: string;
  readonly close: () => Promise<void>;
}

/** Runs the same tests twice: on the embedded database, and on a PostgreSQL server where there is one. */
export function onEachDatabase(
  tests: (open: () => TestDatabase) => void,
  extent: Extent = "packages",
): void {
  const { postgres } = inject("templates");
  const missing = "missing" in postgres ? ` (${postgres.missing})` : "";
  describe("on the embedded database", () => {
    tests(opened(() => embeddedDatabase(extent)));
  });
  describe.skipIf(missing !== "")(`on PostgreSQL${missing}`, () => {
    tests(opened(() => serverDatabase(extent)));
  });
}

/**
 * Runs tests once, on a PostgreSQL server, or on the embedded database where there is none: for walks over whatever the
 * graph has, which ask no more of a database than what is tested on each.
 */
export function onOneDatabase(
  tests: (open: () => TestDatabase) => void,
  extent: Extent = "packages",
): void {
  const isServer = "url" in inject("templates").postgres;
  const open = isServer ? serverDatabase : embeddedDatabase;
  describe(`on ${isServer ? "PostgreSQL" : "the embedded database"}`, () => {
    tests(opened(() => open(extent)));
  });
}

/** Opens an embedded database in memory, from the migrated template. */
export async function embeddedDatabase(extent: Extent = "packages"): Promise<TestDatabase> {
  const loadDataDir = await openAsBlob(inject("templates").embedded[extent]);
  const db: Db = new Kysely({
    dialect: new PGliteDialect({ pglite: await PGlite.create({ loadDataDir, parsers }) }),
  });
  return { db, close: () => db.destroy() };
}

/** Copies the migrated template on the server under a name of its own, and drops the copy at the end. */
export async function serverDatabase(extent: Extent = "packages"): Promise<TestDatabase> {
  const { postgres } = inject("templates");
  if ("missing" in postgres) throw new Error(postgres.missing);
  const name = `remit_test_${randomUUID().replaceAll("-", "")}`;
  await administer(postgres.url, `create database ${name} template ${postgres.template[extent]}`);
  const url = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  const connection = await connect({ url });
  const close = async () => {
    await connection.close();
    await administer(postgres.url, `drop database ${name} with (force)`);
  };
  return { db: connection.db, url, close };
}

function opened(open: () => Promise<TestDatabase>): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  return () => database ?? never();
}

function never(): never {
  throw new Error("The database is open only while a test runs.");
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Takes entries out of the journal as if they had never been written, which nothing but a test may. */
export async function forgetEntries(db: Db, which: RawBuilder<unknown> = sql`true`): Promise<void> {
  const tables = ["journal", "journal_position", "journal_head"].map((name) =>
    sql.table(`database.${name}`),
  );
  await db.transaction().execute(async (tx) => {
    for (const table of tables) await sql`alter table ${table} disable trigger all`.execute(tx);
    await sql`delete from database.journal where ${which}`.execute(tx);
    await sql`delete from database.journal_position`.execute(tx);
    await sql`update database.journal_head set position = 0, chain = ''`.execute(tx);
    await sql`do $$ declare entry database.journal;
      begin
        for entry in select * from database.journal
          order by recorded_at, version, subject_type, subject_id
        loop perform database.advance_journal(entry); end loop;
      end $$`.execute(tx);
    for (const table of tables) await sql`alter table ${table} enable trigger all`.execute(tx);
  });
}
