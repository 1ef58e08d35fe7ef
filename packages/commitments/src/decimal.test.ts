import fc from "fast-check";
import { expect, test } from "vitest";
import { compared, dividedBy, minus, plus, rounded, sum, times } from "./decimal.ts";

const whole = fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n });
/** A number of thousandths, as text. */
const thousandths = (digits: bigint) => times(String(digits), "0.001");

test("sums, differences and products are exact at any size", () => {
  fc.assert(
    fc.property(whole, whole, (one, other) => {
      expect(times(plus(thousandths(one), thousandths(other)), "1000")).toBe(String(one + other));
      expect(times(minus(thousandths(one), thousandths(other)), "1000")).toBe(String(one - other));
      expect(times(String(one), String(other))).toBe(String(one * other));
      expect(compared(String(one), String(other))).toBe(one < other ? -1 : one > other ? 1 : 0);
    }),
  );
});

test("the sum of disaggregated numbers does not depend on their order", () => {
  fc.assert(
    fc.property(fc.array(whole), (digits) => {
      const numbers = digits.map(thousandths);
      expect(sum(numbers)).toBe(sum(numbers.toReversed()));
      expect(sum(numbers)).toBe(thousandths(digits.reduce((one, other) => one + other, 0n)));
    }),
  );
});

test.each([
  ["0.1 and 0.2", () => plus("0.1", "0.2"), "0.3"],
  ["a third", () => dividedBy("1", "3"), `0.${"3".repeat(34)}`],
  ["a very small number", () => dividedBy("1", "1000000000000"), "0.000000000001"],
  ["none of what is negative", () => times("-0.5", "0"), "0"],
  ["half of a place, to the even side", () => rounded("0.125", 2), "0.12"],
  ["250 million pounds in full", () => plus("250000000", "0"), "250000000"],
] as const)("%s", (_, made, text) => {
  expect(made()).toBe(text);
});
