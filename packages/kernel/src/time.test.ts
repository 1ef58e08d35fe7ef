import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePartialDates, isWithin, PartialDate } from "./partial-date.ts";
import { instantOf, Period, Zone, ZonedDateTime } from "./time.ts";

const London = "Europe/London";

test.each([
  { local: "2022-03-16T10:00", zone: London, instant: "2022-03-16T10:00:00Z" },
  { local: "2022-06-16T10:00", zone: London, instant: "2022-06-16T09:00:00Z" },
  // The hour that comes twice: the first of the two.
  { local: "2022-10-30T01:30", zone: London, instant: "2022-10-30T00:30:00Z" },
  // The hour that never comes.
  { local: "2022-03-27T01:30", zone: London, instant: "2022-03-27T01:30:00Z" },
  { local: "2022-01-01T00:00", zone: "Asia/Kathmandu", instant: "2021-12-31T18:15:00Z" },
  // Before zones, when London's clock went by its own sun.
  { local: "1800-01-01T12:00", zone: London, instant: "1800-01-01T12:01:15Z" },
])("INV-M29 $local in $zone is $instant", ({ instant, ...time }) => {
  expect(instantOf(ZonedDateTime.parse(time))).toBe(instant);
});

test("a wall-clock time reads back from its instant", () => {
  const minutes = fc.date({
    min: new Date("1990-01-01T00:00Z"),
    max: new Date("2090-01-01T00:00Z"),
    noInvalidDate: true,
  });
  const zones = fc.constantFrom(London, "America/St_Johns", "Pacific/Auckland", "UTC");
  fc.assert(
    fc.property(minutes, zones, (date, zone) => {
      const local = date.toISOString().slice(0, 16);
      const clock = new Date(instantOf({ local, zone })).toLocaleString("sv-SE", {
        timeZone: zone,
        hour12: false,
      });
      const skipped = Math.abs(Date.parse(`${clock.replace(" ", "T")}Z`) - Date.parse(`${local}Z`));
      expect([0, 3_600_000]).toContain(skipped);
    }),
  );
});

test.each([
  { zone: London, accepted: true },
  { zone: "UTC", accepted: true },
  { zone: "Europe/Nowhere", accepted: false },
  { zone: "+01:00", accepted: false },
  // PostgreSQL knows other places by these.
  { zone: "IST", accepted: false },
  { zone: "AST", accepted: false },
  { zone: "", accepted: false },
])("$zone is a time zone: $accepted", ({ zone, accepted }) => {
  expect(Zone.safeParse(zone).success).toBe(accepted);
});

test.each(["2021", "2021-12", "2021-12-22"])("%s is a date", (date) => {
  expect(PartialDate.parse(date)).toBe(date);
});

test.each(["0000", "0000-05", "0000-01-01", "2021-13", "2021-02-30", "21", "2021-12-22T00:00", ""])(
  "%j is no date",
  (date) => {
    expect(PartialDate.safeParse(date).success).toBe(false);
  },
);

test.each([
  { start: "2021-03", end: "2021", accepted: true },
  { start: "2021", end: "2021-03", accepted: true },
  { start: "2022", end: "2021-12-31", accepted: false },
  { start: null, end: "2021", accepted: true },
])("INV-K4 from $start to $end is a period: $accepted", ({ start, end, accepted }) => {
  expect(Period.safeParse({ start, end, label: null }).success).toBe(accepted);
});

test.each([
  "2022-03-16T10:00Z",
  "2022-03-16T10:00+01:00",
  "2022-03-16T10:00:00",
  "2022-03-16T24:00",
  "2022-03-16 10:00",
  "2022-02-30T10:00",
  "0000-03-16T10:00",
  "2022-03-16",
  "",
])("%j is no time on a wall", (local) => {
  expect(ZonedDateTime.safeParse({ local, zone: London }).success).toBe(false);
});

test.each([
  { local: "0001-01-01T00:00", zone: "Asia/Kathmandu" },
  { local: "9999-12-31T23:59", zone: "America/St_Johns" },
])("$local in $zone is at no moment of the years 1 to 9999, and is refused", (time) => {
  expect(ZonedDateTime.safeParse(time).success).toBe(false);
});

const pad = (value: number, length: number) => String(value).padStart(length, "0");
const within = (max: number) => fc.integer({ min: 0, max });

test("every time that is accepted is a moment that a Date reads, and an offset is never part of it", () => {
  const locals = fc
    .tuple(within(9999), within(13), within(32), within(25), within(61), fc.constantFrom("", "Z"))
    .map(
      ([year, month, day, hour, minute, end]) =>
        `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${pad(hour, 2)}:${pad(minute, 2)}${end}`,
    );
  const zones = fc.constantFrom("UTC", ...Intl.supportedValuesOf("timeZone"));
  const edges = fc.constantFrom("0001-01-01T00:00", "0001-01-01T12:00", "9999-12-31T23:59");
  fc.assert(
    fc.property(fc.oneof(locals, edges), zones, (local, zone) => {
      const parsed = ZonedDateTime.safeParse({ local, zone });
      if (!parsed.success) return;
      expect(local).not.toContain("Z");
      expect(instantOf(parsed.data)).toMatch(/^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
    }),
    { numRuns: 500 },
  );
});

test.each([
  { earlier: "2025-06", later: "2025" },
  { earlier: "2024-12-31", later: "2025" },
  { earlier: "2025-01-31", later: "2025-02" },
  { earlier: "2025", later: "2025-12" },
  { earlier: "2025-12", later: "2025-12-31" },
])("$earlier ends before $later, or begins before it", ({ earlier, later }) => {
  expect([later, earlier].toSorted(comparePartialDates)).toEqual([earlier, later]);
});

test.each([
  { day: "2021-12-22", from: null, to: "2021-12", within: true },
  { day: "2022-01-01", from: null, to: "2021-12", within: false },
  { day: "2021-01-01", from: "2021", to: null, within: true },
  { day: "2020-12-31", from: "2021", to: null, within: false },
  { day: "2021-06-01", from: null, to: null, within: true },
  { day: "2021-03-01", from: "2021", to: "2021", within: true },
])("INV-K3 $day from $from to $to: $within", ({ day, from, to, within }) => {
  expect(isWithin(day, { from, to })).toBe(within);
});
