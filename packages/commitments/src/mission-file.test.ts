import { Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { parseMissionFile } from "./mission-file.ts";
import { planMission } from "./mission-plan.ts";
import { harbourside, harboursideJson, idsAfter } from "./testing.ts";

const { commitments, series, links, funding, mission } = harboursideJson;
const [kerbs, report] = commitments;
const [counts] = series;
const [target] = kerbs!.targets!;
const [first, ...later] = counts!.observations;

/** The example with something changed, and what the refusal says. */
const wrong = [
  { change: { formt: 1 }, says: 'formt: Unrecognized key: "formt"' },
  { change: { format: "remit/mission/2" }, says: "format: " },
  { change: { access: "group" }, says: "access: " },
  {
    change: { mission: { ...mission, titel: "?" } },
    says: 'mission.titel: Unrecognized key: "titel"',
  },
  {
    change: { mission: { ...mission, period: { start: "2025", finish: "2028" } } },
    says: 'mission.period.finish: Unrecognized key: "finish"',
  },
  {
    change: { mission: { ...mission, period: { start: "2028", end: "2025" } } },
    says: "mission.period.end: INV-K4",
  },
  {
    change: { mission: { ...mission, announcedOn: "March 2025" } },
    says: "mission.announcedOn: Give a day, a month or a year",
  },
  {
    change: { funding: [{ ...funding[0], amount: { amount: 120_000, currency: "GBP" } }] },
    says: "funding[0].amount.amount: ",
  },
  {
    change: { funding: [{ ...funding[0], amount: { amount: "1", currency: "GBP", year: 1 } }] },
    says: 'funding[0].amount.year: Unrecognized key: "year"',
  },
  {
    change: { commitments: [{ ...report, targets: [{ ...target, spec: { kind: "double" } }] }] },
    says: "commitments[0].targets[0].spec.kind: ",
  },
  {
    change: {
      commitments: [
        report,
        { ...kerbs, targets: [{ ...target, spec: { ...target!.spec, percnt: "50" } }] },
      ],
    },
    says: 'commitments[1].targets[0].spec.percnt: Unrecognized key: "percnt"',
  },
  {
    change: { commitments: [{ ...kerbs, targets: [{ ...target, series: "benches" }] }] },
    says: 'commitments[0].targets[0].series: "benches" is not among the series',
  },
  { change: { commitments: [report, report] }, says: 'commitments[1].code: "yearly-report"' },
  {
    change: { commitments: [{ ...report, source: "hearsay" }] },
    says: 'commitments[0].source: "hearsay" is not among the sources',
  },
  {
    change: { commitments: [{ ...report, source: "constructor" }] },
    says: 'commitments[0].source: "constructor" is not among the sources',
  },
  {
    change: { series: [{ ...counts, observations: [{ ...first, value: "1,264" }] }] },
    says: "series[0].observations[0].value: Write a number as text",
  },
  {
    change: { series: [{ ...counts, observations: [{ ...first, value: "12" }] }] },
    says: "series[0].observations[0].status: INV-C11: the figure that supersedes this one is missing",
  },
  {
    change: {
      series: [{ ...counts, observations: [{ ...first, status: "published" }, ...later] }],
    },
    says: "series[0].observations[0].status: INV-C11: a later figure for the same period follows",
  },
  {
    change: { links: [{ ...links[0], title: "A Step-Free Harbourside" }] },
    says: "links[0].title: INV-C21",
  },
];

test.each(wrong)("refused: $says", ({ change, says }) => {
  expect(refusalOf({ ...harboursideJson, ...change }).message).toContain(says);
});

test("a refusal carries the place of the first fault, and names them all", () => {
  const refusal = refusalOf({ ...harboursideJson, acess: "public", commitment: [] });
  expect(refusal).toMatchObject({ code: "MISSION_FILE_INVALID", path: ["acess"] });
  expect(refusalOf({}).message.split("\n").length).toBeGreaterThan(3);
});

test.each([null, [], "mission", 7])("%j is no mission file", (json) => {
  expect(refusalOf(json).message).toContain("The file: ");
});

test("what a file leaves out was not stated", () => {
  expect(harbourside.commitments[1]).toMatchObject({
    period: { start: "2025-03", end: "2028", label: null },
    targets: [],
  });
  expect(harbourside.commitments[0]?.targets[2]).toMatchObject({
    measure: null,
    by: { start: null, end: null, label: null },
    baseline: { kind: "not-stated" },
    series: null,
  });
});

test("a plan joins what the file joins by name", () => {
  const plan = planMission(harbourside, { newId: idsAfter(0) });
  expect(plan.targets[0]).toMatchObject({
    commitment: plan.commitments[0]?.id,
    indicator: plan.indicators[0]?.id,
    source: harbourside.sources["plan"],
  });
  expect(plan.targets.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  expect(plan.observations.map(({ indicator }) => indicator)).toEqual(
    Array(4).fill(plan.indicators[0]?.id),
  );
});

test("who is already recorded is referred to, and who is not stays a name", () => {
  const group = "01990000-0000-7000-8000-000000000010";
  const agentCalled = (label: string) =>
    label.endsWith("Group") ? ({ kind: "group", id: group, label } as const) : undefined;
  const { parties } = planMission(harbourside, { newId: idsAfter(0), agentCalled });
  expect(parties.map(({ role, agent }) => ({ role, ...agent }))).toEqual([
    { role: "responsible", kind: "unresolved", label: "Convener for Streets" },
    {
      role: "governance",
      kind: "group",
      id: group,
      label: "Harbourside Pavements Working Group",
    },
  ]);
});

function refusalOf(json: unknown): Refusal {
  try {
    parseMissionFile(json);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
