import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, PartialDate, Period, Zone, ZonedDateTime } from "./time.ts";

const London = "Europe/London";

test.each([
  { local: "2022-03-16T10:00", zone: London, instant: "2022-03-16T10:00:00Z" },
  { local: "2022-06-16T10:00", zone: London, instant: "2022-06-16T09:00:00Z" },
  // The hour that comes twice: the first of the two.
  { local: "2022-10-30T01:30", zone: London, instant: "2022-10-30T00:30:00Z" },
  // The hour that never comes.
  { local: "2022-03-27T01:30", zone: London, instant: "2022-03-27T01:30:00Z" },
  { local: "2022-01-01T00:00", zone: "Asia/Kathmandu", instant: "2021-12-31T18:15:00Z" },
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
