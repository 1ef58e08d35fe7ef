import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { connect, type Db, migrate } from "@remit/database";
import type { Extent, Templates } from "@remit/database/testing";
import { migrations, packageMigrations } from "@remit/gateway/migrations";
import { Kysely, PGliteDialect, sql } from "kysely";
import type { TestProject } from "vitest/node";
import { type Postgres, startPostgres } from "./postgres.ts";

const steps = { packages: packageMigrations, gateway: migrations };
const prefix = `remit_test_template_${process.pid}`;
const template: Record<Extent, string> = {
  packages: `${prefix}_packages`,
  gateway: `${prefix}_gateway`,
};

/** Migrates databases of each kind, once for the whole run: every test file starts from a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "remit-test-"));
  const tidy: (() => Promise<void>)[] = [() => rm(folder, { recursive: true })];
  const tidyUp = async () => {
    for (const step of tidy.toReversed()) await step();
  };
  try {
    const server = await givenOrStarted();
    if ("stop" in server) tidy.push(() => server.stop());
    const embedded = await embeddedTemplates(folder);
    let postgres: Templates["postgres"];
    if ("missing" in server) {
      postgres = server;
    } else {
      const { url } = server;
      await serverTemplates(url);
      tidy.push(() => administer(url, (name) => `drop database ${name} with (force)`));
      postgres = { url, template };
    }
    project.provide("templates", { embedded, postgres });
    return tidyUp;
  } catch (error) {
    await tidyUp();
    throw error;
  }
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

async function embeddedTemplates(folder: string): Promise<Templates["embedded"]> {
  const files = { packages: join(folder, "packages.tar"), gateway: join(folder, "gateway.tar") };
  const pglite = await PGlite.create();
  const db: Db = new Kysely({ dialect: new PGliteDialect({ pglite }) });
  for (const extent of ["packages", "gateway"] as const) {
    await migrate(db, steps[extent]);
    const dump = await pglite.dumpDataDir("none");
    await writeFile(files[extent], Buffer.from(await dump.arrayBuffer()));
  }
  await db.destroy();
  return files;
}

async function serverTemplates(url: string): Promise<void> {
  await administer(url, (name) => `create database ${name}`);
  for (const extent of ["packages", "gateway"] as const) {
    const place = { url: Object.assign(new URL(url), { pathname: `/${template[extent]}` }).href };
    const server = await connect(place);
    await migrate(server.db, steps[extent]);
    await server.close();
  }
}

/** Runs one statement for each of the two templates. */
async function administer(url: string, statement: (name: string) => string): Promise<void> {
  const server = await connect({ url });
  for (const name of Object.values(template)) await sql.raw(statement(name)).execute(server.db);
  await server.close();
}
