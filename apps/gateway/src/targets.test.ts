import { embeddedDatabase } from "@remit/database/testing";
import { nobody } from "@remit/graphql";
import { graphql } from "graphql";
import { expect, test } from "vitest";
import { surroundings } from "./context.ts";
import { loadExample } from "./example.ts";
import { createSchema } from "./schema.ts";

const source = `{ missions { nodes { commitments { targets {
  statement
  asks {
    __typename
    ... on AbsoluteTarget { value unit }
    ... on RelativeTarget { percent direction }
    ... on ThresholdTarget { operator value unit }
    ... on UnspecifiedTarget { text }
  }
  baseline { __typename ... on ExactQuantity { value unit } ... on QualitativeQuantity { text } }
} } } } }`;

test("a target says what it asks and where it starts from, as its row keeps it", async () => {
  const { db, close } = await embeddedDatabase("gateway");
  await loadExample(db, surroundings);
  const contextValue = { db, viewer: nobody, now: surroundings.now };
  const { data, errors } = JSON.parse(
    JSON.stringify(await graphql({ schema: createSchema(), source, contextValue })),
  );
  expect(errors).toBeUndefined();
  const shown = data.missions.nodes.flatMap(
    ({ commitments }: { commitments: { targets: object[] }[] }) =>
      commitments.flatMap(({ targets }) => targets),
  );
  const rows = await db.selectFrom("commitments.target").selectAll().execute();
  expect(shown).toHaveLength(rows.length);
  const types = {
    absolute: "AbsoluteTarget",
    "relative-change": "RelativeTarget",
    threshold: "ThresholdTarget",
    unspecified: "UnspecifiedTarget",
  };
  for (const row of rows) {
    const target = shown.find(
      ({ statement }: { statement: string }) => statement === row.statement,
    );
    expect(target.asks.__typename).toBe(types[row.spec_kind]);
    const { value, unit, percent, text } = target.asks;
    expect({ value, unit, percent, text }).toEqual({
      value: row.spec_value ?? undefined,
      unit: row.spec_unit ?? undefined,
      percent: row.spec_percent ?? undefined,
      text: row.spec_text ?? undefined,
    });
    expect(target.asks.direction?.toLowerCase() ?? null).toBe(row.spec_direction);
    if (row.baseline_kind === "not-stated") expect(target.baseline).toBeNull();
    else
      expect(target.baseline).toMatchObject(
        row.baseline_kind === "exact"
          ? { value: row.baseline_value, unit: row.baseline_unit }
          : { text: row.baseline_text },
      );
  }
  await close();
});
