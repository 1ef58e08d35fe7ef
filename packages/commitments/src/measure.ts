import { type Decimal, vocabulary } from "@remit/kernel";
import type * as z from "zod";
import { compared } from "./decimal.ts";

/** What sort of number is meant. */
export const Measure = vocabulary("Measure", "What sort of number an indicator gives.", {
  count: "A number of things or people.",
  percentage: "A share in a hundred.",
  rate: "A number for so many people or so much time.",
  ratio: "One number divided by another.",
  currency: "An amount of money.",
  index: "A number against a base period or value.",
});
export type Measure = z.infer<typeof Measure>;

/** Which way a figure is to change. */
export const Direction = vocabulary(
  "TargetDirection",
  "Which way a target's figure is to change.",
  {
    increase: "The figure is to grow.",
    decrease: "The figure is to shrink.",
  },
);
export type Direction = z.infer<typeof Direction>;

interface Bounds {
  readonly least?: Decimal;
  readonly most?: Decimal;
}

const bounds: Readonly<Record<Measure, Bounds>> = {
  count: { least: "0" },
  percentage: { least: "0", most: "100" },
  rate: { least: "0" },
  ratio: {},
  currency: {},
  index: {},
};

/** Whether a figure of a measure can have a value: nobody counts fewer than none, and a share is at most the whole. */
export function canBe(measure: Measure | null, value: Decimal): boolean {
  const { least, most } = measure === null ? {} : bounds[measure];
  return (
    (least === undefined || compared(value, least) >= 0) &&
    (most === undefined || compared(value, most) <= 0)
  );
}

/** Whether a unit counts hundredths: `%`, `per cent`, `percent`. */
export const isPercent = (unit: string): boolean => /^(?:%|per ?cent(?:age)?)$/iu.test(unit.trim());

/** Whether two units are one, however a percentage is written. */
export const isSameUnit = (one: string, other: string): boolean =>
  one === other || (isPercent(one) && isPercent(other));

/** The sort of number that is meant where it is not said: a share where the unit says so. */
export const measureOf = (measure: Measure | null, unit: string): Measure | null =>
  measure ?? (isPercent(unit) ? "percentage" : null);
