import { expect, test } from "vitest";
import { formatsOf } from "./dates.ts";

const british = formatsOf("en-GB");

test.each([
  ["2021-12-22", "22 December 2021"],
  ["2021-12", "December 2021"],
  ["2021", "2021"],
  ["some time in spring", "some time in spring"],
])("the day %s reads %s", (date, words) => expect(british.day(date)).toBe(words));

test.each([
  ["2022-03-16T10:00", "16 March 2022, 10:00"],
  ["2022-03-16", "16 March 2022"],
])("the moment %s reads %s", (local, words) => expect(british.moment(local)).toBe(words));

test.each([
  [{ start: "2021", end: "2026", label: null }, "2021 to 2026"],
  [{ start: "2021-01", end: "2026-03-31", label: null }, "January 2021 to 31 March 2026"],
  [{ start: "2024", end: "2024", label: null }, "2024"],
  [{ start: "2024", end: null, label: null }, "from 2024"],
  [{ start: null, end: "2028", label: null }, "to 2028"],
  [{ start: null, end: null, label: null }, ""],
  [{ start: null, end: null, label: "this parliament" }, "this parliament"],
  [{ start: "2023-04", end: "2024-03", label: "2023-24" }, "2023-24 (April 2023 to March 2024)"],
  [
    { start: "2021", end: "2026", label: "the parliament of 2021 to 2026" },
    "the parliament of 2021 to 2026",
  ],
])("the period %o reads %s", (period, words) => expect(british.period(period)).toBe(words));

test.each([
  ["250000000", "GBP", "£250m"],
  ["18700000", "GBP", "£18.7m"],
  ["1234", "GBP", "£1,234"],
  ["1234.5", "EUR", "€1,234.50"],
])("%s of %s reads %s", (amount, currency, words) =>
  expect(british.money(amount, currency)).toBe(words),
);

test("another language has its own words for days and numbers", () => {
  const gaelic = formatsOf("gd");
  expect(gaelic.day("2022-03-16")).toBe("16mh dhen Mhàrt 2022");
  expect(formatsOf("de").number("1339.5")).toBe("1.339,5");
});
