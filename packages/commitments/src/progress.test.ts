import type { NotComputable, Quantity } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { times } from "./decimal.ts";
import type { Direction } from "./measure.ts";
import { isMet, type Measured, progressOf } from "./progress.ts";
import { type Exact, notComputable, required } from "./required.ts";
import type { TargetSpec } from "./spec.ts";

const of = (value: string, unit = "places"): Exact => ({ kind: "exact", value, unit });
const absolute = (value: string, unit = "places"): TargetSpec => ({
  kind: "absolute",
  value,
  unit,
});
const change = (percent: string, direction: Direction): TargetSpec => ({
  kind: "relative-change",
  percent,
  direction,
});
const measured = (
  spec: TargetSpec,
  baseline: Quantity,
  latest: Exact | NotComputable,
  rest: Partial<Measured> = {},
): Measured => ({ spec, baseline, latest, measure: "count", direction: null, ...rest });

const asked: {
  spec: TargetSpec;
  baseline: Quantity;
  latest: Exact;
  share: string;
  met: boolean;
}[] = [
  { spec: absolute("40"), baseline: of("10"), latest: of("10"), share: "0", met: false },
  { spec: absolute("40"), baseline: of("10"), latest: of("25"), share: "0.5", met: false },
  { spec: absolute("40"), baseline: of("10"), latest: of("20"), share: "0.333333", met: false },
  { spec: absolute("40"), baseline: of("10"), latest: of("40"), share: "1", met: true },
  { spec: absolute("40"), baseline: of("10"), latest: of("46"), share: "1.2", met: true },
  { spec: absolute("10"), baseline: of("40"), latest: of("46"), share: "-0.2", met: false },
  { spec: absolute("10"), baseline: of("40"), latest: of("9"), share: "1.033333", met: true },
  { spec: absolute("40"), baseline: of("0"), latest: of("10"), share: "0.25", met: false },
  {
    spec: change("300", "increase"),
    baseline: of("10"),
    latest: of("25"),
    share: "0.5",
    met: false,
  },
  {
    spec: { kind: "absolute-change", value: "5", unit: "places", direction: "decrease" },
    baseline: of("20"),
    latest: of("16"),
    share: "0.8",
    met: false,
  },
  {
    spec: { kind: "threshold", operator: "exactly", value: "15", unit: "places" },
    baseline: of("10"),
    latest: of("16"),
    share: "1.2",
    met: false,
  },
  {
    spec: { kind: "share", percent: "75", of: "people who start treatment" },
    baseline: of("50", "%"),
    latest: of("60", "per cent"),
    share: "0.4",
    met: false,
  },
  {
    spec: { kind: "coverage", value: "29", of: "29", unit: "areas" },
    baseline: of("0", "areas"),
    latest: of("29", "areas"),
    share: "1",
    met: true,
  },
];

test.each(asked)(
  "INV-C4 $spec.kind from $baseline.value: at $latest.value it is $share of the way",
  ({ spec, baseline, latest, share, met }) => {
    expect(progressOf(measured(spec, baseline, latest))).toEqual({
      kind: "progress",
      share,
      method: { id: "share-of-the-way", version: "1" },
    });
    expect(isMet(measured(spec, baseline, latest))).toBe(met);
  },
);

const unknown: Quantity = { kind: "not-stated" };

test.each([
  {
    what: "no baseline",
    of: measured(absolute("40"), unknown, of("10")),
    reason: "BASELINE_NOT_STATED",
  },
  {
    what: "a baseline in words",
    of: measured(absolute("40"), { kind: "qualitative", text: "a few" }, of("10")),
    reason: "BASELINE_NOT_EXACT",
  },
  {
    what: "other units",
    of: measured(absolute("40"), of("1"), of("10", "lamps")),
    reason: "UNIT_DIFFERS",
  },
  {
    what: "a baseline in beds",
    of: measured(absolute("40"), of("1", "beds"), of("10")),
    reason: "UNIT_DIFFERS",
  },
  {
    what: "no way to go",
    of: measured(absolute("40"), of("40"), of("10")),
    reason: "TARGET_IS_BASELINE",
  },
  {
    what: "no series",
    of: measured(absolute("40"), of("1"), notComputable("NO_SERIES")),
    reason: "NO_SERIES",
  },
  {
    what: "no figure",
    of: measured(absolute("40"), of("1"), notComputable("NO_FIGURE")),
    reason: "NO_FIGURE",
  },
  {
    what: "a target in words",
    of: measured({ kind: "milestone", text: "A guide" }, of("1"), of("10")),
    reason: "NOT_QUANTIFIED",
  },
] as const)("INV-C4 of $what there is no progress: $reason", ({ of: each, reason }) => {
  expect(progressOf(each)).toEqual(notComputable(reason));
});

test.each([
  {
    what: "a bound needs no baseline",
    of: measured(
      { kind: "threshold", operator: "at-most", value: "1", unit: "places" },
      unknown,
      of("1"),
    ),
    met: true,
  },
  {
    what: "a value without a baseline goes as its series",
    of: measured(absolute("40"), unknown, of("41"), { direction: "increase" }),
    met: true,
  },
  {
    what: "of less than it where less is better",
    of: measured(absolute("40"), unknown, of("41"), { direction: "decrease" }),
    met: false,
  },
  {
    what: "where nobody says which way, nobody knows",
    of: measured(absolute("40"), unknown, of("41")),
    met: notComputable("DIRECTION_NOT_STATED"),
  },
  {
    what: "a unit that differs",
    of: measured(absolute("40"), unknown, of("41", "beds"), { direction: "increase" }),
    met: notComputable("UNIT_DIFFERS"),
  },
])("whether it is met: $what", ({ of: each, met }) => {
  expect(isMet(each)).toEqual(met);
});

// In whole numbers, so that what is scaled stays what it is.
const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(String);
const positive = fc.bigInt({ min: 1n, max: 10n ** 12n }).map(String);
const factor = fc.constantFrom("1000", "0.001", "7", "0.3", "12345.678");
const free = { measure: "index" } as const;

test("INV-C5 progress is the same in every unit", () => {
  fc.assert(
    fc.property(whole, whole, whole, factor, (base, target, latest, by) => {
      const scaled = (number: string) => times(number, by);
      expect(
        progressOf(measured(absolute(scaled(target)), of(scaled(base)), of(scaled(latest)), free)),
      ).toEqual(progressOf(measured(absolute(target), of(base), of(latest), free)));
    }),
  );
});

const mirrored = (number: string) => times(number, "-1");

test("INV-C5 what is to shrink mirrors what is to grow", () => {
  fc.assert(
    fc.property(whole, whole, whole, (base, target, latest) => {
      const one = measured(absolute(target), of(base), of(latest), free);
      const other = measured(
        absolute(mirrored(target)),
        of(mirrored(base)),
        of(mirrored(latest)),
        free,
      );
      expect(progressOf(other)).toEqual(progressOf(one));
      expect(isMet(other)).toEqual(isMet(one));
    }),
  );
});

test("INV-C2 300 per cent more is four times as much, and a part less is that part less", () => {
  fc.assert(
    fc.property(positive, fc.integer({ min: 0, max: 100 }), (base, percent) => {
      const asks = (spec: TargetSpec) => required({ spec, baseline: of(base), measure: "count" });
      expect(asks(change("300", "increase"))).toEqual(of(times(base, "4")));
      const rest = times(base, times(String(100 - percent), "0.01"));
      expect(asks(change(String(percent), "decrease"))).toEqual(of(rest));
    }),
  );
});

test("INV-C4 at its baseline a target is nowhere on its way, and at its value it is there", () => {
  fc.assert(
    fc.property(whole, whole, (base, target) => {
      fc.pre(base !== target);
      const at = (latest: string) => measured(absolute(target), of(base), of(latest), free);
      expect([progressOf(at(base)), progressOf(at(target))]).toMatchObject([
        { share: "0" },
        { share: "1" },
      ]);
      expect(isMet(at(target))).toBe(true);
    }),
  );
});

// The example of IATI's own documentation of `result`: a baseline of 10 in 2012, a target of 10 and 11 in the first quarter of
// 2013, ascending (iatistandard.org, activity standard, result/indicator/period). IATI says what is ascending and leaves the
// judging to its reader.
test.each([
  { ascending: true, direction: "increase", met: true },
  { ascending: false, direction: "decrease", met: false },
] as const)(
  "INV-C4 IATI's example, ascending $ascending, has no way to go and is met: $met",
  ({ direction, met }) => {
    const example = measured(absolute("10", "units"), of("10", "units"), of("11", "units"), {
      direction,
    });
    expect(progressOf(example)).toEqual(notComputable("TARGET_IS_BASELINE"));
    expect(isMet(example)).toBe(met);
  },
);
