import { harboursideJson } from "@remit/commitments/testing";
import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { anybody, type Caller } from "@remit/graphql";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { gateway } from "./gateway.ts";
import { answerTo } from "@remit/gateway/testing";
import { importDocument } from "@remit/import";

const asked = `{ mission(by: {slug: "step-free-harbourside"}) { commitments { targets {
  statement
  asks {
    kind: __typename
    ... on AbsoluteTarget { value unit }
    ... on RelativeTarget { percent direction }
    ... on ChangeTarget { value unit direction }
    ... on ThresholdTarget { operator value unit }
    ... on ShareTarget { percent whole: of }
    ... on CoverageTarget { value all: of unit }
    ... on MilestoneTarget { text }
    ... on QualitativeTarget { text }
    ... on UnspecifiedTarget { text }
  }
  baseline { kind: __typename ... on ExactQuantity { value unit } ... on QualitativeQuantity { text } }
  progress {
    way { ... on ProgressShare { share method version } ... on NotComputable { reason } }
    met
    latest { value period { start } }
  }
} } } }`;

const [kerbs] = harboursideJson.commitments;
const unit = "dropped kerbs";
const baseline = { kind: "exact", value: "10", unit };
const counted = { baseline, series: "dropped-kerbs", measure: "count" };
/** What a file says, and what the graph says of it. The latest figure is 13, of 2025. */
const targets = [
  {
    file: { ...counted, spec: { kind: "absolute", value: "16", unit } },
    asks: { kind: "AbsoluteTarget", value: "16", unit },
    way: { share: "0.5", method: "share-of-the-way", version: "1" },
    met: false,
  },
  {
    file: { ...counted, spec: { kind: "relative-change", percent: "30", direction: "increase" } },
    asks: { kind: "RelativeTarget", percent: "30", direction: "INCREASE" },
    way: { share: "1", method: "share-of-the-way", version: "1" },
    met: true,
  },
  {
    file: {
      ...counted,
      spec: { kind: "absolute-change", value: "2", unit, direction: "decrease" },
    },
    asks: { kind: "ChangeTarget", value: "2", unit, direction: "DECREASE" },
    way: { share: "-1.5", method: "share-of-the-way", version: "1" },
    met: false,
  },
  {
    file: {
      series: "dropped-kerbs",
      spec: { kind: "threshold", operator: "at-most", value: "13", unit },
    },
    asks: { kind: "ThresholdTarget", operator: "AT_MOST", value: "13", unit },
    way: { reason: "BASELINE_NOT_STATED" },
    met: true,
  },
  {
    file: { ...counted, spec: { kind: "share", percent: "75", of: "crossings" } },
    asks: { kind: "ShareTarget", percent: "75", whole: "crossings" },
    way: { reason: "UNIT_DIFFERS" },
    met: null,
  },
  {
    file: { ...counted, spec: { kind: "coverage", value: "40", of: "50", unit } },
    asks: { kind: "CoverageTarget", value: "40", all: "50", unit },
    way: { share: "0.1", method: "share-of-the-way", version: "1" },
    met: false,
  },
  {
    file: { spec: { kind: "milestone", text: "a guide to kerbs" } },
    asks: { kind: "MilestoneTarget", text: "a guide to kerbs" },
    way: { reason: "NOT_QUANTIFIED" },
    met: null,
  },
  {
    file: { baseline, spec: { kind: "qualitative", text: "fewer falls" } },
    asks: { kind: "QualitativeTarget", text: "fewer falls" },
    way: { reason: "NOT_QUANTIFIED" },
    met: null,
  },
  {
    file: {
      baseline: { kind: "qualitative", text: "a handful" },
      spec: { kind: "unspecified", text: "a target for benches" },
    },
    asks: { kind: "UnspecifiedTarget", text: "a target for benches" },
    way: { reason: "NOT_QUANTIFIED" },
    met: null,
  },
] as const;

onEachDatabase((open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = open());
    const said = targets.map(({ file }, index) => ({
      ...file,
      statement: `Target ${index}`,
      wording: "summary",
      source: "plan",
    }));
    const json = { ...harboursideJson, commitments: [{ ...kerbs, targets: said }] };
    const bytes = new TextEncoder().encode(JSON.stringify(json));
    await importDocument(db, { name: "mission.json", bytes }, {}, surroundings);
  });
  const shown = async (caller: Caller = anybody) => {
    const { data, errors } = await answerTo(gateway.schema(), db, asked, { caller });
    expect(errors).toBeUndefined();
    return data["mission"].commitments[0].targets;
  };

  test.each(targets.map((target, index) => ({ ...target, index })))(
    "INV-C4 a target says what it asks, where it starts from and how far it has come: $asks.kind",
    async ({ file, asks, way, met, index }) => {
      const [start] = "baseline" in file ? [file.baseline] : [];
      const { kind, ...said } = start ?? { kind: null };
      expect((await shown())[index]).toMatchObject({
        statement: `Target ${index}`,
        asks,
        baseline:
          kind === null
            ? null
            : { kind: kind === "exact" ? "ExactQuantity" : "QualitativeQuantity", ...said },
        progress: {
          way,
          met,
          latest: "series" in file ? { value: "13", period: { start: "2025" } } : null,
        },
      });
    },
  );

  test("whoever may not see the latest figure is told of no progress", async () => {
    await sql`update commitments.observation set access = 'officials' where value = '13'`.execute(
      db,
    );
    const [first] = await shown();
    expect(first).toMatchObject({ asks: targets[0].asks, progress: null });
    const [seen] = await shown({ ...anybody, official: true });
    expect(seen.progress).toMatchObject({ way: targets[0].way, latest: { value: "13" } });
  });
}, "gateway");
