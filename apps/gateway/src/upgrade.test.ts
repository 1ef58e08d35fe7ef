import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { migrate } from "@remit/database";
import { embeddedDatabase, onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { verified } from "./journal.ts";
import { migrations } from "./migrations.ts";
import { answers, dump, empty, fill, load, schemaOf } from "./testing/release.ts";

const folder = fileURLToPath(new URL("testing/releases/", import.meta.url));
const releases = () =>
  globSync("*.sql.gz", { cwd: folder }).map((file) => file.slice(0, -".sql.gz".length));
/** What a release answered, with the kinds of contributions, which were texts, as the graph's words. */
const answered = (release: string): unknown =>
  JSON.parse(
    readFileSync(`${folder}${release}.answers.json`, "utf8").replaceAll(
      /"kind": ?"([a-z-]+)"/gu,
      (_, kind: string) => `"kind": "${kind.toUpperCase().replaceAll("-", "_")}"`,
    ),
  );
const added = process.env["ADD_RELEASE"];

// ADD_RELEASE=0.2.0 npx --yes pnpm@12 test apps/gateway/src/upgrade keeps what this version writes. Nothing that is kept is written again.
test.runIf(added !== undefined)("a release's database is kept", async () => {
  const file = `${folder}${added}`;
  expect(existsSync(`${file}.sql.gz`), `${file}.sql.gz is kept already`).toBe(false);
  const { db, close } = await embeddedDatabase("gateway");
  await fill(db);
  writeFileSync(`${file}.sql.gz`, gzipSync(await dump(db), { level: 9 }));
  writeFileSync(`${file}.answers.json`, `${JSON.stringify(await answers(db), null, 2)}\n`);
  await close();
});

onEachDatabase((open) => {
  test.each(releases())("a database of %s is upgraded, and answers as it did", async (release) => {
    const { db } = open();
    await load(db, gunzipSync(readFileSync(`${folder}${release}.sql.gz`)).toString());
    await migrate(db, migrations);
    expect((await verified(db)).problems).toEqual([]);
    expect(await answers(db)).toEqual(answered(release));
    const upgraded = await schemaOf(db);
    await empty(db);
    await migrate(db, migrations);
    expect(upgraded).toEqual(await schemaOf(db));
    const { rows } = await sql<{ rows: number }>`
      select count(*)::int as rows from actions.action`.execute(db);
    expect(rows).toEqual([{ rows: 0 }]);
  });

  test("packages that take their steps before the gateway has any come to the same schema", async () => {
    const { db } = open();
    await empty(db);
    const steps = Object.entries(migrations);
    await migrate(db, Object.fromEntries(steps.filter(([name]) => !name.includes(" gateway: "))));
    await migrate(db, migrations);
    const late = await schemaOf(db);
    await empty(db);
    await migrate(db, migrations);
    expect(late).toEqual(await schemaOf(db));
    expect(late.length).toBeGreaterThan(400);
  });
}, "gateway");
