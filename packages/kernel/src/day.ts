import * as z from "zod";
import { Refusal } from "./refusal.ts";
import type { PartialDate } from "./time.ts";

/** A day of the calendar, `2026-03-04`, of the years 0001 to 9999. As text, days compare and sort. */
export const Day = z.iso
  .date({ error: "Give a day as 2026-03-04." })
  .refine((day) => !day.startsWith("0000"), { error: "There is no year 0." })
  .meta({ scalar: "Date" });
export type Day = z.infer<typeof Day>;

/** A span of whole days in ISO 8601: `P14D`, `P2W`, `P3M`, `P1Y6M`. */
export const Duration = z
  .string()
  .regex(/^P(?=\d)(?:\d{1,4}W|(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}D)?)$/u, {
    error: "Give whole days, weeks, months or years: P14D, P2W, P3M or P1Y6M.",
  });
export type Duration = z.infer<typeof Duration>;

const dayLength = 86_400_000;

// Beyond these moments the calendar of some place has left the days that there are.
const [firstMoment, lastMoment] = [Date.parse("0001-01-02"), Date.parse("9999-12-31")];

/** The day that a calendar in `zone` (an IANA name) shows at a moment in ISO 8601 with `Z`; the first or last where it has none. */
export function dayAt(instant: string, zone: string): Day {
  const moment = Math.min(Math.max(Date.parse(instant), firstMoment), lastMoment);
  // A year before 1000 has fewer digits.
  return calendarOf(zone).format(moment).padStart(10, "0");
}

/** By zone: to make one takes a hundred times as long as to ask it. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone);
  if (known !== undefined) return known;
  const calendar = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  calendars.set(zone, calendar);
  return calendar;
}

/** Refuses with `DAY_OUT_OF_RANGE` a day that the calendar does not have. */
export function addDays(day: Day, days: number): Day {
  const sum = new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
  if (!Day.safeParse(sum).success) throw outOfRange();
  return sum;
}

const outOfRange = () =>
  new Refusal(
    "DAY_OUT_OF_RANGE",
    "The day would be before the year 1 or after the year 9999. Give another day, or a shorter time.",
  );

/**
 * Years and months first, then days. A month that is too short ends it: a month after 31 January is 28 February.
 * Refuses with `DAY_OUT_OF_RANGE` a day that the calendar does not have.
 */
export function addDuration(day: Day, duration: Duration): Day {
  const count = (unit: string) => Number(new RegExp(`(\\d+)${unit}`, "u").exec(duration)?.[1] ?? 0);
  const months = Number(day.slice(5, 7)) - 1 + count("M") + 12 * count("Y");
  const year = Number(day.slice(0, 4)) + Math.floor(months / 12);
  if (year > 9999) throw outOfRange();
  const month = `${pad(year, 4)}-${pad((months % 12) + 1, 2)}`;
  const last = lastDay(month);
  const same = `${month}${day.slice(7)}`;
  return addDays(same < last ? same : last, count("D") + 7 * count("W"));
}

const pad = (value: number, length: number) => String(value).padStart(length, "0");

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
