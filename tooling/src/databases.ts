import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type Connection, connect, type Db, migrate } from "@remit/database";
import type { Templates } from "@remit/database/testing";
import { migrations } from "@remit/gateway/migrations";
import { Kysely, PGliteDialect, sql } from "kysely";
import type { TestProject } from "vitest/node";
import { type Postgres, startPostgres } from "./postgres.ts";

/** Migrates one database of each kind, once for the whole run: every test file starts from a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "remit-test-"));
  const embedded = join(folder, "template.tar");
  const template = `remit_test_template_${process.pid}`;
  const [server] = await Promise.all([givenOrStarted(), embeddedTemplate(embedded)]);
  let postgres: Templates["postgres"];
  if ("missing" in server) {
    postgres = server;
  } else {
    await serverTemplate(server.url, template);
    postgres = { url: server.url, template };
  }
  project.provide("templates", { embedded, postgres });
  return async () => {
    if ("url" in server) await drop(server.url, template);
    if ("stop" in server) await server.stop();
    await rm(folder, { recursive: true });
  };
}

async function givenOrStarted(): Promise<Postgres | { url: string } | { missing: string }> {
  const url = process.env["TEST_DATABASE_URL"];
  if (url !== undefined) return { url };
  try {
    return await startPostgres();
  } catch (error) {
    if (process.env["CI"]) throw error;
    return { missing: `the PostgreSQL from npm cannot run here (${String(error)})` };
  }
}

async function embeddedTemplate(file: string): Promise<void> {
  const pglite = await PGlite.create();
  const db: Db = new Kysely({ dialect: new PGliteDialect({ pglite }) });
  await migrate(db, migrations);
  const dump = await pglite.dumpDataDir("none");
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  await db.destroy();
}

async function serverTemplate(url: string, template: string): Promise<void> {
  await administer(url, ({ db }) => sql.raw(`create database ${template}`).execute(db));
  const place = { url: Object.assign(new URL(url), { pathname: `/${template}` }).href };
  const server = await connect(place);
  await migrate(server.db, migrations);
  await server.close();
}

const drop = (url: string, template: string) =>
  administer(url, ({ db }) => sql.raw(`drop database ${template} with (force)`).execute(db));

async function administer(url: string, task: (server: Connection) => Promise<unknown>) {
  const server = await connect({ url });
  await task(server);
  await server.close();
}
