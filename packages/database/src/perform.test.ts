import {
  type Access,
  type Actor,
  type AnyVerb,
  Day,
  hasRole,
  Id,
  Note,
  refTo,
  Refusal,
  Stepped,
  verbsOf,
} from "@remit/kernel";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { Directory, Request } from "./keeping.ts";
import { perform } from "./perform.ts";
import { keptIn } from "./records.ts";
import { onEachDatabase } from "./testing.ts";
import { verifyJournal } from "./verify.ts";
import { entriesOf, writeEntries } from "./journal.ts";
import type { Db, Tx } from "./database.ts";

declare module "./database.ts" {
  interface Database {
    "quay.lamp": { id: string; version: number; record: string };
  }
}

const idOf = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const quay = idOf(10);

const Seen = z.object({ type: z.string(), id: Id, label: z.string() });
const lamp = {
  id: Id,
  version: z.int(),
  group: Id,
  name: z.string(),
  since: Day,
  seenAt: Seen.nullable(),
};
const Lamp = z.discriminatedUnion("status", [
  z.object({ ...lamp, status: z.literal("lit") }),
  z.object({ ...lamp, status: z.literal("broken"), fault: z.string() }),
  z.object({ ...lamp, status: z.literal("gone"), replacedBy: z.array(Id) }),
]);
type Lamp = z.infer<typeof Lamp>;

interface LampFacts {
  readonly spares: number;
}
const noun = {
  name: "Lamp",
  schema: Lamp,
  parties: {
    keeper: {
      words: "the secretariat",
      includes: (caller: Actor, { group }: Lamp) => hasRole(caller, group, "secretariat"),
    },
  },
};
const lampVerb = verbsOf<Lamp, "keeper", LampFacts>(noun);
const breakLamp = lampVerb("break", {
  says: "Somebody reports that a lamp is broken.",
  from: ["lit"],
  to: "broken",
  by: ["keeper"],
  input: { fault: Note, seenAt: refTo("Meeting").optional() },
  step: (_, { fault, seenAt = null }) => ({ fault, seenAt }),
});
const replace = lampVerb("replace", {
  says: "A broken lamp gives way to new ones.",
  from: ["broken"],
  to: "gone",
  by: ["keeper"],
  input: { names: z.array(Note).min(1).max(3) },
  needs: ["spares", "newId"],
  step: ({ group, since }, { names, spares, newId }) => {
    if (names.length > spares) throw new Refusal("NO_SPARES", `There are ${spares} spare lamps.`);
    const made = names.map((name) =>
      Lamp.parse({ id: newId(), version: 1, group, name, since, seenAt: null, status: "lit" }),
    );
    return new Stepped<Lamp>({ replacedBy: made.map(({ id }) => id) }, { made });
  },
});

const read = async (ids: readonly string[], db: Db) => keeping.find(db, ids);
const keeping = keptIn<Lamp, LampFacts>("quay.lamp", {
  noun,
  standing: ({ group, since }) => ({ group, access: "public", since }),
  columns: ({ name }) => ({ name }),
  facts: { spares: async () => 2 },
});
const write = (tx: Tx, lamp: Lamp) =>
  keeping.save(tx, {
    before: null,
    outcome: { subject: lamp, changed: [], made: [] },
    newId: () => "",
  });
const meetings: readonly { id: string; label: string; access: Access }[] = [
  { id: idOf(200), label: "March 2026", access: "public" },
  { id: idOf(201), label: "Closed session", access: "restricted" },
];
const directory: Directory = {
  lookUp: async (_, given) =>
    meetings
      .filter(({ id }) => given.some((each) => each.id === id))
      .map((meeting) => ({ ...meeting, type: "Meeting", on: "2026-03-04", group: quay })),
  zoneOf: async () => "Europe/London",
};
const caller = (role: "secretariat" | null, administrator = false) => ({
  id: null,
  name: "desk",
  token: "desk",
  actsFor: [],
  roles: role === null ? [] : [{ group: quay, role }],
  official: false,
  administrator,
});
const pier: Lamp = {
  id: idOf(1),
  version: 1,
  group: quay,
  name: "Pier",
  since: "2026-01-05",
  seenAt: null,
  status: "lit",
};
let next = 500;
const request = (who = caller("secretariat")): Request => ({
  caller: who,
  requestId: "r1",
  now: new Date("2026-03-10T09:00:00Z"),
  newId: () => idOf((next += 1)),
});

onEachDatabase((open) => {
  beforeAll(async () => {
    const { db } = open();
    await sql`create schema quay`.execute(db);
    await sql`create table quay.lamp (id uuid primary key, version int not null, group_id uuid not null,
      access text not null, name text not null, record jsonb not null)`.execute(db);
  });
  const lit = async (): Promise<string> => {
    const id = idOf((next += 1));
    const after = Lamp.parse({ ...pier, id });
    const entry = {
      subject: { type: "Lamp", id },
      version: 1,
      verb: "put up",
      actor: { name: "desk", person: null },
      requestId: "r0",
      at: "2026-01-05T00:00:00Z",
      before: null,
      after,
      access: "public" as const,
      group: quay,
    };
    await open()
      .db.transaction()
      .execute(async (tx) => {
        await write(tx, after);
        await writeEntries(tx, [entry], "2026-01-05T00:00:00Z");
      });
    return id;
  };
  const done = (verb: AnyVerb<Lamp>, input: object, who = caller("secretariat")) =>
    open()
      .db.transaction()
      .execute((tx) => perform(tx, verb, input, { keeping, directory, request: request(who) }));
  const problems = () => verifyJournal(open().db, [{ type: "Lamp", table: "quay.lamp" }]);

  test("a verb is done, saved and told in the journal, with the label of what it points at", async () => {
    const id = await lit();
    const seenAt = `Meeting:${idOf(200)}`;
    await done(breakLamp, { id: `Lamp:${id}`, fault: "Its bulb is out", seenAt, on: "2026-03-04" });
    const [after] = await read([id], open().db);
    expect(after).toMatchObject({
      status: "broken",
      version: 2,
      seenAt: { type: "Meeting", id: idOf(200), label: "March 2026" },
    });
    const entries = await entriesOf(open().db, { type: "Lamp", id });
    expect(entries.at(-1)).toMatchObject({
      verb: "breakLamp",
      version: 2,
      at: "2026-03-04T00:00:00.000Z",
      recorded_at: "2026-03-10T09:00:00.000Z",
      after,
    });
    expect(await problems()).toEqual([]);
  });

  test("what a verb makes beside its subject is saved and told, too", async () => {
    const id = await lit();
    await done(breakLamp, { id: `Lamp:${id}`, fault: "Its post is bent" });
    const { made } = await done(replace, { id: `Lamp:${id}`, names: ["East", "West"] });
    const there = await read(
      made.map((each) => each.id),
      open().db,
    );
    expect(there.map(({ name }) => name).toSorted()).toEqual(["East", "West"]);
    expect(await problems()).toEqual([]);
  });

  test.each([
    ["what is not there", { id: `Lamp:${idOf(999)}` }, "NOT_FOUND", ["id"]],
    ["the id of something else", { id: `Meeting:${idOf(200)}` }, "INVALID_INPUT", []],
    ["a member that is not known", { colour: "red" }, "INVALID_INPUT", []],
    ["a stale version", { expectedVersion: 7 }, "CONFLICT", ["expectedVersion"]],
    ["a day to come", { on: "2026-03-11" }, "IN_FUTURE", ["on"]],
    ["a day before its first", { on: "2026-01-04" }, "BEFORE_FIRST", ["on"]],
    ["what the caller may not see", { seenAt: `Meeting:${idOf(201)}` }, "NOT_FOUND", ["seenAt"]],
  ])("%s is refused and changes nothing", async (_title, given, code, path) => {
    const id = await lit();
    const input = { id: `Lamp:${id}`, fault: "Its bulb is out", ...given };
    await expect(done(breakLamp, input)).rejects.toMatchObject({ code, path });
    expect(await read([id], open().db)).toEqual([{ ...pier, id }]);
    expect(await entriesOf(open().db, { type: "Lamp", id })).toHaveLength(1);
  });

  test("whoever is no party to it is refused", async () => {
    const input = { id: `Lamp:${await lit()}`, fault: "Its bulb is out" };
    await expect(done(breakLamp, input, caller(null))).rejects.toThrow(
      "Only the secretariat may do this.",
    );
  });

  test("a record that everybody sees does not tell the name of what they may not", async () => {
    const id = await lit();
    const input = { id: `Lamp:${id}`, fault: "Its bulb is out", seenAt: `Meeting:${idOf(201)}` };
    await done(breakLamp, input, caller(null, true));
    expect(await read([id], open().db)).toMatchObject([{ seenAt: { label: "a meeting" } }]);
  });
});
