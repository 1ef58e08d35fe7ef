import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { march } from "@remit/import/testing";
import { type ProgramDatabase, programDatabase, startProgram } from "@remit/gateway/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
let database: ProgramDatabase;
const remit = (args: readonly string[], environment: Record<string, string> = {}) =>
  startProgram(import.meta.resolve("./main.ts"), args, {
    INIT_CWD: folder,
    ...database.environment,
    ...environment,
  }).ended;

let secret: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-do-"));
  database = await programDatabase(folder);
  await writeFile(join(folder, "march.txt"), march);
  await remit(["import", "march.txt"]);
  const group = "harbourside-pavements-working-group";
  const { out } = await remit(["token", "create", "desk", "--role", `${group}=secretariat`]);
  secret = out.trim();
  await remit(["token", "create", "visitor", "--role", `${group}=member`]);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test("the list has every verb with whose it is, and a verb has its fields and its schema", async () => {
  const all = await remit(["do", "--list"]);
  expect(all.out).toMatch(/^completeAction +Says that an action is done.*an owner, the secret/mu);
  expect(all.out).toMatch(/^raiseAction .*^takeActionLog /msu);
  const fields = await remit(["do", "reportAction", "--list"]);
  expect(fields.out).toContain("--text TEXT (required): How the action stands.\n");
  const schema = await remit(["do", "reportAction", "--schema"]);
  expect(JSON.parse(schema.out)).toMatchObject({
    title: "reportAction",
    required: expect.arrayContaining(["id", "text"]),
    additionalProperties: false,
  });
});

test("a verb is done by the token of the environment, or by one that is named", async () => {
  const reference = "hpwg-2026-03-a1";
  const start = ["do", "startAction", "--id", reference];
  expect(await remit(start)).toMatchObject({
    code: 1,
    err: expect.stringContaining("REMIT_TOKEN"),
  });
  expect(await remit([...start, "--as", "visitor"])).toMatchObject({
    code: 1,
    err: "remit: Only an owner, the secretariat or the chair may do this.\n",
  });
  const dry = await remit([...start, "--dry-run"], { REMIT_TOKEN: secret });
  expect(dry).toMatchObject({ code: 0, err: expect.stringContaining("nothing was changed") });
  expect(dry.out).toMatch(/^Action:[0-9a-f-]{36} is in-progress, version 2\n$/u);
  expect(await remit(start, { REMIT_TOKEN: secret })).toMatchObject({ code: 0, out: dry.out });
  const again = await remit([...start, "--as", "desk"]);
  expect(again.err).toContain("Cannot start what is in-progress: it is in-progress already.");
  const journal = await remit(["journal", "show", "HPWG-2026-03-A1"]);
  expect(journal.out).toContain("startAction by desk: status, started");
});

test("what has no lifecycle is told by its version, which stays where nothing changes", async () => {
  const group = "harbourside-pavements-working-group";
  const set = (zone: string) =>
    remit(["do", "setGroupZone", "--id", group, "--zone", zone, "--as", "desk"]);
  const told = expect.stringMatching(/^Group:[0-9a-f-]{36} is at version 2\n$/u);
  expect(await set("Pacific/Auckland")).toMatchObject({ code: 0, out: told });
  expect(await set("Pacific/Auckland")).toMatchObject({ code: 0, out: told });
  expect((await set("Mars/Olympus")).err).toContain("IANA name");
  const profile = ["--id", "bela-novak", "--profile", "role-only"];
  const hidden = await remit(["do", "setPublicProfile", ...profile, "--as", "desk"]);
  expect(hidden).toMatchObject({ code: 0, out: expect.stringContaining("is at version 2\n") });
  expect(await remit(["journal", "verify"])).toMatchObject({ code: 0 });
});

test.each([
  { args: ["--id", "NO-1-A1"], says: "There is no action NO-1-A1." },
  { args: ["--id", "Action:1"], says: "id: Give the id of an action" },
  { args: ["--json", "march.txt"], says: "The input is no JSON object." },
  { args: ["--as", "nobody", "--id", "HPWG-2026-03-A1"], says: "nobody: there is none" },
])("$args is refused: $says", async ({ args, says }) => {
  const { code, err } = await remit(["do", "reportAction", ...args], { REMIT_TOKEN: secret });
  expect(code).toBe(1);
  expect(err).toContain(says);
});

test("an input comes from a file, and a key is done once", async () => {
  const input = { id: "HPWG-2026-03-A2", text: "The figures are here", idempotencyKey: "k-1" };
  await writeFile(join(folder, "report.json"), JSON.stringify(input));
  const report = ["do", "reportAction", "--json", "report.json"];
  const one = await remit(report, { REMIT_TOKEN: secret });
  const two = await remit(report, { REMIT_TOKEN: secret });
  expect(one.out).toContain("is open, version 2");
  expect(two.out).toBe(one.out);
});
