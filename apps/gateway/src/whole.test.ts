import { createHash, randomUUID } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { gunzipSync } from "node:zlib";
import { type Db, migrate } from "@remit/database";
import { embeddedDatabase, serverDatabase, type TestDatabase } from "@remit/database/testing";
import { exportRecord, importRecord, openDatabase, verified } from "@remit/gateway";
import { migrations } from "@remit/gateway/migrations";
import { everyRow } from "@remit/gateway/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { fillWithEveryValue } from "./testing/every-value.ts";
import { load } from "./testing/release.ts";

let folder: string;
let filled: TestDatabase;
let path: string;
let text: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-whole-"));
  path = join(folder, "record.ndjson");
  filled = await embeddedDatabase("gateway");
  await fillWithEveryValue(filled.db);
  text = await exported(filled.db);
}, 120_000);
afterAll(async () => {
  await filled.close();
  await rm(folder, { recursive: true });
});

async function exported(db: Db): Promise<string> {
  await exportRecord(db, (lines) => pipeline(lines, createWriteStream(path)));
  return readFile(path, "utf8");
}

const leftOut = ["database.answer", "gateway.token", "gateway.token_role"];

/** All rows that an export carries. */
async function rowsOf(db: Db): Promise<Record<string, string[]>> {
  const rows = Object.entries(await everyRow(db));
  return Object.fromEntries(
    rows.filter(([name]) => !leftOut.includes(name) && !name.startsWith("database.migration")),
  );
}

const countsOf = async (db: Db) =>
  Object.entries(await rowsOf(db)).map(([name, rows]) => `${rows.length} ${name}`);

/** What holds between rows, and the triggers of each table with whether they fire. */
async function constraintsOf(db: Db): Promise<unknown> {
  const { rows } = await sql`select conrelid::regclass::text, conname, pg_get_constraintdef(oid),
      (select array_agg(tgname || tgenabled::text order by tgname) from pg_trigger where tgrelid = conrelid and not tgisinternal)
    from pg_constraint where connamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
    order by 1, 2`.execute(db);
  return rows;
}

type Kind = "folder" | "server";
const kinds: readonly Kind[] =
  "url" in inject("templates").postgres ? ["folder", "server"] : ["folder"];

/** Takes the file into an empty database of a kind, and looks at what came of it. */
async function imported(
  kind: Kind,
  look: (outcome: PromiseSettledResult<object>, db: Db) => unknown,
) {
  const server = kind === "server" ? await serverDatabase("gateway") : null;
  const { url } = server ?? {};
  const place = url === undefined ? { folder: join(folder, randomUUID()) } : { url };
  const [outcome] = await Promise.allSettled([importRecord(place, path)]);
  const { db, close } = await openDatabase(place);
  try {
    await look(outcome, db);
  } finally {
    await close();
    await server?.close();
  }
}
/** Where a test is done once: a server is there at once. */
const cheapest = kinds.at(-1) ?? "folder";

test.each(kinds)(
  "INV-K10: the whole record, exported, imported into an empty %s and exported again, is the same to the byte",
  async (kind) => {
    await writeFile(path, text);
    await imported(kind, async (outcome, db) => {
      const { problems, head } = await verified(db);
      expect(problems).toEqual([]);
      const rows = text.split("\n").length - 3;
      expect(outcome).toEqual({ status: "fulfilled", value: { rows, head } });
      expect(await exported(db)).toBe(text);
      expect(await rowsOf(db)).toEqual(await rowsOf(filled.db));
      expect(await constraintsOf(db)).toEqual(await constraintsOf(filled.db));
    });
  },
  120_000,
);

test("tokens and kept answers are not in it, and it says so", () => {
  const [head = "", ...lines] = text.split("\n");
  expect(JSON.parse(head)).toMatchObject({ product: "Remit", format: 1, leftOut });
  const has = (table: string) => lines.some((line) => line.startsWith(`{"table":"${table}"`));
  expect(leftOut.filter(has)).toEqual([]);
  const carried = ["database.journal", "documents.document", "meetings.minutes_text"];
  expect(carried.filter(has)).toEqual(carried);
});

test("a journal that was edited in the file is refused, and leaves nothing", async () => {
  const lines = text.trimEnd().split("\n").slice(0, -1);
  const edited = lines.map((line) =>
    line.startsWith('{"table":"database.journal"')
      ? line.replace('"verb": "import"', '"verb": "invent"')
      : line,
  );
  const body = edited.map((line) => `${line}\n`).join("");
  expect(body).toContain('"verb": "invent"');
  const hash = createHash("sha256").update(body).digest("hex");
  await writeFile(path, `${body}{"sha256":"${hash}"}\n`);
  await imported(cheapest, async (outcome, db) => {
    const message = expect.stringContaining("was changed after it was written");
    expect(outcome).toMatchObject({ reason: { code: "ARCHIVE_BROKEN", message } });
    const full = Object.entries(await rowsOf(db)).filter(([, rows]) => rows.length > 0);
    expect(full.map(([name]) => name)).toEqual(["database.journal_head"]);
  });
}, 120_000);

test("a file that is refused makes no database", async () => {
  await writeFile(path, text.slice(0, -10));
  const place = { folder: join(folder, "none") };
  await expect(importRecord(place, path)).rejects.toMatchObject({ code: "ARCHIVE_BROKEN" });
  expect(existsSync(place.folder)).toBe(false);
});

test("what an older release wrote is brought up to date as its database would be", async () => {
  const { db: old, close } = await embeddedDatabase("gateway");
  const release = new URL("testing/releases/2026-11-26.sql.gz", import.meta.url);
  await load(old, gunzipSync(await readFile(release)).toString());
  await exported(old);
  await migrate(old, migrations);
  await imported(cheapest, async (outcome, db) => {
    expect(outcome).toMatchObject({ status: "fulfilled" });
    expect((await verified(db)).problems).toEqual([]);
    // Steps write entries of the present moment, so that rows are counted and not compared.
    expect(await countsOf(db)).toEqual(await countsOf(old));
  });
  await close();
}, 120_000);
