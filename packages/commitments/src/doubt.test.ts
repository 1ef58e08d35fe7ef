import { expect, test } from "vitest";
import { doubtsIn } from "./doubt.ts";
import { parseMissionFile } from "./mission-file.ts";
import { harboursideJson } from "./testing.ts";

const [kerbs] = harboursideJson.commitments;
const [counts] = harboursideJson.series;
const [target] = kerbs!.targets!;
const [money] = harboursideJson.funding;

const withTarget = (change: object, series: object = {}) => ({
  commitments: [{ ...kerbs, targets: [{ ...target, ...change }] }],
  series: [{ ...counts, ...series }],
});
const exact = (value: string, unit = "dropped kerbs") => ({ kind: "exact", value, unit });
const amounts = (...each: string[]) => ({
  funding: each.map((amount) => ({ ...money, amount: { amount, currency: "GBP" } })),
});

test.each([
  { what: "the example itself", change: {}, codes: [] },
  {
    what: "a target in beds, measured in lamps",
    change: withTarget(
      { spec: { kind: "absolute", value: "650", unit: "beds" } },
      { unit: "lamps" },
    ),
    codes: ["UNIT_DIFFERS", "UNIT_DIFFERS"],
  },
  {
    what: "a target in beds, measured in per cent",
    change: withTarget(
      { spec: { kind: "absolute", value: "650", unit: "beds" }, baseline: { kind: "not-stated" } },
      { unit: "%", measure: "percentage" },
    ),
    codes: ["UNIT_DIFFERS"],
  },
  {
    what: "a baseline in another unit than the series",
    change: withTarget({ baseline: exact("10", "kerbs") }),
    codes: ["UNIT_DIFFERS"],
  },
  {
    what: "a rate, measured by a count",
    change: withTarget({ measure: "rate" }),
    codes: ["MEASURE_DIFFERS"],
  },
  {
    what: "half as much again of nothing",
    change: withTarget({ baseline: exact("0") }),
    codes: ["BASELINE_IS_ZERO"],
  },
  {
    what: "half as much again of less than nothing",
    change: withTarget({ measure: "index", baseline: exact("-10") }, { measure: "index" }),
    codes: ["BASELINE_NEGATIVE"],
  },
  {
    what: "120 per cent less of 10 per cent",
    change: withTarget(
      {
        spec: { kind: "relative-change", percent: "120", direction: "decrease" },
        measure: "percentage",
        baseline: exact("10", "%"),
      },
      { unit: "%", measure: "percentage" },
    ),
    codes: ["OUT_OF_RANGE", "CHANGE_OF_PERCENTAGE"],
  },
  {
    what: "half as much again of 10 per cent",
    change: withTarget(
      { measure: null, baseline: exact("10", "%") },
      { unit: "%", measure: "percentage" },
    ),
    codes: ["CHANGE_OF_PERCENTAGE"],
  },
  {
    what: "a misprint of millions",
    change: amounts("250000000", "5000000", "35395000000"),
    codes: ["AMOUNT_IMPLAUSIBLE"],
  },
  { what: "a large and a small sum", change: amounts("250000000", "5000000"), codes: [] },
  { what: "one sum", change: amounts("35395000000"), codes: [] },
])("$what: $codes", ({ change, codes }) => {
  const doubts = doubtsIn(parseMissionFile({ ...harboursideJson, ...change }));
  expect(doubts.map(({ code }) => code)).toEqual(codes);
});

test("a doubt says what of which commitment it is about, and what is kept", () => {
  const { commitments, series } = withTarget({ baseline: exact("10", "kerbs") });
  expect(doubtsIn(parseMissionFile({ ...harboursideJson, commitments, series }))).toEqual([
    {
      code: "UNIT_DIFFERS",
      message:
        'The target "Half as many dropped kerbs again." of dropped-kerbs is in kerbs, and its series dropped-kerbs is in dropped kerbs: progress cannot be worked out.',
    },
  ]);
});
