import type { Quantity } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Direction, Measure } from "./measure.ts";
import { required } from "./required.ts";
import { TargetSpec } from "./spec.ts";
import type { Target } from "./target.ts";

const change = (percent: string, direction: Direction): TargetSpec => ({
  kind: "relative-change",
  percent,
  direction,
});
const of = (value: string, unit = "places"): Quantity => ({ kind: "exact", value, unit });
const requiredOf = (spec: TargetSpec, baseline: Quantity, measure: Measure | null = "count") =>
  required({ spec, baseline, measure });

test.each([
  { percent: "300", direction: "increase", base: "10", measure: "count", value: "40" },
  { percent: "50", direction: "increase", base: "10", measure: "count", value: "15" },
  { percent: "0", direction: "increase", base: "10", measure: "count", value: "10" },
  { percent: "12.5", direction: "increase", base: "0.8", measure: "rate", value: "0.9" },
  { percent: "80", direction: "decrease", base: "10", measure: "count", value: "2" },
  { percent: "100", direction: "decrease", base: "10", measure: "count", value: "0" },
  { percent: "150", direction: "decrease", base: "10", measure: "count", value: "0" },
  { percent: "150", direction: "decrease", base: "10", measure: "currency", value: "-5" },
  { percent: "0.1", direction: "increase", base: "0.3", measure: "rate", value: "0.3003" },
] as const)(
  "INV-C2 $percent per cent $direction of $base ($measure) is $value",
  ({ percent, direction, base, measure, value }) => {
    expect(requiredOf(change(percent, direction), of(base), measure)).toEqual(of(value));
  },
);

test.each([
  { baseline: { kind: "not-stated" }, reason: "BASELINE_NOT_STATED" },
  { baseline: { kind: "qualitative", text: "a few" }, reason: "BASELINE_NOT_EXACT" },
] as const)("INV-C3 from a baseline that is $baseline.kind: $reason", ({ baseline, reason }) => {
  const answer = requiredOf(change("300", "increase"), baseline);
  expect(answer).toEqual({ kind: "not-computable", reason });
});

test.each([
  { percent: "50", direction: "increase", base: "0", measure: "count", reason: "BASELINE_IS_ZERO" },
  { percent: "50", direction: "decrease", base: "0.0", measure: null, reason: "BASELINE_IS_ZERO" },
  {
    percent: "50",
    direction: "increase",
    base: "-10",
    measure: "index",
    reason: "BASELINE_NEGATIVE",
  },
  {
    percent: "50",
    direction: "decrease",
    base: "-0.1",
    measure: "currency",
    reason: "BASELINE_NEGATIVE",
  },
  {
    percent: "120",
    direction: "decrease",
    base: "10",
    measure: "percentage",
    reason: "OUT_OF_RANGE",
  },
  {
    percent: "50",
    direction: "increase",
    base: "80",
    measure: "percentage",
    reason: "OUT_OF_RANGE",
  },
  { percent: "120", direction: "decrease", base: "10", measure: "rate", reason: "OUT_OF_RANGE" },
] as const)(
  "INV-C2 $percent per cent $direction of $base ($measure) is no value: $reason",
  ({ percent, direction, base, measure, reason }) => {
    expect(requiredOf(change(percent, direction), of(base), measure)).toEqual({
      kind: "not-computable",
      reason,
    });
  },
);

test.each(["%", "per cent", "Percent"])(
  "INV-C2 a value in %s is a share, if nobody says so",
  (unit) => {
    expect(requiredOf(change("120", "decrease"), of("10", unit), null)).toMatchObject({
      reason: "OUT_OF_RANGE",
    });
    expect(requiredOf({ kind: "absolute", value: "101", unit }, of("1"), null)).toMatchObject({
      reason: "OUT_OF_RANGE",
    });
  },
);

test("INV-C24 a target without a number is not quantified, whatever its baseline", () => {
  const spec = { kind: "unspecified", text: "a new target" } as const;
  const answer = { kind: "not-computable", reason: "NOT_QUANTIFIED" };
  expect(requiredOf(spec, of("10"))).toEqual(answer);
});

test("a value or a bound needs no baseline", () => {
  const unknown: Target["baseline"] = { kind: "not-stated" };
  const bound = { kind: "threshold", operator: "at-least", value: "90", unit: "%" } as const;
  expect(requiredOf(bound, unknown)).toEqual(of("90", "%"));
  expect(requiredOf({ kind: "absolute", value: "650", unit: "beds" }, unknown)).toEqual(
    of("650", "beds"),
  );
});

test("a change says by how much, and apart from that which way", () => {
  expect(TargetSpec.safeParse(change("-50", "increase")).success).toBe(false);
});

const whole = fc.bigInt({ min: 1n, max: 10n ** 40n });

test("INV-C2 holds exactly for numbers of any size", () => {
  const percents = fc.nat(100_000);
  fc.assert(
    fc.property(whole, percents, (base, percent) => {
      const hundredfold = of(String(base * 100n));
      expect(requiredOf(change(String(percent), "increase"), hundredfold)).toEqual(
        of(String(base * BigInt(100 + percent))),
      );
    }),
  );
});

test("INV-C2 a count never falls below none", () => {
  fc.assert(
    fc.property(whole, fc.nat(100_000), (base, percent) => {
      const answer = requiredOf(change(String(percent), "decrease"), of(String(base)));
      expect(answer).toMatchObject({ value: expect.not.stringMatching(/^-/u) });
    }),
  );
});

test("INV-C5 the required value scales with the unit", () => {
  const digits = fc.bigInt({ min: 1n, max: 10n ** 20n });
  fc.assert(
    fc.property(
      digits,
      fc.nat({ max: 99 }),
      fc.constantFrom("increase", "decrease"),
      (n, p, way) => {
        const spec = change(String(p), way);
        const inUnits = requiredOf(spec, of(`${n}00`));
        const inHundreds = requiredOf(spec, of(`${n}`));
        expect(valueOf(inUnits)).toBe(shifted(valueOf(inHundreds)));
      },
    ),
  );
});

const valueOf = (answer: ReturnType<typeof required>) =>
  answer.kind === "exact" ? answer.value : answer.reason;

/** Moves the decimal point two places to the right. */
function shifted(value: string): string {
  const [whole = "", fraction = ""] = value.split(".");
  return (whole + fraction.padEnd(2, "0")).replace(/^0+(?=\d)/u, "");
}
