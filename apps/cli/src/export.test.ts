import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { march } from "@remit/import/testing";
import { type ProgramDatabase, programDatabase, startProgram } from "@remit/gateway/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
let database: ProgramDatabase;
let slug = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-export-"));
  database = await programDatabase(folder);
  await writeFile(join(folder, "march.txt"), march);
  await remit("import", "march.txt");
  await database.within(async (db) => {
    const meetings = db.selectFrom("meetings.meeting").select("slug");
    ({ slug } = await meetings.where("held_on", "=", "2026-03-10").executeTakeFirstOrThrow());
  });
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const remit = (...args: string[]) =>
  startProgram(import.meta.resolve("./main.ts"), args, {
    INIT_CWD: folder,
    ...database.environment,
  }).ended;

test("minutes go to standard output, or into a file", async () => {
  const printed = await remit("export", "minutes", slug, "--format", "md");
  expect(printed).toMatchObject({ code: 0, err: "" });
  expect(printed.out).toContain("# Harbourside Pavements Working Group minutes: March 2026\n");
  const written = await remit("export", "minutes", slug, "--format", "md", "--out", "march.md");
  expect(written).toEqual({ code: 0, out: "", err: "" });
  expect(await readFile(join(folder, "march.md"), "utf8")).toBe(printed.out);
}, 60_000);

test.each([
  { args: ["gossip", "somewhere"], says: "There is: minutes, " },
  { args: ["minutes", "somewhere", "--format", "pdf"], says: "There is: html, md, " },
  { args: ["minutes", "somewhere"], says: "There is no meeting somewhere that you may see" },
])("export $args says what there is", async ({ args, says }) => {
  const refused = await remit("export", ...args);
  expect(refused).toMatchObject({ code: 1, out: "", err: expect.stringContaining(says) });
});
