import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { harboursideJson } from "@remit/commitments/testing";
import { serverDatabase, type TestDatabase } from "@remit/database/testing";
import { paragraph, pdf, word } from "@remit/documents/testing";
import { april, march } from "@remit/import/testing";
import { everyRow, freePort, startProgram } from "@remit/gateway/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-cli-"));
  await Promise.all(
    Object.entries(documents).map(([name, content]) => writeFile(join(folder, name), content)),
  );
  await mkdir(join(folder, "folder"));
  await truncate(join(folder, "large.txt"), 60 * 1024 * 1024);
});
afterAll(() => rm(folder, { recursive: true }));

const documents = {
  "march.txt": march,
  "april.txt": april,
  "empty.txt": "",
  "large.txt": "Minutes\n",
  "picture.txt": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  "latin.txt": Uint8Array.of(...Buffer.from("Caf"), 0xe9, 0x0a),
  "dateless.txt": march.replaceAll(/ March 2026|: March 2026|on 10|14 April 2026 at 10:00/gu, ""),
  "several.txt": `${march}\n${april}`,
  "broken.json": '{"mission": ',
  "unknown.json": JSON.stringify({ ...harboursideJson, comitments: [] }),
  "other.json": '{"minutes": []}',
  "nothing.json": "null",
};

const bad = [
  { file: "missing.txt", code: "FILE_MISSING", says: "There is no such file." },
  { file: "folder", code: "NOT_A_FILE", says: "This is a folder" },
  { file: "empty.txt", code: "EMPTY_DOCUMENT", says: "The document is empty." },
  { file: "large.txt", code: "DOCUMENT_TOO_LARGE", says: "60 MB; a document has at most 10 MB" },
  { file: "picture.txt", code: "NOT_TEXT", says: "The file is a PNG image" },
  { file: "latin.txt", code: "NOT_UTF8", says: "byte 3 starts no character" },
  { file: "dateless.txt", code: "MEETING_DATE_MISSING", says: "Date of meeting: 22 December 2021" },
  { file: "several.txt", code: "SEVERAL_MEETINGS", says: "in a file of its own" },
  { file: "broken.json", code: "JSON_BROKEN", says: "This is not JSON" },
  { file: "unknown.json", code: "MISSION_FILE_INVALID", says: 'Unrecognized key: "comitments"' },
  {
    file: "other.json",
    code: "JSON_NOT_KNOWN",
    says: 'neither a mission ("mission": …) nor links',
  },
  { file: "nothing.json", code: "JSON_NOT_KNOWN", says: "neither a mission" },
];

const linesIn = (minutes: string, month: string) =>
  minutes.replaceAll(/(March|April) 2026/gu, `${month} 2028`).split("\n");

const remit = (args: readonly string[], environment: Record<string, string> = {}) =>
  startProgram(import.meta.resolve("./main.ts"), args, { INIT_CWD: folder, ...environment });

test("--help lists the commands", async () => {
  const { code, out, err } = await remit(["--help"]).ended;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/ {2}serve .* {2}migrate .* {2}read .* {2}import /su);
});

test.each([
  { args: ["reed", "march.txt"], says: "unknown command 'reed'" },
  { args: ["read", "march.txt", "--jsn"], says: "unknown option '--jsn'" },
  { args: ["import"], says: "missing required argument 'files'" },
])("$args is not understood", async ({ args, says }) => {
  const { code, out, err } = await remit(args).ended;
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(says);
});

test("a reading for people, from where they called", async () => {
  const { code, out, err } = await remit(["read", "./april.txt"]).ended;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(`Harbourside Pavements Working Group minutes: April 2026
Group: Harbourside Pavements Working Group
Date: 2026-04-14
Ordinal: not stated
Chair: Ada Quill MSP
Location: not stated
Next meeting: not stated

Group members
- Ada Quill MSP, Harbour Trust [chair]
- Samuel Okoro, Town Council [member]
- Mo Farrow, Tram Users [member]
- Robin Vale, Wheelchair Users [member]
- Chidi Stone, Library Board [member]
Apologies
- Bela Novak, Shopkeepers of the Quay [apologies]

- Minutes of the previous meeting
  The minutes of the previous meeting were agreed.
- Benches
  Robin Vale: Robin Vale said that benches narrow the pavement.

1 action
- Robin Vale and Ada Quill to walk along the quay
  owner: Robin Vale, Ada Quill
  due: not stated
`);
});

test("a reading for people holds papers, decisions, dues and statuses, too", async () => {
  await writeFile(
    join(folder, "full.txt"),
    april
      .replace(
        "Robin Vale said that benches",
        "Paper 3: Bench counts\n\nRobin Vale said that benches",
      )
      .concat(
        "\nAgreed: Two benches are to move.\nAction: Mo Farrow to count steps by 1 June 2026\n",
      ),
  );
  const { out } = await remit(["read", "full.txt"]).ended;
  for (const line of ["1 paper\n- 3", "1 decision\n- ", "  due: 1 June 2026"])
    expect(out).toContain(line);
});

test("JSON is not read as minutes", async () => {
  const { code, out, err } = await remit(["read", "unknown.json"]).ended;
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("unknown.json: This is JSON");
  expect(err).toContain("remit import");
});

test("a reading for programs is JSON, and its warnings are in it", async () => {
  const { code, out, err } = await remit(["read", "--json", join(folder, "several.txt")]).ended;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toMatchObject({
    group: "Harbourside Pavements Working Group",
    warnings: expect.arrayContaining([expect.objectContaining({ code: "SEVERAL_MEETINGS" })]),
  });
});

test("what is bad is not imported, and no database is made", async () => {
  const { code, out, err } = await remit(["import", ...bad.map(({ file }) => file)]).ended;
  expect({ code, out }).toEqual({ code: 1, out: "" });
  for (const { file } of bad) expect(err).toContain(`remit: ${file}: `);
  expect(existsSync(join(folder, ".remit"))).toBe(false);
});

describe.skipIf("missing" in inject("templates").postgres)("on a server", () => {
  let database: TestDatabase;
  let environment: Record<string, string>;
  beforeAll(async () => {
    database = await serverDatabase("gateway");
    environment = { DATABASE_URL: database.url ?? "" };
  });
  afterAll(() => database.close());

  test("what is bad is refused, file by file, and nothing of it is kept", async () => {
    const before = await everyRow(database.db);
    const files = bad.map(({ file }) => file);
    const { code, out, err } = await remit(["import", "--json", ...files], environment).ended;
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual(
      bad.map((wrong) => ({
        file: wrong.file,
        outcome: "refused",
        code: wrong.code,
        message: expect.stringContaining(wrong.says),
      })),
    );
    for (const { file } of bad) expect(err).toContain(`remit: ${file}: `);
    expect(err).toContain("remit: 12 of 12 refused");
    expect(await everyRow(database.db)).toEqual(before);
  });

  test("an import says what is new, what was known, and what is to confirm", async () => {
    const { code, out, err } = await remit(["import", "march.txt", "april.txt"], environment).ended;
    expect({ code, err }).toEqual({ code: 0, err: "2 files: 2 created; no fact waits.\n" });
    expect(out).toBe(`march.txt: Harbourside Pavements Working Group minutes: March 2026
  created: 1 group, 6 persons, 1 organisation, 4 memberships, 1 meeting, 6 attendances, 3 items, 8 contributions, 1 paper, 3 actions
  access: public
april.txt: Harbourside Pavements Working Group minutes: April 2026
  created: 2 persons, 3 memberships, 1 meeting, 6 attendances, 2 items, 2 contributions, 1 action
  access: public
  known before: Harbourside Pavements Working Group, Ada Quill, Dr Mo Farrow, Robin Vale, Bela Novak, Town Council
  to confirm:
    PERSON_IN_DOUBT: Samuel Okoro may be Sam Okoro (similar name), and was kept apart.
`);
  });

  const takeMany = async () => {
    const args = ["import", "many", "--jobs", "3", "--json"];
    const { code, out, err } = await remit(args, environment).ended;
    const results: readonly { file: string; outcome: string }[] = JSON.parse(out);
    return { code, err, outcomes: results.map(({ file, outcome }) => [file, outcome]) };
  };

  test("a folder is taken in as it is, several at once, and what is in it already is left", async () => {
    const files = {
      "a.docx": word(
        linesIn(march, "May")
          .map((line) => paragraph(line.trim()))
          .join(""),
      ),
      "b.pdf": pdf(linesIn(april, "June").map((line) => line.trim().replace("•", "-"))),
      "c.txt": "",
      "deeper/d.md": linesIn(april, "July").join("\n"),
      "notes.log": "not for the record",
    };
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, "many", name)), { recursive: true });
      await writeFile(join(folder, "many", name), content);
    }
    const first = await takeMany();
    expect(first.outcomes).toEqual([
      ["many/a.docx", "created"],
      ["many/b.pdf", "created"],
      ["many/c.txt", "refused"],
      ["many/deeper/d.md", "created"],
    ]);
    expect(first).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^remit: many\/c\.txt: The document is empty.*\n4 files: .*3 created.*; .*\.\nremit: 1 of 4 /u,
      ),
    });
    expect((await takeMany()).outcomes.map(([, outcome]) => outcome)).toEqual([
      "unchanged",
      "unchanged",
      "refused",
      "unchanged",
    ]);
  });

  test("what would take the place of another is named as it was typed", async () => {
    await mkdir(join(folder, "the minutes"));
    for (const [file, typed] of [
      ["folder/march.md", "folder/march.md"],
      ["the minutes/ada's.txt", `'the minutes/ada'\\''s.txt'`],
    ] as const) {
      await writeFile(join(folder, file), `${march}\nRead again.\n`);
      const { err } = await remit(["import", file], environment).ended;
      expect(err).toContain(`put this one in its place: remit import --supersede ${typed}\n`);
    }
  });

  test("who may see it is said, and what was imported is listed and undone", async () => {
    const may = april.replaceAll("14 April", "12 May").replaceAll("April 2026", "May 2026");
    await writeFile(join(folder, "may.txt"), may);
    const imported = await remit(["import", "--access", "group", "may.txt"], environment).ended;
    expect(imported.out).toContain("\n  access: group\n");
    const list = async () => (await remit(["documents"], environment).ended).out;
    expect(await list()).toMatch(/ {2}minutes {2}recorded {2}may\.txt: .*May 2026\n/u);
    const undone = await remit(["undo", "may.txt"], environment).ended;
    expect(undone).toMatchObject({ code: 0, out: expect.stringContaining("taken out: 1 meeting") });
    expect(await list()).toMatch(/ {2}minutes {2}undone {2}may\.txt: /u);
    const again = await remit(["undo", "may.txt"], environment).ended;
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining("remit documents") });
    const wrong = await remit(["import", "--access", "all", "may.txt"], environment).ended;
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("group, officials") });
  });

  test("somebody else's database is refused until it is migrated on purpose", async () => {
    const { db } = database;
    await sql`drop schema groups, meetings, actions, commitments, documents, gateway, database cascade`.execute(
      db,
    );
    await sql`create table public.invoice (id int)`.execute(db);
    const refused = await remit(["serve"], { ...environment, PORT: "0" }).ended;
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toMatch(
      /^remit: This database holds a table that .* remit migrate --beside\n$/u,
    );
    expect(Object.keys(await everyRow(db))).toEqual(["public.invoice"]);

    const plain = await remit(["migrate"], environment).ended;
    expect(plain).toEqual(refused);
    expect(Object.keys(await everyRow(db))).toEqual(["public.invoice"]);

    const migrated = await remit(["migrate", "--beside"], environment).ended;
    const { host, pathname } = new URL(environment["DATABASE_URL"] ?? "");
    expect(migrated).toMatchObject({
      code: 0,
      err: `The database: postgres://${host}${pathname}\n`,
    });
    expect(migrated.out).toMatch(/^(?:ran .*\n)+$/u);
    const port = await freePort();
    const gateway = remit(["serve"], { ...environment, PORT: `${port}` });
    await gateway.said("Ctrl-C");
    gateway.kill("SIGINT");
    expect(await gateway.ended).toMatchObject({
      code: 0,
      out: expect.stringContaining("Remit serves"),
    });
  });
});
