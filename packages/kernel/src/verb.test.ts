import { expect, test } from "vitest";
import * as z from "zod";
import { type Actor, hasRole } from "./actor.ts";
import { exactlyOne, Note, refTo } from "./input.ts";
import { Id } from "./ref.ts";
import { Refusal } from "./refusal.ts";
import { Stepped, verbsOf } from "./verb.ts";
import { tableOf } from "./verb-table.ts";
import { vocabulary } from "./vocabulary.ts";

const idOf = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const quay = idOf(10);

const lamp = { id: Id, version: z.int(), group: Id, name: z.string() };
const Lamp = z.discriminatedUnion("status", [
  z.object({ ...lamp, status: z.literal("lit") }),
  z.object({ ...lamp, status: z.literal("broken"), fault: z.string() }),
  z.object({ ...lamp, status: z.literal("gone"), replacedBy: z.array(Id) }),
]);
type Lamp = z.infer<typeof Lamp>;

const lampVerb = verbsOf<Lamp, "member" | "keeper", { spares: number }, "NO_SPARES">({
  name: "Lamp",
  refusals: { NO_SPARES: "There are too few spare lamps." },
  schema: Lamp,
  parties: {
    member: {
      words: "a member",
      includes: (caller, { group }) => hasRole(caller, group, "member"),
    },
    keeper: {
      words: "the secretariat",
      includes: (caller, { group }) => hasRole(caller, group, "secretariat"),
    },
  },
});

const Fault = vocabulary("LampFault", "What is wrong with a lamp.", {
  bulb: "Its bulb is out.",
  "bent-post": "Its post is bent.",
});

const breakLamp = lampVerb("break", {
  says: "Somebody reports that a lamp is broken.",
  from: ["lit"],
  to: "broken",
  by: ["member", "keeper"],
  input: { fault: Fault.describe("What is wrong with it."), seenAt: refTo("Meeting").optional() },
  step: (_, { fault }) => ({ fault }),
});

const replace = lampVerb("replace", {
  says: "A broken lamp gives way to new ones.",
  from: ["broken"],
  to: "gone",
  by: ["keeper"],
  input: { names: z.array(Note).min(1).max(3) },
  needs: ["spares", "newId"],
  refuses: ["NO_SPARES"],
  step: ({ group }, { names, spares, newId }) => {
    if (names.length > spares) throw new Refusal("NO_SPARES", `There are ${spares} spare lamps.`);
    const made = names.map((name) =>
      Lamp.parse({ id: newId(), version: 1, group, name, status: "lit" }),
    );
    return new Stepped<Lamp>({ replacedBy: made.map(({ id }) => id) }, { made });
  },
});

const lit: Lamp = { id: idOf(1), version: 3, group: quay, name: "Pier", status: "lit" };
const actor = (role: "member" | "secretariat" | null): Actor => ({
  id: idOf(2),
  actsFor: [],
  roles: role === null ? [] : [{ group: quay, role }],
  official: false,
  administrator: false,
});
let next = 100;
const newId = () => idOf((next += 1));
const doing = {
  by: { kind: "person", id: idOf(2), label: "Nia Frew" },
  on: "2026-03-04",
} as const;

test("a verb is a function from a thing to what becomes of it", () => {
  const broken = breakLamp(lit, { fault: "bulb", ...doing });
  expect(broken).toEqual({ ...lit, status: "broken", version: 4, fault: "bulb" });
});

test("a step is told what it needs, and may make other things", () => {
  const broken = breakLamp(lit, { fault: "bulb", ...doing });
  const { subject, made } = replace.outcome(broken, {
    names: ["East", "West"],
    spares: 2,
    newId,
    ...doing,
  });
  expect(made.map(({ name, status }) => [name, status])).toEqual([
    ["East", "lit"],
    ["West", "lit"],
  ]);
  expect(subject).toMatchObject({ status: "gone", replacedBy: made.map(({ id }) => id) });
  expect(subject).not.toHaveProperty("fault");
});

test.each([
  ["member", "lit", null],
  ["secretariat", "lit", null],
  [null, "lit", "NOT_PERMITTED"],
  ["member", "gone", "MOVE_REFUSED"],
] as const)("%s may break what is %s: %s", (role, status, code) => {
  const thing = status === "lit" ? lit : { ...lit, status, replacedBy: [] };
  expect(breakLamp.refusal(actor(role), thing)?.code ?? null).toBe(code);
});

test("what may not be done is refused by the function too", () => {
  expect(() =>
    breakLamp({ ...lit, status: "gone", replacedBy: [] }, { fault: "bulb", ...doing }),
  ).toThrow("Cannot break what is gone");
});

test("the input of a verb is JSON Schema for whoever shows a form", () => {
  expect(z.toJSONSchema(breakLamp.input, { io: "input" })).toMatchObject({
    properties: {
      fault: { $ref: "#/$defs/LampFault", description: "What is wrong with it." },
      seenAt: { type: "string", refTo: ["Meeting"] },
    },
    required: ["fault"],
    additionalProperties: false,
    $defs: { LampFault: { enum: ["bulb", "bent-post"], words: { bulb: "Its bulb is out." } } },
  });
});

test("exactly one member of several is given", () => {
  const Which = exactlyOne({ name: Note, lamp: refTo("Lamp") });
  expect(z.toJSONSchema(Which, { io: "input" })).toMatchObject({
    minProperties: 1,
    maxProperties: 1,
  });
  expect(Which.safeParse({}).success).toBe(false);
  expect(Which.safeParse({ name: "Pier" }).success).toBe(true);
  expect(Which.safeParse({ name: "Pier", lamp: `Lamp:${lit.id}` }).success).toBe(false);
});

const Pier = z.object({ id: Id, version: z.int(), group: Id, name: z.string() });
type Pier = z.infer<typeof Pier>;

const rename = verbsOf<Pier, "keeper">({
  name: "Pier",
  schema: Pier,
  parties: {
    keeper: {
      words: "the secretariat",
      includes: (caller, { group }) => hasRole(caller, group, "secretariat"),
    },
  },
})("rename", {
  says: "Gives a pier another name.",
  by: ["keeper"],
  input: { name: Note },
  step: (pier, { name }) => (name === pier.name ? null : { name }),
});

test("what has no lifecycle is changed at any time, and not where all is so already", () => {
  const pier = { id: idOf(3), version: 1, group: quay, name: "East pier" };
  expect(rename(pier, { name: "West pier", ...doing })).toEqual({
    ...pier,
    name: "West pier",
    version: 2,
  });
  expect(rename(pier, { name: "East pier", ...doing })).toEqual(pier);
  expect(rename.refusal(actor("secretariat"), pier)).toBeNull();
  expect(tableOf([rename])).toContain("| any | the same | the secretariat |");
});
