import { expect, test } from "vitest";
import { passage } from "../../testing.ts";
import { datesIn, dueOn, ordinalIn, timeIn, zoneOf } from "./dates.ts";

test.each([
  { text: "on 22 December 2021.", on: "2021-12-22", until: null },
  { text: "1st April 2022", on: "2022-04-01", until: null },
  { text: "Thursday 19th of September, 2024", on: "2024-09-19", until: null },
  { text: "4 & 5 June 2019", on: "2019-06-04", until: "2019-06-05" },
  { text: "28 June – 2 July 2019", on: "2019-06-28", until: "2019-07-02" },
  { text: "Wednesday 3rd – Thursday 4th April 2024", on: "2024-04-03", until: "2024-04-04" },
  { text: "May 4 and 5, 2010", on: "2010-05-04", until: "2010-05-05" },
  { text: "16 Jun 2020", on: "2020-06-16", until: null },
  { text: "2018-05-03 Board", on: "2018-05-03", until: null },
  { text: "03/05/2018", on: "2018-05-03", until: null },
  { text: "in July 2023", on: "2023-07", until: null },
])("$text is $on", ({ text, on, until }) => {
  expect(datesIn(passage(text))).toMatchObject([{ on, until, yearWritten: true }]);
});

test.each(["31 June 2021", "2021-13-01", "version 1.2.2021.4", "14 to 3", "May we", "10.30 on 4"])(
  "%s is no date",
  (text) => {
    expect(datesIn(passage(text))).toEqual([]);
  },
);

test.each([
  { text: "Wednesday 6 May", after: "2020-04-01", on: "2020-05-06" },
  { text: "16 March at 10:00", after: "2021-12-22", on: "2022-03-16" },
])("$text after $after is $on", ({ text, after, on }) => {
  expect(datesIn(passage(text), after)).toMatchObject([{ on, yearWritten: false }]);
  expect(datesIn(passage(text))).toEqual([]);
});

test.each([
  { text: "at 10:00", at: "10:00" },
  { text: "14:00 – 16:00", at: "14:00" },
  { text: "10.30am", at: "10:30" },
  { text: "2-3.30pm", at: "14:00" },
  { text: "11-1pm", at: "11:00" },
  { text: "12:00-12.45", at: "12:00" },
  { text: "12 pm", at: "12:00" },
  { text: "noon", at: "12:00" },
  { text: "9.15 a.m. UTC", at: "09:15", zone: "UTC" },
  { text: "10:00 GMT", at: "10:00", zone: "Europe/London" },
  { text: "10 am PT", at: "10:00", zone: "America/Los_Angeles" },
  { text: "1:00 pm US EDT", at: "13:00", zone: "America/New_York" },
  { text: "16:00 UTC+2", at: "16:00", zone: "Etc/GMT-2" },
  { text: "09:30 (UTC-05:00)", at: "09:30", zone: "Etc/GMT+5" },
  { text: "705 p.m.", at: "19:05" },
])("$text is $at", ({ text, at, zone = null }) => {
  const time = timeIn(passage(text));
  expect(time).toMatchObject({ at });
  expect(zoneOf(time, null)).toBe(zone);
});

test.each([
  { text: "10:00 GMT", on: "2026-01-10", zone: "Europe/London" },
  { text: "10:00 GMT", on: "2026-06-10", zone: "UTC" },
  { text: "10:00 BST", on: "2026-06-10", zone: "Europe/London" },
  { text: "10:00 BST", on: "2026-01-10", zone: "Etc/GMT-1" },
  { text: "10:00 CET", on: "2026-06-10", zone: "Etc/GMT-1" },
  { text: "10:00 PDT", on: "2026-06-10", zone: "America/Los_Angeles" },
  { text: "10:00 PDT", on: "2026-01-10", zone: "Etc/GMT+7" },
  { text: "10:00 CEST", on: "2026-06-10", zone: "Europe/Berlin" },
  { text: "10:00 CEST", on: "2026-01-10", zone: "Etc/GMT-2" },
  { text: "10:00 UTC", on: "2026-06-10", zone: "UTC" },
])("$text on $on is in $zone, whose clock shows it then", ({ text, on, zone }) => {
  expect(zoneOf(timeIn(passage(text)), on)).toBe(zone);
});

test.each(["paper 3", "25:00", "3 of 4", "2024", "1.2.3"])("%s is no time", (text) => {
  expect(timeIn(passage(text))).toBeNull();
});

test.each([
  { text: "the third meeting of the group", value: 3, words: "third" },
  { text: "opened the twenty-first meeting", value: 21, words: "twenty-first" },
  { text: "from meeting 3 of the Commission", value: 3, words: "3" },
  { text: "its 12th meeting", value: 12, words: "12th" },
])("$text is number $value", ({ text, value, words }) => {
  const found = ordinalIn(passage(text));
  expect([found?.value, found?.passage.written]).toEqual([value, words]);
});

test.each([
  { due: "1 February 2026", on: "2026-02-01" },
  { due: "Friday 6 June", on: "2025-06-06" },
  { due: "end of June", on: "2025-06" },
  { due: "January", on: "2026-01" },
  { due: "the end of the month", on: "2025-05" },
  { due: "within two weeks", on: "2025-05-23" },
  { due: "within 30 days", on: "2025-06-08" },
  { due: "within a month", on: "2025-06" },
  { due: "the next Board meeting", on: "2025-07-11" },
  { due: "ASAP", on: null },
])("due $due means $on", ({ due, on }) => {
  expect(dueOn(due, "2025-05-09", "2025-07-11")).toBe(on);
});
