import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { march } from "@remit/import/testing";
import { type ProgramDatabase, programDatabase, startProgram } from "@remit/gateway/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";

let folder: string;
let database: ProgramDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-person-"));
  database = await programDatabase(folder);
  await writeFile(join(folder, "march.txt"), march);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const remit = (...args: string[]) =>
  startProgram(import.meta.resolve("./main.ts"), args, {
    INIT_CWD: folder,
    ...database.environment,
  }).ended;

const Held = z.object({ place: z.string(), id: z.string() });
const Exported = z.tuple([
  z.object({
    person: z.string(),
    records: z.array(z.record(z.string(), z.unknown())),
    rows: z.array(Held.extend({ row: z.record(z.string(), z.unknown()) })),
    texts: z.array(Held.extend({ text: z.string() })),
    entries: z.array(z.object({ subject: z.string(), verb: z.string() })),
  }),
]);

/** Where what is held stands, each place once. */
const places = (all: readonly { readonly place: string }[]) => [
  ...new Set(all.map(({ place }) => place)),
];

test("all that is held about a person is printed: the record, what points at them, what names them, what the journal has", async () => {
  const group = "harbourside-pavements-working-group";
  expect(await remit("import", "march.txt")).toMatchObject({ code: 0 });
  await remit("token", "create", "desk", "--role", `${group}=secretariat`, "--person", "mo-farrow");
  const corrected = ["--id", "mo-farrow", "--name", "Dr Mo Farrow-Vane", "--before", "former"];
  expect(await remit("do", "correctName", ...corrected, "--as", "desk")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Person:\S+ is at version 2\n$/u),
  });
  const [held] = Exported.parse(
    JSON.parse((await remit("person", "export", "mo-farrow", "--json")).out),
  );
  expect(held.records).toMatchObject([
    { name: "Dr Mo Farrow-Vane", other_names: ["Dr Mo Farrow"] },
  ]);
  expect(places(held.rows)).toEqual([
    "actions.action.record",
    "actions.owner.agent_id",
    "gateway.token.person_id",
    "groups.membership.person_id",
    "meetings.attendance.person_id",
    "meetings.speaker.person_id",
  ]);
  // The former name stands in what was written before.
  expect(places(held.texts)).toContain("documents.document.text");
  expect(places(held.texts)).toContain("meetings.attendance.name");
  const told = held.entries.map(({ subject, verb }) => `${subject.split(":")[0]} ${verb}`);
  expect(told).toContain("Person import");
  expect(told).toContain("Person correctName");
  expect(told).toContain("Action import");
  expect(JSON.stringify(held)).not.toMatch(/"hash"/u);
  const lines = await remit("person", "export", held.person);
  expect(lines.out).toContain(`${held.person}: 1 of groups.person`);
  expect(lines.out).toContain("  1  meetings.attendance.person_id");
  expect(await remit("person", "export", "nobody-at-all")).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("There is no person nobody-at-all."),
  });
});
