import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { migrations } from "@remit/gateway/migrations";

const lock = new URL("../migrations.lock.json", import.meta.url);
const command = "UPDATE=migrations npx --yes pnpm@12 test apps/gateway/src/migrations";

/** Steps in code, for what SQL cannot do on every database. Each is a file of its own that imports nothing of ours. */
const inCode: Readonly<Record<string, string>> = {
  "2026-11-25.4 gateway: first entries of actions that were there before the journal":
    "../../../packages/links/src/old-actions.ts",
};

const textOf = (name: string, step: object): string => {
  const file = inCode[name];
  if (file !== undefined) return readFileSync(new URL(file, import.meta.url), "utf8");
  if ("statements" in step) return JSON.stringify(step.statements);
  throw new Error(`"${name}" is a step in code: name its file in the list of this test.`);
};
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const now = Object.entries(migrations).map(
  ([name, step]) => [name, digest(textOf(name, step))] as const,
);

type Pins = Readonly<Record<string, string>>;
const pins = (): Pins => JSON.parse(readFileSync(lock, "utf8"));

/** What is wrong with steps that are held against the pins of those that have landed, in sentences. */
function unlike(steps: Pins, pinned: Pins): string[] {
  const last = Object.keys(pinned).at(-1) ?? "";
  const landed = Object.entries(pinned).flatMap(([name, hash]) => {
    if (steps[name] === undefined)
      return [
        `"${name}" has run somewhere and is missing: put it back, and undo it in a new step.`,
      ];
    return steps[name] === hash
      ? []
      : [`"${name}" has run somewhere and was changed: put it back, and change it in a new step.`];
  });
  const added = Object.keys(steps).filter((name) => pinned[name] === undefined);
  return [
    ...landed,
    ...added.map((name) =>
      name < last
        ? `"${name}" would run before "${last}", which has run somewhere: give it a later name.`
        : `"${name}" is not pinned yet: when it is final, run ${command}`,
    ),
  ];
}

/** Adds what is new and comes after everything that is pinned; what is pinned stays as it is. */
function append(steps: Pins, pinned: Pins): Pins {
  const last = Object.keys(pinned).at(-1) ?? "";
  const added = Object.entries(steps)
    .filter(([name]) => pinned[name] === undefined && name > last)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...pinned, ...Object.fromEntries(added) };
}

test("every step is as it was when it landed, and comes after those before it", () => {
  const steps = Object.fromEntries(now);
  if (process.env["UPDATE"] === "migrations")
    writeFileSync(lock, `${JSON.stringify(append(steps, pins()), null, 2)}\n`);
  expect(unlike(steps, pins())).toEqual([]);
  expect(Object.keys(pins())).toEqual(Object.keys(pins()).toSorted());
});

const landed = { "2026-11-23.1 shed: spades": "a", "2026-11-24.1 shed: rakes": "b" };

test.each([
  ["nothing changed", landed, []],
  ["a text changed", { ...landed, "2026-11-23.1 shed: spades": "c" }, [/spades.*was changed/u]],
  ["a step is missing", { "2026-11-24.1 shed: rakes": "b" }, [/spades.*is missing/u]],
  ["a step is new", { ...landed, "2026-11-26.01 shed: hoes": "c" }, [/hoes.*not pinned/u]],
  ["a step comes too early", { ...landed, "2026-11-23.9 shed: hoes": "c" }, [/hoes.*later name/u]],
] satisfies [string, Pins, RegExp[]][])("the pins say so where %s", (_title, steps, problems) => {
  expect(unlike(steps, landed)).toEqual(problems.map((words) => expect.stringMatching(words)));
});

test("pinning adds what is new, in order, and leaves what is pinned", () => {
  const steps = {
    "2026-11-26.02 barn: hay": "e",
    "2026-11-26.01 shed: hoes": "d",
    "2026-11-23.9 shed: too early": "f",
    ...landed,
    "2026-11-24.1 shed: rakes": "changed",
  };
  expect(Object.entries(append(steps, landed))).toEqual([
    ...Object.entries(landed),
    ["2026-11-26.01 shed: hoes", "d"],
    ["2026-11-26.02 barn: hay", "e"],
  ]);
});

test("names that came later than the first days sort as they are read: 2026-11-26.01 package: what it does", () => {
  const later = now.map(([name]) => name).filter((name) => name >= "2026-11-26");
  expect(
    later.filter((name) => !/^\d{4}-\d\d-\d\d\.\d\d [a-z]+: [^.\s][^.]*$/u.test(name)),
  ).toEqual([]);
});

test("a step in code imports nothing that may change", () => {
  for (const file of Object.values(inCode)) {
    const imports = readFileSync(new URL(file, import.meta.url), "utf8").matchAll(
      /from "([^"]+)"/gu,
    );
    expect([...imports].map(([, from]) => String(from))).toEqual(["node:crypto", "kysely"]);
  }
});
