import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Db } from "@remit/database";
import { serverDatabase, type TestDatabase } from "@remit/database/testing";
import { openDatabase } from "@remit/gateway";
import { march } from "@remit/import/testing";
import { startProgram } from "@remit/gateway/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-kill-"));
  await writeFile(join(folder, "minutes.txt"), march);
});
afterAll(() => rm(folder, { recursive: true }));

const start = (environment: Record<string, string>) =>
  startProgram(import.meta.resolve("./main.ts"), ["import", "minutes.txt"], {
    INIT_CWD: folder,
    ...environment,
  });

const nothing = { documents: 0, attendance: 0, owners: 0 };
const all = { documents: 1, attendance: 6, owners: 3 };
/** The first table of an import, one in its middle, and the last. */
async function counted(db: Db) {
  const { rows } = await sql<typeof all>`select
    (select count(*)::int from documents.document) as documents,
    (select count(*)::int from meetings.attendance) as attendance,
    (select count(*)::int from actions.owner) as owners`.execute(db);
  return rows[0];
}

test("killed at any moment, an import into a folder leaves all or nothing", async () => {
  const place = { folder: join(folder, "data") };
  await (await openDatabase(place)).close();
  for (let round = 1; round <= 3; round += 1) {
    const running = start({ REMIT_DATA: place.folder });
    await new Promise((passed) => setTimeout(passed, 1_000 + Math.random() * 2_500));
    running.kill("SIGKILL");
    await running.ended;
    const { db, close } = await openDatabase(place);
    expect([nothing, all]).toContainEqual(await counted(db));
    await close();
  }
  const { code, out } = await start({ REMIT_DATA: place.folder }).ended;
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("March 2026") });
}, 60_000);

describe.skipIf("missing" in inject("templates").postgres)("on a server", () => {
  let database: TestDatabase;
  let environment: Record<string, string>;
  beforeAll(async () => {
    database = await serverDatabase("gateway");
    environment = { DATABASE_URL: database.url ?? "" };
  });
  afterAll(() => database.close());

  test("killed while its last table is written, an import leaves nothing", async () => {
    const { db } = database;
    await db.transaction().execute(async (tx) => {
      await sql`lock table actions.owner in exclusive mode`.execute(tx);
      const running = start(environment);
      while (!(await waits(db))) await new Promise((passed) => setTimeout(passed, 20));
      running.kill("SIGKILL");
      await running.ended;
    });
    expect(await counted(db)).toEqual(nothing);
  });

  test("killed at any moment, an import leaves all or nothing", async () => {
    for (let round = 1; round <= 3; round += 1) {
      const running = start(environment);
      await new Promise((passed) => setTimeout(passed, 700 + Math.random() * 600));
      running.kill("SIGKILL");
      await running.ended;
      expect([nothing, all]).toContainEqual(await counted(database.db));
    }
    expect(await start(environment).ended).toMatchObject({ code: 0 });
    expect(await counted(database.db)).toEqual(all);
  });
});

/** Whether a statement waits for a lock on the table of owners. */
async function waits(db: Db): Promise<boolean> {
  const { rows } = await sql`select from pg_locks
    where relation = 'actions.owner'::regclass and not granted`.execute(db);
  return rows.length > 0;
}
