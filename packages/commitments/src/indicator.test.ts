import { expect, test } from "vitest";
import { asAt, currentOf, Observation } from "./indicator.ts";
import { planMission } from "./mission-plan.ts";
import { harbourside, idsAfter } from "./testing.ts";

const { observations } = planMission(harbourside, { newId: idsAfter(0) });
const values = (figures: readonly Observation[]) => figures.map(({ value }) => value);

test("INV-C11 the vintages of a period count from 1 without a gap", () => {
  expect(observations.map(({ vintage }) => vintage)).toEqual([1, 2, 1, 1]);
});

test("INV-C11 the latest vintage that was not withdrawn is the current one", () => {
  expect(values(currentOf(observations))).toEqual(["10", "13"]);
});

test("INV-C11 when the last vintage is withdrawn the one before it is current again", () => {
  const [first, second] = observations;
  const withdrawn = { ...second!, status: "withdrawn" } as const;
  expect(values(currentOf([withdrawn, first!]))).toEqual(["12"]);
});

test.each([
  { day: "2025-01-31", known: [] },
  { day: "2025-02-01", known: ["12"] },
  { day: "2025-06-30", known: ["12"] },
  { day: "2025-07-01", known: ["10"] },
  { day: "2026-02-01", known: ["10", "13"] },
])("INV-C11 as at $day the figures are $known", ({ day, known }) => {
  expect(values(asAt(observations, day))).toEqual(known);
});

test("INV-C11 a figure without a period is no observation", () => {
  const [first] = observations;
  expect(Observation.safeParse(first).success).toBe(true);
  const endless = { ...first, period: { start: "2024", end: null, label: null } };
  expect(Observation.safeParse(endless).success).toBe(false);
});

test("INV-C11 one period is one, however precisely its ends are written", () => {
  const figure = { indicator: "kerbs", status: "published", publishedOn: null } as const;
  const year = { ...figure, vintage: 1, period: { start: "2024", end: "2024", label: null } };
  const months = { ...year, vintage: 2, period: { start: "2024-01", end: "2024-12", label: null } };
  expect(currentOf([year, months])).toEqual([months]);
});

test("INV-C11 figures come by their periods, in whatever order they were written down", () => {
  const late = observations.toReversed();
  expect(values(currentOf(late))).toEqual(["10", "13"]);
  expect(values(asAt(late, "2026-02-01"))).toEqual(["10", "13"]);
});

test("INV-C11 a year comes before its last quarter, and after its others", () => {
  const figure = {
    indicator: "kerbs",
    status: "published",
    publishedOn: null,
    vintage: 1,
  } as const;
  const of = (start: string, end: string) => ({ ...figure, period: { start, end, label: null } });
  const [first, year] = [of("2024-01", "2024-03"), of("2024", "2024")];
  const [last, next] = [of("2024-10", "2024-12"), of("2025", "2025")];
  expect(currentOf([next, last, year, first])).toEqual([first, year, last, next]);
});

test("INV-C11 a file that is not in order makes a mission that is", () => {
  const [series] = harbourside.series;
  const shuffled = { ...series!, observations: series!.observations.toReversed() };
  const plan = planMission({ ...harbourside, series: [shuffled] }, { newId: idsAfter(0) });
  expect(plan.observations.map(({ period }) => period.start)).toEqual([
    "2024",
    "2024",
    "2025",
    "2026-01",
  ]);
  expect(plan.observations.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
});
