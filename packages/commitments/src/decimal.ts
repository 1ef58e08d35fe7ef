import type { Decimal } from "@remit/kernel";
import { Decimal as Big } from "decimal.js";

// No sum, difference or product is rounded: a number of the record has no exponent, so that none has more digits than were written.
const Exact = Big.clone({ precision: 1e9, toExpNeg: -9e15, toExpPos: 9e15 });
// Division and powers have no last digit: as many are kept as in the decimal128 of IEEE 754.
const Rounded = Big.clone({ precision: 34, toExpNeg: -9e15, toExpPos: 9e15 });

const textOf = (number: Big): Decimal => number.toFixed();

export const plus = (one: Decimal, other: Decimal): Decimal => textOf(new Exact(one).plus(other));
export const minus = (one: Decimal, other: Decimal): Decimal => textOf(new Exact(one).minus(other));
export const times = (one: Decimal, other: Decimal): Decimal => textOf(new Exact(one).times(other));

/** One by another, which is not 0, to 34 digits. */
export const dividedBy = (one: Decimal, other: Decimal): Decimal =>
  textOf(new Rounded(one).dividedBy(other));

/** A positive number to any power, to 34 digits. */
export const toThePower = (base: Decimal, exponent: Decimal): Decimal =>
  textOf(new Rounded(base).pow(exponent));

/** A number to so many decimal places; what lies in the middle goes to the even side. */
export const rounded = (number: Decimal, places: number): Decimal =>
  textOf(new Exact(number).toDecimalPlaces(places, Big.ROUND_HALF_EVEN));

/** Below 0 where the first is less, above 0 where it is more, 0 where both are the same number. */
export const compared = (one: Decimal, other: Decimal): number => new Exact(one).comparedTo(other);

export const isNegative = (number: Decimal): boolean => compared(number, "0") < 0;
export const isZero = (number: Decimal): boolean => compared(number, "0") === 0;

/** The sum of numbers; 0 of none. */
export const sum = (numbers: readonly Decimal[]): Decimal => numbers.reduce(plus, "0");

/** A number without its sign. */
export const sizeOf = (number: Decimal): Decimal => textOf(new Exact(number).abs());
