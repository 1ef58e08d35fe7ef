import * as z from "zod";
import { addDays, type Day, outOfRange } from "./day.ts";
import { lastDay } from "./partial-date.ts";

/** A span of whole days in ISO 8601: `P14D`, `P2W`, `P3M`, `P1Y6M`. */
export const Duration = z
  .string()
  .regex(/^P(?=\d)(?:\d{1,4}W|(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}D)?)$/u, {
    error: "Give whole days, weeks, months or years: P14D, P2W, P3M or P1Y6M.",
  });
export type Duration = z.infer<typeof Duration>;

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
