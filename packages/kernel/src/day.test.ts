import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, Day, dayAt } from "./day.ts";
import { addDuration, Duration } from "./duration.ts";
import { lastDay } from "./partial-date.ts";

test.each([
  { instant: "2026-06-03T23:30:00Z", zone: "Europe/London", day: "2026-06-04" },
  { instant: "2026-12-03T23:30:00Z", zone: "Europe/London", day: "2026-12-03" },
  { instant: "2026-06-03T23:30:00Z", zone: "America/St_Johns", day: "2026-06-03" },
  { instant: "0900-01-01T12:00:00Z", zone: "Europe/London", day: "0900-01-01" },
  { instant: "0001-01-01T00:00:00Z", zone: "America/St_Johns", day: "0001-01-01" },
  { instant: "9999-12-31T23:00:00Z", zone: "Pacific/Kiritimati", day: "9999-12-31" },
])("at $instant the calendar in $zone shows $day", ({ instant, zone, day }) => {
  expect(dayAt(instant, zone)).toBe(day);
});

test.each([
  { day: "2026-01-31", duration: "P1M", end: "2026-02-28" },
  { day: "2024-01-31", duration: "P1M", end: "2024-02-29" },
  { day: "2024-02-29", duration: "P1Y", end: "2025-02-28" },
  { day: "2026-11-30", duration: "P3M", end: "2027-02-28" },
  { day: "2026-03-04", duration: "P2W", end: "2026-03-18" },
  { day: "2026-03-04", duration: "P1Y6M1D", end: "2027-09-05" },
])("$duration after $day is $end", ({ day, duration, end }) => {
  expect(addDuration(day, Duration.parse(duration))).toBe(end);
});

test.each([
  { day: "9999-12-31", duration: "P1D" },
  { day: "9999-12-31", duration: "P999Y9999M9999D" },
  { day: "9000-01-01", duration: "P999Y12M" },
])("$duration after $day is no day of the calendar", ({ day, duration }) => {
  expect(() => addDuration(day, Duration.parse(duration))).toThrow("after the year 9999");
});

test("the calendar begins with the year 1", () => {
  expect(() => addDays("0001-01-01", -1)).toThrow("before the year 1");
  expect(Day.safeParse("0000-12-31").success).toBe(false);
});

test.each(["P", "PT1H", "1M", "P1D1M", "P-1D", ""])("%j is no span of days", (duration) => {
  expect(Duration.safeParse(duration).success).toBe(false);
});

test.each([
  { date: "2024-02", last: "2024-02-29" },
  { date: "2026-12", last: "2026-12-31" },
  { date: "2026", last: "2026-12-31" },
  { date: "2026-03-04", last: "2026-03-04" },
  { date: "0024-02", last: "0024-02-29" },
])("the last day of $date is $last", ({ date, last }) => expect(lastDay(date)).toBe(last));

const days = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("days added are taken away again, and later is greater", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 10_000 }), (day, count) => {
      const later = addDays(day, count);
      expect(later > day).toBe(true);
      expect(addDays(later, -count)).toBe(day);
    }),
  );
});

test("a span of months ends in that month, on that day or on the month's last", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 240 }), (day, months) => {
      const end = addDuration(day, `P${months}M`);
      const passed =
        Number(end.slice(0, 4)) * 12 +
        Number(end.slice(5, 7)) -
        (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
      expect(passed).toBe(months);
      expect([day.slice(8), lastDay(end.slice(0, 7)).slice(8)]).toContain(end.slice(8));
    }),
  );
});
