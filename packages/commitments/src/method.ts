import { type Decimal, lastDay, type NotComputable, type PartialDate } from "@remit/kernel";
import {
  compared,
  dividedBy,
  isNegative,
  isZero,
  minus,
  rounded,
  sizeOf,
  sum,
  times,
  toThePower,
} from "./decimal.ts";
import type { Direction } from "./measure.ts";
import { notComputable } from "./required.ts";

/** By which rule a figure was judged. A rule that changes gets another version, so that what was said before stays explained. */
export interface Method {
  readonly id: string;
  readonly version: string;
}

/** The rules by which progress is worked out. */
export const methods = {
  /** (latest − baseline) ÷ (target − baseline). */
  shareOfTheWay: { id: "share-of-the-way", version: "1" },
  /** The rate of growth that was, over the rate that the target needs, as Open SDG publishes it. */
  growth: { id: "open-sdg-growth", version: "2" },
  /** The last two figures by the indicator's own criteria, as Scotland's National Performance Framework does. */
  twoFigures: { id: "npf-two-figures", version: "1" },
} as const satisfies Record<string, Method>;

/** The figure of a year. */
export interface YearFigure {
  readonly year: number;
  readonly value: Decimal;
}

/** What a growth ratio amounts to, in the words of Open SDG. */
export type GrowthRating =
  | "target-achieved"
  | "substantial-progress"
  | "moderate-progress"
  | "limited-progress"
  | "deterioration";

/** How fast figures have grown, measured by how fast they would have to. */
export interface Growth {
  readonly kind: "growth";
  /** Of the rate that was and the rate that is needed; below 0 where it went the wrong way. */
  readonly ratio: Decimal;
  readonly rating: GrowthRating;
  readonly method: Method;
}

const thresholds = [
  ["substantial-progress", "0.95"],
  ["moderate-progress", "0.6"],
  ["limited-progress", "0"],
] as const;

/**
 * INV-C6: the yearly rate of growth from a base to the latest figure, over that from the base to the target. Open SDG
 * reckons with 0.001 for a base or target of 0; here neither has a rate of growth.
 */
export function growthOf(
  { base, latest, target }: Readonly<Record<"base" | "latest" | "target", YearFigure>>,
  direction: Direction,
): Growth | NotComputable {
  if (latest.year <= base.year || target.year <= base.year) return notComputable("TOO_FEW_FIGURES");
  if ([latest, target].some(({ value }) => !haveOneSign(base.value, value)))
    return notComputable("NOT_POSITIVE");
  const needed = rateOf(base, target);
  if (isZero(needed)) return notComputable("TARGET_IS_BASELINE");
  const way = isNegative(base.value) === (direction === "decrease") ? "1" : "-1";
  const ratio = rounded(dividedBy(times(way, rateOf(base, latest)), sizeOf(needed)), 12);
  const distance = compared(latest.value, target.value);
  const isThere = direction === "increase" ? distance >= 0 : distance <= 0;
  const reached = thresholds.find(([, least]) => compared(ratio, least) >= 0);
  const rating = isThere ? "target-achieved" : (reached?.[0] ?? "deterioration");
  return { kind: "growth", ratio, rating, method: methods.growth };
}

const haveOneSign = (one: Decimal, other: Decimal) =>
  !isZero(one) && !isZero(other) && isNegative(one) === isNegative(other);

const rateOf = (from: YearFigure, to: YearFigure): Decimal =>
  minus(
    toThePower(dividedBy(to.value, from.value), dividedBy("1", String(to.year - from.year))),
    "1",
  );

/** How large a difference says nothing, for an indicator: in points of its unit, or in per cent of the figure before. */
export interface ChangeCriteria {
  readonly within: Decimal;
  readonly of: "points" | "per-cent";
  /** Which way is better. */
  readonly better: Direction;
}

/** What two figures say, in the words of the National Performance Framework. */
export interface Trend {
  readonly kind: "trend";
  readonly trend: "improving" | "maintaining" | "worsening";
  readonly method: Method;
}

/** INV-C7: the last two figures of a series, in the order of their periods, by the indicator's own criteria. */
export function trendOf(
  figures: readonly { readonly value: Decimal; readonly period: { readonly end: PartialDate } }[],
  { within, of, better }: ChangeCriteria,
): Trend | NotComputable {
  const [before, last] = figures
    .toSorted((one, other) => (lastDay(one.period.end) < lastDay(other.period.end) ? -1 : 1))
    .slice(-2);
  if (before === undefined || last === undefined) return notComputable("TOO_FEW_FIGURES");
  if (of === "per-cent" && isZero(before.value)) return notComputable("BASELINE_IS_ZERO");
  const change = minus(last.value, before.value);
  const bound = of === "points" ? within : times(sizeOf(before.value), times(within, "0.01"));
  const trend =
    compared(sizeOf(change), bound) <= 0
      ? "maintaining"
      : isNegative(change) === (better === "decrease")
        ? "improving"
        : "worsening";
  return { kind: "trend", trend, method: methods.twoFigures };
}

/** INV-C12: by how much the parts of a total miss it, beyond half of the last place of each part when they were rounded to `places`; 0 where they add up. */
export function unaccounted(total: Decimal, parts: readonly Decimal[], places: number): Decimal {
  const gap = minus(total, sum(parts));
  const slack = times(String(parts.length + 1), toThePower("10", `-${places}`));
  return compared(sizeOf(gap), times(slack, "0.5")) <= 0 ? "0" : gap;
}
