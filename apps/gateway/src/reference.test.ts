import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { anybody, costLimit, defaultLimits, type Viewer, viewerOf } from "@remit/graphql";
import { commonRefusals } from "@remit/kernel";
import { isInterfaceType, isScalarType, isSpecifiedScalarType, isUnionType } from "graphql";
import { expect, test } from "vitest";
import { gateway } from "./gateway.ts";

const file = fileURLToPath(new URL("../../../docs/reference.md", import.meta.url));
const command = "UPDATE=reference npx --yes pnpm@12 test apps/gateway/src/reference";

/** A table of Markdown, with its columns as wide as what is in them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) =>
    Math.max(name.length, 3, ...rows.map((cells) => cells[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

const code = (word: string) => `\`${word}\``;

const viewers: Readonly<Record<string, Viewer>> = {
  anybody: viewerOf(anybody),
  "whoever belongs to a group": { ...viewerOf(anybody), groups: ["a group"] },
  "an official": { ...viewerOf(anybody), official: true },
  "an administrator": { ...viewerOf(anybody), administrator: true },
};

/** What each word means to a verb, by the word. */
function refusals(): string[][] {
  const found = new Map<string, { word: string; means: string; verbs: string[] }>();
  for (const { mutation, refuses } of gateway.commands)
    for (const [word, means] of Object.entries(refuses)) {
      if (word in commonRefusals) continue;
      const key = `${word} ${means}`;
      const { verbs } = found.get(key) ?? { verbs: [] };
      found.set(key, { word, means, verbs: [...verbs, code(mutation)] });
    }
  return [...found]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { word, means, verbs }]) => [code(word), means, verbs.join(", ")]);
}

function page(): string {
  const types = Object.values(gateway.schema().getTypeMap());
  const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  const abstract = types.flatMap((type) =>
    (isInterfaceType(type) && !["Node", "Refusal"].includes(type.name)) ||
    (isUnionType(type) && !type.name.endsWith("Result"))
      ? [
          [
            code(type.name),
            gateway
              .schema()
              .getPossibleTypes(type)
              .map(({ name }) => code(name))
              .join(", "),
          ],
        ]
      : [],
  );
  return `# Reference

Written by the suite from the code: \`${command}\`.

## Scalars

All are text in JSON.

${table(
  ["scalar", "what it is"],
  scalars.map(({ name, description }) => [code(name), description ?? ""]),
)}

## Types that are one of several

Ask for \`__typename\` in each. The result of a mutation is its noun or the refusal of its verb.

${table(["type", "is one of"], abstract)}

## Limits of one operation

${table(
  ["of", "at most"],
  Object.entries(defaultLimits).map(([of, most]) => [of, String(most)]),
)}

What it may cost, counted as in [decision 26](decisions/0026-what-a-question-costs.md):

${table(
  ["who asks", "at most"],
  Object.entries(viewers).map(([who, viewer]) => [who, String(costLimit(viewer))]),
)}

## Refusals of any verb

${table(
  ["code", "what it means"],
  Object.entries(commonRefusals).map(([word, means]) => [code(word), means]),
)}

## Refusals of single verbs

${table(["code", "what it means", "of"], refusals())}
`;
}

test(`docs/reference.md is what the code says; a change that is meant is written with ${command}`, () => {
  const written = page();
  if (process.env["UPDATE"] === "reference") writeFileSync(file, written);
  expect(readFileSync(file, "utf8")).toBe(written);
});
