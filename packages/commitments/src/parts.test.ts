import { type AnyVerb, type Pointed, Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inverseOf } from "./circumstance.ts";
import { CommitmentStatus, headlineOf } from "./commitment.ts";
import { MissionLinkKind } from "./mission.ts";
import { originalDue, slippageOf } from "./delivery.ts";
import { type FundingLine, FundingLineKind, isWithinYear, totalOf } from "./funding.ts";
import { currentOf, missingParts } from "./indicator.ts";
import { type Report, Report as ReportSchema, ReportSnapshot } from "./report.ts";
import { totalsByValue } from "./standard.ts";
import { idsAfter } from "./testing.ts";
import {
  assessStandard,
  declareFundingProfile,
  draftReport,
  fundingVerbs,
  linkMissions,
  milestoneVerbs,
  recordFundingLine,
  relationVerbs,
  reportVerbs,
  setMilestone,
} from "./verbs.ts";

const id = (number: number) => `01990000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const group = id(10);
const stamp = { by: { kind: "unresolved", label: "Sam" }, on: "2026-03-10" } as const;
const newId = idsAfter(9000);
const place = { position: 1, codes: [] };
const source = { title: "A year on", publisher: null, url: null };
const reason = "The council said so.";
const mission: Pointed = { type: "Mission", id: id(1), label: "Kerbs", group, access: "public" };
const begun = { ...stamp, newId, place };

const codeOf = (attempt: () => unknown): string | null => {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const covers = { start: "2021-01", end: "2022-03-31", label: null };
const draft = draftReport({ ...begun, mission, title: "The first year", covers });
const said = { ...stamp, newId, kind: "achievement", wording: "summary" } as const;
const filled = ["Two kerbs.", "No bench."].reduce<Report>(
  (report, text) => reportVerbs.addStatement(report, { ...said, text }),
  draft,
);
const snapshot = {
  commitments: [],
  targets: [],
  figures: [
    {
      observation: { type: "Observation", id: id(5), label: "kerbs" },
      period: { start: "2025", end: "2025", label: null },
      value: "13",
      unit: "kerbs",
      vintage: 1,
      status: "published",
    },
  ],
  assessments: [],
  funding: [],
} as const;
const frozen = reportVerbs.freeze(filled, {
  ...stamp,
  snapshot: ReportSnapshot.parse(snapshot),
});
const published = reportVerbs.publish(frozen, stamp);

test("INV-C17 a report may cover more than a year, from a month to a day", () => {
  expect(draft.covers).toEqual(covers);
  expect(ReportSchema.parse(JSON.parse(JSON.stringify(published))).covers).toEqual(covers);
});

test("a draft is told from what was published by whoever keeps the journal", () => {
  expect([draft, frozen, published].map((report) => "draft" in report)).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([true, false])(
  "INV-C16 a report that is a draft (%s) takes the place of none",
  (draft) => {
    const successor = { type: "Report", id: id(77), label: "x", within: mission.id, draft };
    const code = codeOf(() => reportVerbs.supersede(published, { ...said, successor }));
    expect(code).toBe(draft ? "INV-C16" : null);
  },
);

/** Whatever can be asked of a report, with words of any sort. */
const asked = fc.array(
  fc.oneof(
    fc.record({
      verb: fc.constant("addStatement" as const),
      said: fc.record({ text: fc.string({ minLength: 1 }) }),
    }),
    fc.record({
      verb: fc.constant("correct" as const),
      said: fc.record({
        text: fc.constantFrom("It was one."),
        statement: fc.integer({ min: 1, max: 4 }),
      }),
    }),
    fc.record({
      verb: fc.constantFrom("freeze" as const, "publish" as const),
      said: fc.constant({}),
    }),
    fc.record({ verb: fc.constant("withdraw" as const), said: fc.constant({ reason }) }),
    fc.record({
      verb: fc.constant("supersede" as const),
      said: fc.constant({
        successor: { type: "Report", id: id(77), label: "x", within: mission.id },
      }),
    }),
  ),
  { maxLength: 12 },
);

test("INV-C16 whatever is done to a report that was published, what it says stays", () => {
  fc.assert(
    fc.property(asked, (steps) => {
      let report: Report = published;
      let errata = 0;
      for (const { verb, said: words } of steps) {
        const told = { ...said, snapshot: { ...snapshot, figures: [] }, ...words };
        const code = codeOf(() => {
          const asked: AnyVerb<Report> = reportVerbs[verb];
          report = asked.outcome(report, told).subject;
        });
        if (code === null && verb === "correct") errata += 1;
      }
      expect(report).toMatchObject({
        title: "The first year",
        covers,
        snapshot,
        statements: filled.statements,
      });
      expect("errata" in report && report.errata.length).toBe(errata);
    }),
  );
});

test("INV-C16 an erratum refers to the id of a statement that the report has", () => {
  const corrected = reportVerbs.correct(published, {
    ...stamp,
    newId,
    statement: 2,
    text: "One bench.",
  });
  expect(corrected).toMatchObject({
    errata: [{ statement: filled.statements[1]?.id, number: 2, text: "One bench." }],
    statements: filled.statements,
  });
  for (const statement of [3, 99])
    expect(
      codeOf(() => reportVerbs.correct(published, { ...stamp, newId, statement, text: "x" })),
    ).toBe("INV-C16");
});

const envelope: Pointed = {
  type: "FundingEnvelope",
  id: id(2),
  label: "Kerbs",
  group,
  access: "public",
  within: mission.id,
};
const money = (lines: readonly FundingLine[]) => ({
  amount: "250000000",
  currency: "GBP",
  lines,
});
const year = (first: number) => ({ start: `${first}-04`, end: `${first + 1}-03-31`, label: null });
const line = (first: number, facts: object = {}) =>
  recordFundingLine({
    ...begun,
    envelope,
    kind: "budget",
    amount: "50000000",
    period: year(first),
    firmness: "formal",
    source,
    money: money([]),
    isComplete: false,
    ...facts,
  });
const five = [2021, 2022, 2023, 2024, 2025].map((first) => line(first));
const declare = (lines: readonly FundingLine[], isComplete = false) =>
  declareFundingProfile({ ...begun, envelope, source, money: money(lines), isComplete });

test("INV-C13 five budgets of 50 million make up 250 million, and anything else does not", () => {
  expect(declare(five)).toMatchObject({ amount: "250000000", envelope: envelope.id });
  for (const lines of [
    five.slice(1),
    [...five, line(2020, { amount: "0.01" })],
    [...five.slice(1), line(2021, { kind: "spend" })],
    [...five.slice(1), fundingVerbs.withdraw(five[0]!, { ...stamp, reason, isComplete: false })],
  ])
    expect(codeOf(() => declare(lines))).toBe("INV-C13");
  expect(codeOf(() => declare(five, true))).toBe("INV-C13");
});

test("INV-C13 what was declared complete takes no budget line more, and gives none away", () => {
  const complete = { money: money(five), isComplete: true };
  expect(codeOf(() => line(2026, complete))).toBe("INV-C13");
  expect(
    codeOf(() => fundingVerbs.withdraw(five[0]!, { ...stamp, reason, isComplete: true })),
  ).toBe("INV-C13");
  expect(line(2026, { ...complete, kind: "spend" }).kind).toBe("spend");
});

test("INV-C14 a total is of one kind and one currency alone", () => {
  const kinds = fc.constantFrom(...FundingLineKind.options);
  const some = fc.array(
    fc.record({
      kind: kinds,
      amount: fc.nat(1000).map(String),
      currency: fc.constantFrom("GBP", "EUR"),
      status: fc.constantFrom("standing" as const, "withdrawn" as const),
    }),
  );
  fc.assert(
    fc.property(some, kinds, (lines, kind) => {
      const own = lines.filter(
        (each) => each.kind === kind && each.currency === "GBP" && each.status === "standing",
      );
      const sum = own.reduce((total, { amount }) => total + Number(amount), 0);
      expect(totalOf(lines, kind, "GBP")).toBe(String(sum));
    }),
  );
});

test.each([
  { start: "2021-04", end: "2022-03", within: true },
  { start: "2021-04-01", end: "2022-03-31", within: true },
  { start: "2021", end: "2021", within: true },
  { start: "2024-02-29", end: "2025-02-28", within: true },
  { start: "2021-04-01", end: "2022-04-01", within: false },
  { start: "2021", end: "2022", within: false },
])("INV-C15 $start to $end is a year at most: $within", ({ within, ...period }) => {
  expect(isWithinYear(period)).toBe(within);
  expect(codeOf(() => line(2021, { period: { ...period, label: null } }))).toBe(
    within ? null : "INV-C15",
  );
});

const commitment: Pointed = { ...mission, type: "Commitment", id: id(3), within: mission.id };
const milestone = setMilestone({
  ...begun,
  commitment,
  title: "Ten kerbs",
  due: "2026-06-01",
  source,
});

test("INV-C19 a milestone whose day is changed keeps the day that it had at first", () => {
  const later = milestoneVerbs.reschedule(milestone, { ...stamp, due: "2026-09-01", reason });
  const latest = milestoneVerbs.reschedule(later, { ...stamp, due: "2026-08", reason });
  expect(originalDue(latest)).toBe("2026-06-01");
  expect(latest.revisions.map(({ from, to }) => [from, to])).toEqual([
    ["2026-06-01", "2026-09-01"],
    ["2026-09-01", "2026-08"],
  ]);
  expect(
    codeOf(() => milestoneVerbs.reschedule(latest, { ...stamp, due: "2026-08", reason })),
  ).toBe("NOTHING_CHANGES");
});

test.each([
  { what: "reached later", forecast: undefined, actual: "2026-06-11", days: 10 },
  { what: "reached sooner", forecast: undefined, actual: "2026-05-31", days: -1 },
  { what: "expected later", forecast: "2026-07-01", actual: undefined, days: 30 },
  { what: "reached in a month", forecast: undefined, actual: "2026-07", days: null },
  { what: "expected by nobody", forecast: undefined, actual: undefined, days: null },
])("INV-C19 what is $what has slipped by $days", ({ forecast, actual, days }) => {
  const rated = milestoneVerbs.rate(milestone, { ...stamp, progress: "minor-delay", forecast });
  const reached =
    actual === undefined
      ? rated
      : milestoneVerbs.reach(rated, { ...stamp, on: "2026-08-01", actual });
  expect(slippageOf(reached)).toBe(days);
});

const other: Pointed = { ...mission, id: id(7), label: "Buses", group: id(11) };
const linked = { ...begun, mission, statement: "Buses stop.", wording: "summary", source } as const;

const secretariatOf = (of: string) =>
  ({
    id: null,
    actsFor: [],
    official: false,
    administrator: false,
    roles: [{ group: of, role: "secretariat" }],
  }) as const;

test("INV-C21 a link is confirmed by the other mission's keepers alone, and never by itself", () => {
  const link = linkMissions({ ...linked, other, kind: "supports" });
  expect(link.status).toBe("stated");
  expect(link).not.toHaveProperty("confirmedBy");
  expect(codeOf(() => linkMissions({ ...linked, other: mission, kind: "supports" }))).toBe(
    "INV-C21",
  );
  expect(relationVerbs.confirm.allows(secretariatOf(group), link)).toBe(false);
  expect(relationVerbs.confirm.allows(secretariatOf(id(11)), link)).toBe(true);
  expect(relationVerbs.withdraw.allows(secretariatOf(id(11)), link)).toBe(false);
  expect(relationVerbs.confirm(link, stamp)).toMatchObject({
    status: "confirmed",
    confirmedOn: stamp.on,
  });
});

test("INV-C21 what the other is follows from the kind, for every kind", () => {
  expect(Object.keys(inverseOf).toSorted()).toEqual([...MissionLinkKind.options].toSorted());
  expect(inverseOf.supports).toBe("supported-by");
});

const standard: Pointed = { ...mission, type: "Standard", id: id(4), within: mission.id };
const rated = {
  ...begun,
  area: "North",
  period: { start: "2025-01", end: "2025-03", label: null },
  scale: "mat-ragb",
  scaleVersion: "2024",
  value: "green",
  assessor: { kind: "unresolved", label: "Kerb Watch" },
  source,
} as const;

test("INV-C22 one assessor says one thing of one standard in one area for one time", () => {
  const first = assessStandard({ ...rated, standard, others: [] });
  const again = (facts: object) =>
    codeOf(() => assessStandard({ ...rated, standard, others: [first], value: "amber", ...facts }));
  expect(again({})).toBe("INV-C22");
  expect(again({ area: "South" })).toBeNull();
  expect(again({ period: { ...rated.period, end: "2025-06" } })).toBeNull();
  expect(again({ assessor: { kind: "unresolved", label: "The council" } })).toBeNull();
});

test("INV-C22 5 standards in 29 areas are 145 assessments, however they are rated", () => {
  const values = fc.array(fc.constantFrom("red", "amber", "green", "blue"), {
    minLength: 145,
    maxLength: 145,
  });
  fc.assert(
    fc.property(values, (all) => {
      const assessments = all.map((value, index) => ({
        standard: id(100 + (index % 5)),
        area: `area ${Math.floor(index / 5)}`,
        scale: "mat-ragb",
        scaleVersion: "2024",
        value,
        status: "standing" as const,
      }));
      const totals = totalsByValue(assessments);
      expect([...totals.values()].reduce((sum, each) => sum + each, 0)).toBe(145);
    }),
  );
});

test("INV-C20 shares are of all that was ever promised: nothing that ends makes the whole smaller", () => {
  const status = fc.constantFrom(...CommitmentStatus.options);
  fc.assert(
    fc.property(fc.array(status, { minLength: 1 }), fc.nat(), status, (all, place, then) => {
      const before = headlineOf(all.map((each) => ({ status: each })));
      const changed = all.with(place % all.length, then);
      const after = headlineOf(changed.map((each) => ({ status: each })));
      expect(after.made).toBe(before.made);
      expect(Object.values(after.by).reduce((sum, each) => sum + each, 0)).toBe(after.made);
      expect(after.by[then]).toBe(changed.filter((each) => each === then).length);
    }),
  );
});

test("INV-C23 a part is missing until a figure that stands is of it", () => {
  const expected = [
    { dimension: "sex", categories: ["women", "men"] },
    { dimension: "age", categories: ["under 25"] },
  ];
  expect(missingParts(expected, [])).toHaveLength(3);
  expect(missingParts(expected, [{ dimensions: { sex: "women", age: "under 25" } }, {}])).toEqual([
    { dimension: "sex", category: "men" },
  ]);
});

test("INV-C11 INV-C23 a figure of a part stands beside that of the whole", () => {
  const figure = {
    indicator: id(8),
    period: { start: "2025", end: "2025", label: null },
    vintage: 1,
    status: "published",
    publishedOn: null,
  } as const;
  const part = { ...figure, dimensions: { sex: "women" } };
  const revised = { ...part, vintage: 2, status: "revised" } as const;
  expect(currentOf([figure, part, revised])).toEqual([figure, revised]);
});
