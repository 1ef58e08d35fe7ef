import { embeddedDatabase } from "@remit/database/testing";
import { nobody } from "@remit/graphql";
import { graphql } from "graphql";
import { expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { loadExample } from "./example.ts";
import { gateway } from "./gateway.ts";

const source = `{ missions { nodes { commitments { targets {
  statement
  asks {
    kind: __typename
    ... on AbsoluteTarget { value unit }
    ... on RelativeTarget { percent direction }
    ... on ThresholdTarget { operator value unit }
    ... on UnspecifiedTarget { text }
  }
  baseline { kind: __typename ... on ExactQuantity { value unit } ... on QualitativeQuantity { text } }
} } } } }`;

test("a target says what it asks and where it starts from, as its row keeps it", async () => {
  const { db, close } = await embeddedDatabase("gateway");
  await loadExample(db, surroundings);
  const contextValue = { db, viewer: nobody, now: surroundings.now };
  const { data, errors } = JSON.parse(
    JSON.stringify(await graphql({ schema: gateway.schema(), source, contextValue })),
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
    const { value, unit, percent, text, direction } = target.asks;
    expect({ kind: target.asks.kind, value, unit, percent, text }).toEqual({
      kind: types[row.spec_kind],
      value: row.spec_value ?? undefined,
      unit: row.spec_unit ?? undefined,
      percent: row.spec_percent ?? undefined,
      text: row.spec_text ?? undefined,
    });
    expect(direction?.toLowerCase() ?? null).toBe(row.spec_direction);
    const baselines = {
      exact: { kind: "ExactQuantity", value: row.baseline_value, unit: row.baseline_unit },
      qualitative: { kind: "QualitativeQuantity", text: row.baseline_text },
      "not-stated": null,
    };
    expect(target.baseline).toEqual(baselines[row.baseline_kind]);
  }
  await close();
});
