import * as z from "zod";
import { Refusal } from "./refusal.ts";

/** A day of the calendar, `2026-03-04`, of the years 0001 to 9999. As text, days compare and sort. */
export const Day = z.iso
  .date({ error: "Give a day as 2026-03-04." })
  .refine((day) => !day.startsWith("0000"), { error: "There is no year 0." })
  .meta({ scalar: "Date" });
export type Day = z.infer<typeof Day>;

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

/** To whoever reckons beyond the years that there are. */
export const outOfRange = () =>
  new Refusal(
    "DAY_OUT_OF_RANGE",
    "The day would be before the year 1 or after the year 9999. Give another day, or a shorter time.",
  );
