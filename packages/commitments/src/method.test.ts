import fc from "fast-check";
import { expect, test } from "vitest";
import { minus, plus, sum } from "./decimal.ts";
import type { Direction } from "./measure.ts";
import { growthOf, trendOf, unaccounted } from "./method.ts";
import { notComputable } from "./required.ts";

const at = (year: number, value: string) => ({ year, value });
const open = { id: "open-sdg-growth", version: "2" };

// New HIV infections of Canada, 2015 and 2019: the test data of Open SDG, whose target of 0 it reckons as 0.001.
test("INV-C6 the published test data of Open SDG has its ratio to the twelfth place", () => {
  const figures = { base: at(2015, "1.55"), latest: at(2019, "1.82"), target: at(2030, "0.001") };
  expect(growthOf(figures, "decrease")).toEqual({
    kind: "growth",
    ratio: "-0.105787671382",
    rating: "deterioration",
    method: open,
  });
  expect(growthOf({ ...figures, target: at(2030, "0") }, "decrease")).toEqual(
    notComputable("NOT_POSITIVE"),
  );
});

// From 100 in 2015, to be doubled or halved by 2030.
test.each([
  { latest: "200", way: "increase", rating: "target-achieved" },
  { latest: "125", way: "increase", rating: "substantial-progress" },
  { latest: "124", way: "increase", rating: "moderate-progress" },
  { latest: "116", way: "increase", rating: "moderate-progress" },
  { latest: "115", way: "increase", rating: "limited-progress" },
  { latest: "100", way: "increase", rating: "limited-progress" },
  { latest: "99", way: "increase", rating: "deterioration" },
  { latest: "50", way: "decrease", rating: "target-achieved" },
  { latest: "80", way: "decrease", rating: "substantial-progress" },
  { latest: "81", way: "decrease", rating: "moderate-progress" },
  { latest: "101", way: "decrease", rating: "deterioration" },
] as const)("INV-C6 $latest after five of fifteen years, to $way: $rating", (each) => {
  const target = at(2030, each.way === "increase" ? "200" : "50");
  const figures = { base: at(2015, "100"), latest: at(2020, each.latest), target };
  expect(growthOf(figures, each.way)).toMatchObject({ rating: each.rating, method: open });
});

test.each([
  {
    what: "one figure",
    base: at(2015, "1"),
    latest: at(2015, "1"),
    target: at(2030, "2"),
    reason: "TOO_FEW_FIGURES",
  },
  {
    what: "a base of 0",
    base: at(2015, "0"),
    latest: at(2020, "1"),
    target: at(2030, "2"),
    reason: "NOT_POSITIVE",
  },
  {
    what: "a change of sign",
    base: at(2015, "-1"),
    latest: at(2020, "1"),
    target: at(2030, "2"),
    reason: "NOT_POSITIVE",
  },
  {
    what: "a target at its base",
    base: at(2015, "1"),
    latest: at(2020, "1"),
    target: at(2030, "1"),
    reason: "TARGET_IS_BASELINE",
  },
] as const)("INV-C6 of $what there is no rate: $reason", ({ base, latest, target, reason }) => {
  expect(growthOf({ base, latest, target }, "increase")).toEqual(notComputable(reason));
});

const points = { within: "1", of: "points", better: "increase" } as const;
const figures = (...values: string[]) =>
  values.map((value, index) => ({ value, period: { end: String(2020 + index) } }));

test.each([
  { values: ["50", "80", "81.1"], criteria: points, trend: "improving" },
  { values: ["80", "81"], criteria: points, trend: "maintaining" },
  { values: ["80", "79"], criteria: points, trend: "maintaining" },
  { values: ["80", "78.9"], criteria: points, trend: "worsening" },
  { values: ["80", "78.9"], criteria: { ...points, better: "decrease" }, trend: "improving" },
  {
    values: ["1264", "1290"],
    criteria: { within: "2", of: "per-cent", better: "decrease" },
    trend: "worsening",
  },
  {
    values: ["1264", "1289"],
    criteria: { within: "2", of: "per-cent", better: "decrease" },
    trend: "maintaining",
  },
  {
    values: ["-10", "-8"],
    criteria: { within: "10", of: "per-cent", better: "increase" },
    trend: "improving",
  },
] as const)("INV-C7 $values by its own criteria is $trend", ({ values, criteria, trend }) => {
  const method = { id: "npf-two-figures", version: "1" };
  expect(trendOf(figures(...values), criteria)).toEqual({ kind: "trend", trend, method });
  expect(trendOf(figures(...values).toReversed(), criteria)).toMatchObject({ trend });
});

test("INV-C7 of fewer than two figures there is no trend, and none in per cent of nothing", () => {
  expect(trendOf(figures("80"), points)).toEqual(notComputable("TOO_FEW_FIGURES"));
  expect(trendOf([], points)).toEqual(notComputable("TOO_FEW_FIGURES"));
  const ofNothing = { within: "2", of: "per-cent", better: "increase" as Direction } as const;
  expect(trendOf(figures("0", "3"), ofNothing)).toEqual(notComputable("BASELINE_IS_ZERO"));
});

const tenths = fc.array(fc.integer({ min: 0, max: 10_000 }).map(String), { minLength: 1 });

test("INV-C12 parts that add up leave nothing, and what is missing is said", () => {
  fc.assert(
    fc.property(tenths, fc.integer({ min: 1, max: 999 }), (parts, missing) => {
      const total = sum(parts);
      expect(unaccounted(total, parts, 0)).toBe("0");
      const gap = String(missing + parts.length);
      expect(unaccounted(plus(total, gap), parts, 0)).toBe(gap);
      expect(unaccounted(minus(total, gap), parts, 0)).toBe(`-${gap}`);
    }),
  );
});

test("INV-C12 rounded parts may miss their total by half of their last place each", () => {
  expect(unaccounted("100", ["33.3", "33.3", "33.3"], 1)).toBe("0");
  expect(unaccounted("100", ["33", "33", "33"], 1)).toBe("1");
});
