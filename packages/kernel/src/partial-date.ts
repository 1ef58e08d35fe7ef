import * as z from "zod";
import { Day } from "./day.ts";

const month = z.string().regex(/^(?!0000)\d{4}-(0[1-9]|1[0-2])$/u);
const year = z.string().regex(/^(?!0000)\d{4}$/u);

/** A day, a month or a year, never more precise than its source: `2021-12-22`, `2021-12`, `2021`. */
export const PartialDate = z
  .union([Day, month, year], {
    error: "Give a day, a month or a year: 2021-12-22, 2021-12 or 2021.",
  })
  .meta({ scalar: "PartialDate" });
export type PartialDate = z.infer<typeof PartialDate>;

/** The first day that a date may mean: `2022-02` is 2022-02-01, `2022` is 2022-01-01. */
export const firstDay = (date: PartialDate): Day => `${date}-01-01`.slice(0, 10);

/**
 * Sorts dates of every precision by the last day they may mean, then by the first, as `database.last_day` and
 * `database.first_day` do in SQL. As text "2025-06" would come after "2025", whose year it is only the half of.
 */
export function comparePartialDates(one: PartialDate, other: PartialDate): number {
  const [a, b] = [one, other].map((date) => lastDay(date) + firstDay(date));
  return a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1;
}

/** Whether a day may lie between two dates, the days that both may mean included; null where nobody knows an end. */
export const isWithin = (
  day: Day,
  { from, to }: { readonly from: PartialDate | null; readonly to: PartialDate | null },
): boolean => (from === null || firstDay(from) <= day) && (to === null || day <= lastDay(to));

/** The last day that a date may mean: `2022-02` is 2022-02-28, `2022` is 2022-12-31. */
export function lastDay(date: PartialDate): Day {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const last = new Date(`${date}-01`);
  // Day 0 of the month after.
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return last.toISOString().slice(0, 10);
}
