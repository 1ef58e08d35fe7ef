import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { archive } from "./archive.ts";
import { headOfArchive, isArchive } from "./archive-file.ts";
import type { Db } from "./database.ts";
import { migrate, migration } from "./migrate.ts";
import { migrations as journal } from "./migrations.ts";
import { restore } from "./restore.ts";
import { onEachDatabase } from "./testing.ts";

const steps = {
  ...journal,
  "2026-11-27.1 quay: boats and their berths": migration(
    `create schema quay`,
    `create table quay.berth (id int primary key, boat text not null)`,
    `create table quay.boat (
      name text primary key, berth int not null references quay.berth, towed_by text references quay.boat,
      load jsonb, length numeric, speed float8, mark bytea, seen timestamptz, names text[],
      loud text generated always as (upper(name)) stored)`,
    `alter table quay.berth add foreign key (boat) references quay.boat deferrable`,
    `create function quay.fill() returns trigger language plpgsql as
      $$ begin new.load = '"filled"'; return new; end $$`,
    `create trigger fill before insert on quay.boat for each row execute function quay.fill()`,
  ),
};
const later = {
  ...steps,
  "2026-11-27.2 quay: what a boat is worth": migration(
    `alter table quay.boat add column worth int not null default 7`,
  ),
};

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-archive-"));
  path = join(folder, "quay.ndjson");
});
afterAll(() => rm(folder, { recursive: true }));

async function archived(db: Db, leftOut: string[] = []): Promise<string> {
  let text = "";
  await db.transaction().execute(async (tx) => {
    for await (const line of archive(tx, leftOut)) text += line;
  });
  return text;
}

/** An archive with another content, and the hash that goes with it. */
function resigned(text: string, change: (lines: string[]) => string[]): string {
  const lines = change(text.trimEnd().split("\n").slice(0, -1));
  const body = lines.map((line) => `${line}\n`).join("");
  return `${body}{"sha256":"${createHash("sha256").update(body).digest("hex")}"}\n`;
}

const boats = `
  set constraints all deferred;
  alter table quay.boat disable trigger fill;
  insert into quay.berth values (1, 'Ada'), (2, 'Bo');
  insert into quay.boat values
    ('Bo', 2, 'Zo', 'null', 12345678901234567890.10, 0.1, '\\x00ff', '2026-01-02 03:04:05.678901+02', '{a,null,"b,c"}'),
    ('Zo', 1, null, null, 'NaN', 'Infinity', null, 'infinity', '{}'),
    ('Ada', 1, 'Bo', '{"deep": [null, 1.10, "\u2028"], "big": 1e300}', null, 1e-310, null, null, null),
    ('ábc', 1, null, '[]', 0.10, -0.0, '', '-infinity', null);
  alter table quay.boat enable trigger fill`;

const whole = resigned("", () => [
  '{"product":"Remit","format":1,"steps":[],"tables":{"quay.berth":2},"leftOut":[]}',
  '{"table":"quay.berth","row":{"id": 1, "boat": "Bo"}}',
  '{"table":"quay.berth","row":{"id": 2, "boat": "Zo"}}',
]);

test("an archive that is whole has a head", async () => {
  await writeFile(path, whole);
  expect(await headOfArchive(path)).toMatchObject({ tables: { "quay.berth": 2 } });
});

test.each<[string, string, string]>([
  ["is no archive", "ARCHIVE_UNKNOWN", "Minutes of the pavements group\n"],
  ["is empty", "ARCHIVE_UNKNOWN", ""],
  ["has another format", "ARCHIVE_NEWER", whole.replace('"format":1', '"format":2')],
  ["has a head of its own", "ARCHIVE_BROKEN", whole.replace('"steps":[],', "")],
  ["was changed", "ARCHIVE_BROKEN", whole.replace('"Bo"', '"Jo"')],
  ["was cut in a line", "ARCHIVE_BROKEN", whole.slice(0, whole.length - 5)],
  ["lost its end", "ARCHIVE_BROKEN", whole.slice(0, whole.lastIndexOf('{"sha256"'))],
  ["goes on", "ARCHIVE_BROKEN", `${whole}{"table":"quay.berth","row":{}}\n`],
  ["has a line of something else", "ARCHIVE_BROKEN", whole.replace('{"id": 2', '["id": 2')],
  [
    "lost a row and was signed again",
    "ARCHIVE_BROKEN",
    resigned(whole, (lines) => lines.slice(0, -1)),
  ],
])("an archive that %s is refused with %s", async (_, code, text) => {
  await writeFile(path, text);
  await expect(headOfArchive(path)).rejects.toMatchObject({ code });
});

const put = (text: string) => writeFile(path, text);
const restored = (db: Db, known = steps) =>
  db.transaction().execute((tx) => restore(tx, path, known));
const shown = async (db: Db) =>
  (
    await sql`select name, berth, towed_by, load, load is null as none, length::text, speed, names, loud,
      seen::text, mark::text from quay.boat order by name`.execute(db)
  ).rows;

onEachDatabase((open) => {
  const afresh = async () => {
    const { db } = open();
    for (const schema of ["quay", "database"])
      await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db);
    await migrate(db, steps);
    return db;
  };
  const filled = async () => {
    const db = await afresh();
    await db.transaction().execute(async (tx) => {
      for (const statement of boats.split(";")) await sql.raw(statement).execute(tx);
    });
    return db;
  };

  test("every kind of value comes back as it was, in whatever order rows point at each other", async () => {
    const before = await filled();
    const [text, rows] = [await archived(before), await shown(before)];
    await put(text);
    const db = await afresh();
    expect(await restored(db)).toBe(7);
    expect(await shown(db)).toEqual(rows);
    expect(await archived(db)).toBe(text);
    expect(text).toContain('"load": null');
    expect(await isArchive(path)).toBe(true);
    // Triggers and foreign keys hold again.
    await sql`insert into quay.boat (name, berth) values ('New', 1)`.execute(db);
    expect((await shown(db)).find((row) => Object(row).name === "New")).toMatchObject({
      load: "filled",
    });
    await expect(
      sql`insert into quay.boat (name, berth) values ('Lost', 9)`.execute(db),
    ).rejects.toThrow("foreign key");
  });

  test("an archive of an older release takes the steps that came later", async () => {
    await put(await archived(await filled()));
    const db = await afresh();
    await restored(db, later);
    const { rows } = await sql`select distinct worth from quay.boat`.execute(db);
    expect(rows).toEqual([{ worth: 7 }]);
  });

  test("what is left out is said, and is not in it", async () => {
    const text = await archived(await filled(), ["quay.berth"]);
    expect(JSON.parse(text.split("\n", 1)[0] ?? "")).toMatchObject({ leftOut: ["quay.berth"] });
    expect(text).not.toContain('"table":"quay.berth"');
  });

  test.each<[string, string, (line: string) => string]>([
    [
      "points at what is not there",
      "ARCHIVE_BROKEN",
      (line) => line.replace('"berth": 2', '"berth": 3'),
    ],
    ["holds what is no number", "ARCHIVE_BROKEN", (line) => line.replace('"id": 2', '"id": "x"')],
    [
      "took steps that are not known",
      "ARCHIVE_NEWER",
      (line) => line.replace("boats and their", "ships and"),
    ],
  ])("an archive that %s is refused with %s, and nothing is changed", async (_, code, change) => {
    const text = await archived(await filled());
    await put(resigned(text, (lines) => lines.map(change)));
    const db = await afresh();
    const before = await archived(db);
    await expect(restored(db)).rejects.toMatchObject({ code });
    expect(await archived(db)).toBe(before);
  });

  test("a database that holds anything is refused", async () => {
    const db = await filled();
    const text = await archived(db);
    await put(text);
    await expect(restored(db)).rejects.toMatchObject({
      code: "DATABASE_NOT_EMPTY",
      message: expect.stringContaining("2 in quay.berth, 4 in quay.boat"),
    });
    expect(await archived(db)).toBe(text);
  });
});
