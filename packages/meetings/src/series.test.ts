import { instantOf } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Meeting } from "./meeting.ts";
import { facts, june, sam } from "./testing.ts";
import { meetingVerbs } from "./verbs.ts";

const newIds = () => {
  let next = 700;
  return () => `01990000-0000-7000-8000-${String(next++).padStart(12, "0")}`;
};
const told = { by: sam, on: "2026-06-03", ...facts };
const march: Meeting = {
  ...june,
  heldOn: "2022-03-16",
  starts: { local: "2022-03-16T10:00", zone: "Europe/London" },
};
const repeated = (said: object, meeting = march) =>
  meetingVerbs.repeat.outcome(meeting, { ...told, newId: newIds(), until: "2023-03-31", ...said });

test("INV-M29 meetings of a series begin at one time on the wall, whatever the clocks do", () => {
  const { subject, made } = repeated({ rule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE" });
  const starts = [subject, ...made].map(({ starts: at }) => at && [at.local, instantOf(at)]);
  expect(starts).toEqual([
    ["2022-03-16T10:00", "2022-03-16T10:00:00Z"],
    ["2022-06-15T10:00", "2022-06-15T09:00:00Z"],
    ["2022-09-21T10:00", "2022-09-21T09:00:00Z"],
    ["2022-12-21T10:00", "2022-12-21T10:00:00Z"],
    ["2023-03-15T10:00", "2023-03-15T10:00:00Z"],
  ]);
});

test("a meeting is repeated as often as the terms of reference say, on its weekday of the month", () => {
  const { subject, made } = repeated({ rule: undefined });
  const rule = "FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE";
  expect(subject.series).toEqual({ first: march.id, rule, plannedFor: "2022-03-16" });
  expect(made.map(({ series }) => series?.plannedFor)).toEqual([
    "2022-06-15",
    "2022-09-21",
    "2022-12-21",
    "2023-03-15",
  ]);
  expect(made[0]).toMatchObject({
    status: "scheduled",
    version: 1,
    slug: "harbourside-pavements-working-group-2022-06-15",
    series: { first: march.id, rule },
  });
  const fifth = { ...march, heldOn: "2022-03-30", starts: null, status: "tentative" } as const;
  expect(repeated({ rule: undefined, cadence: 1 }, fifth).made.slice(0, 3)).toMatchObject([
    { heldOn: "2022-04-27", status: "tentative", starts: null },
    { heldOn: "2022-05-25" },
    { heldOn: "2022-06-29" },
  ]);
});

test("a series goes on from its last meeting, and each keeps the day that the rule gave it", () => {
  const [, , , last] = repeated({}).made;
  const { subject, made } = repeated({ until: "2023-09-30" }, last);
  expect(subject.series).toEqual(last?.series);
  expect(made.map(({ series }) => [series?.first, series?.plannedFor])).toEqual([
    [march.id, "2023-06-21"],
    [march.id, "2023-09-20"],
  ]);
  const starts = { local: "2022-06-22T10:00", zone: undefined };
  const moved = meetingVerbs.postpone(repeated({}).made[0]!, {
    ...told,
    reason: "Snow",
    starts,
    until: undefined,
  });
  expect(moved).toMatchObject({ heldOn: "2022-06-22", series: { plannedFor: "2022-06-15" } });
});

test.each([
  ["no rule, and no terms that say", { cadence: null }, "RULE_MISSING"],
  ["words", { rule: "every third Wednesday" }, "RULE_WRONG"],
  ["a day that is none", { rule: "FREQ=MONTHLY;BYDAY=9XX" }, "RULE_WRONG"],
  ["every second", { rule: "FREQ=SECONDLY" }, "RULE_WRONG"],
  ["times of day", { rule: "FREQ=DAILY;BYHOUR=9,10" }, "RULE_WRONG"],
  ["an end of its own", { rule: "FREQ=MONTHLY;COUNT=3" }, "RULE_WRONG"],
  ["another property", { rule: "FREQ=DAILY\nEXDATE:20220317" }, "RULE_WRONG"],
  ["a day that never comes", { rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, "RULE_WRONG"],
  ["an end before it begins", { until: "2022-03-16" }, "RULE_WRONG"],
  ["more than are made at once", { rule: "FREQ=DAILY" }, "SERIES_TOO_LONG"],
  [
    "a day on which the group meets already",
    {
      others: [
        {
          id: "x",
          slug: "x",
          title: "Another",
          status: "scheduled",
          heldOn: "2022-09-21",
          local: null,
        },
      ],
    },
    "MEETING_THERE",
  ],
])("a series by %s is refused", (_, said, code) => {
  expect(() => repeated(said)).toThrow(expect.objectContaining({ code }));
});

test("a series has days after its first, up to its last, in their order and each once", () => {
  const rules = fc.constantFrom(
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY;BYDAY=3WE",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=YEARLY",
    "FREQ=WEEKLY;BYDAY=MO,TH;INTERVAL=4",
  );
  const day = fc
    .date({ min: new Date("2021-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(rules, day, (rule, first) => {
      const until = `${Number(first.slice(0, 4)) + 1}-12-31`;
      const days = repeated({ rule, until }, { ...march, heldOn: first, starts: null }).made.map(
        ({ heldOn }) => heldOn,
      );
      expect(days).toEqual([...new Set(days)].toSorted((a, b) => a.localeCompare(b)));
      expect(days.every((each) => each > first && each <= until)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
