import { canonicalJson } from "@remit/kernel";
import { expect, test } from "vitest";
import { doubtsIn } from "./doubt.ts";
import { totalOf } from "./funding.ts";
import { asAt, currentOf } from "./indicator.ts";
import { parseMissionFile } from "./mission-file.ts";
import { planMission } from "./mission-plan.ts";
import { progressOf } from "./progress.ts";
import { comparedRatings } from "./rating.ts";
import { required } from "./required.ts";
import { originalOf } from "./revision.ts";
import { harboursideJson, idsAfter } from "./testing.ts";
import {
  alignedTo,
  answered,
  assessed,
  budgeted,
  figured,
  milestoned,
} from "./testing/conflicts.ts";
import { targetVerbs } from "./verbs.ts";

// Sources say different things of one matter. Each case is kept as it is said, and nobody has to decide first who is right.

const [counts] = harboursideJson.series;
const [kerbs] = harboursideJson.commitments;
const stamp = { by: { kind: "unresolved", label: "Sam" }, on: "2026-03-10" } as const;
const reason = "More people wait.";

const fileOf = (change: object) => parseMissionFile({ ...harboursideJson, ...change });
const planOf = (change: object) => planMission(fileOf(change), { newId: idsAfter(0) });
/** A mission whose only series has these figures, the later vintages last. */
const withFigures = (observations: readonly object[], facts: object = {}) =>
  planOf({ series: [{ ...counts, ...facts, observations }] });
const year = (of: string) => ({ start: of, end: of });
const figure = (of: string, value: string, facts: object = {}) => ({
  period: year(of),
  value,
  source: "survey",
  ...facts,
});

test("a figure that was revised stays, and a baseline that was quoted from it does not move", () => {
  const { observations, targets } = withFigures([
    figure("2019", "1264", { status: "superseded", publishedOn: "2020-12-15" }),
    figure("2019", "1280", { status: "revised", publishedOn: "2021-07-30" }),
  ]);
  expect(asAt(observations, "2021-01-01").map(({ value }) => value)).toEqual(["1264"]);
  expect(currentOf(observations).map(({ value }) => value)).toEqual(["1280"]);
  expect(targets[0]?.baseline).toMatchObject({ value: "10" });
});

test("two publishers that count the same thing otherwise are two series, whichever is higher", () => {
  const series = ["police", "register"].map((code) => ({
    ...counts,
    code,
    publisher: code,
    definition: `As the ${code} counts them.`,
    observations: [figure("2021", code === "police" ? "1295" : "1330")],
  }));
  const plan = planOf({ series: [counts, ...series] });
  expect(plan.indicators.map(({ publisher }) => publisher)).toEqual([
    "Harbourside Council",
    "police",
    "register",
  ]);
  expect(new Set(plan.observations.map(({ indicator }) => indicator)).size).toBe(3);
});

test("a reach in per cent and a rate for so many people are two series, and none answers for the other", () => {
  const reach = { ...counts, code: "reach", unit: "%", measure: "percentage" };
  const rate = { ...counts, code: "rate", unit: "kits per 1,000 people", measure: "rate" };
  const spec = { kind: "threshold", operator: "at-least", value: "75", unit: "%" };
  const target = { ...kerbs?.targets?.[0], spec, baseline: { kind: "not-stated" } };
  const doubted = (of: string) =>
    doubtsIn(
      fileOf({
        commitments: [{ ...kerbs, targets: [{ ...target, series: of }] }],
        series: [reach, rate],
      }),
    ).map(({ code }) => code);
  expect(doubted("rate")).toContain("UNIT_DIFFERS");
  expect(doubted("reach")).not.toContain("UNIT_DIFFERS");
});

test("a series whose coverage changes says so where it does", () => {
  const { observations } = withFigures([
    figure("2024", "114"),
    figure("2025", "129", { note: "The northern wards are counted from here on." }),
  ]);
  expect(observations.map(({ note }) => note !== null)).toEqual([false, true]);
});

test("a figure that was taken back stays with its reason, and what replaced it stands", () => {
  const { observations } = withFigures([
    figure("2022", "218", { status: "withdrawn", note: "48 of them were of another sort." }),
    figure("2022", "170", { status: "corrected", publishedOn: "2022-11" }),
  ]);
  expect(observations.map(({ status, value }) => [status, value])).toEqual([
    ["withdrawn", "218"],
    ["corrected", "170"],
  ]);
  expect(currentOf(observations).map(({ value }) => value)).toEqual(["170"]);
});

test("two reports of one body quote two editions of one figure, each as it stood", () => {
  const { observations } = withFigures([
    figure("2023", "938", { status: "superseded", publishedOn: "2024-06" }),
    figure("2023", "940", { status: "revised", publishedOn: "2024-09" }),
  ]);
  const quoted = ["2024-07-01", "2024-10-01"].map((day) => asAt(observations, day)[0]?.value);
  expect(quoted).toEqual(["938", "940"]);
});

test("the parts of a figure stand beside the whole that somebody else gives", () => {
  const { observations } = withFigures([
    figure("2021", "129"),
    figure("2021", "114", { dimensions: { route: "local" } }),
    figure("2021", "15", { dimensions: { route: "national" } }),
  ]);
  expect(observations.map(({ vintage }) => vintage)).toEqual([1, 1, 1]);
  expect(currentOf(observations)).toHaveLength(3);
});

test("a target in another unit than its series is kept, and doubted, and has no progress", () => {
  const target = {
    ...kerbs?.targets?.[0],
    spec: { kind: "absolute", value: "1000", unit: "people" },
  };
  const file = parseMissionFile({
    ...harboursideJson,
    commitments: [{ ...kerbs, targets: [target] }],
  });
  expect(doubtsIn(file).map(({ code }) => code)).toContain("UNIT_DIFFERS");
});

test("who says that a target is met, and who says that it is on the way, stand side by side", () => {
  const said = assessed(["substantial", "complete", "substantial"]);
  expect(said.map(({ value, asAt: day }) => [day.slice(0, 4), value])).toEqual([
    ["2024", "substantial"],
    ["2025", "complete"],
    ["2026", "substantial"],
  ]);
});

test("a percentage and a number may ask for different things, and each is worked out by itself", () => {
  const baseline = { kind: "exact", value: "10", unit: "beds" } as const;
  const half = { kind: "relative-change", percent: "50", direction: "increase" } as const;
  const total = { kind: "absolute", value: "18", unit: "beds" } as const;
  const values = [half, total].map((spec) => required({ spec, baseline, measure: "count" }));
  expect(values).toMatchObject([{ value: "15" }, { value: "18" }]);
});

test("a baseline that was found out later is another version of it, and the first stays", () => {
  const [target] = planOf({}).targets;
  const baseline = { kind: "exact", value: "12", unit: "dropped kerbs" } as const;
  const revised = targetVerbs.revise(target!, { ...stamp, baseline, reason });
  expect(revised.baseline).toEqual(baseline);
  expect(originalOf(revised).baseline).toMatchObject({ value: "10" });
});

test("a day that was missed and set anew keeps the day that it had at first", () => {
  const { revisions, due } = milestoned("2022-04", "2025-04");
  expect([revisions[0]?.from, due]).toEqual(["2022-04", "2025-04"]);
});

test("two versions of a scale are compared by nobody", () => {
  const [then, now] = [
    { scale: { id: "mat-rag", version: "2022" }, value: "green" },
    { scale: { id: "mat-ragb", version: "2024" }, value: "green" },
  ];
  expect(() => comparedRatings(then, now)).toThrow(expect.objectContaining({ code: "INV-C10" }));
});

test("what is counted, and of how many, is said with the figure of a target", () => {
  const spec = { kind: "coverage", value: "105", of: "145", unit: "assessments" } as const;
  const wanted = required({ spec, baseline: { kind: "not-stated" }, measure: null });
  expect(wanted).toMatchObject({ value: "105", unit: "assessments" });
});

test("a target on another basis than its series has no progress, and says why", () => {
  const way = progressOf({
    spec: { kind: "absolute", value: "32000", unit: "people on one register" },
    baseline: { kind: "exact", value: "29500", unit: "people on one register" },
    measure: "count",
    direction: "increase",
    latest: { kind: "exact", value: "29817", unit: "people on two registers" },
  });
  expect(way).toMatchObject({ kind: "not-computable", reason: "UNIT_DIFFERS" });
});

test("a figure that leaves areas out says that it is partial", () => {
  const { observations } = withFigures([figure("2025", "7", { status: "partial" })]);
  expect(observations[0]?.status).toBe("partial");
});

test("promised, set aside and spent are three sums, and one line is in one envelope", () => {
  const lines = budgeted([
    ["budget", "50"],
    ["allocation", "48"],
    ["spend", "47.5"],
  ]);
  const sums = (["budget", "allocation", "spend"] as const).map((kind) =>
    totalOf(lines, kind, "GBP"),
  );
  expect(sums).toEqual(["50", "48", "47.5"]);
  expect(new Set(lines.map(({ envelope }) => envelope)).size).toBe(1);
});

test("an amount that can hardly be meant is kept as it is printed, and doubted", () => {
  const [money] = harboursideJson.funding;
  const amount = { amount: "35395000000000", currency: "GBP" };
  const file = parseMissionFile({
    ...harboursideJson,
    funding: [money, { ...money, statement: "£35,395,000m", amount }],
  });
  expect(doubtsIn(file).map(({ code }) => code)).toEqual(["AMOUNT_IMPLAUSIBLE"]);
  expect(file.funding[1]?.amount).toEqual(amount);
});

test("money that serves two outcomes is counted once: outcomes share commitments, and no line is theirs", () => {
  const [one, six] = alignedTo(["outcome-1", "outcome-6"]);
  expect(canonicalJson(one?.commitments)).toBe(canonicalJson(six?.commitments));
});

test("one commitment answers two recommendations, and one is answered twice", () => {
  const [first, second] = answered();
  expect(first?.answers.map(({ position }) => position)).toEqual(["noted", "accepted"]);
  expect(first?.answers.at(-1)?.commitments).toEqual(second?.answers[0]?.commitments);
});

test("what was wanted under an older plan stays beside what is wanted now", () => {
  const all = alignedTo(["priority-1", "outcome-1"], ["2021", "2022"]);
  expect(all.map(({ framework }) => framework)).toEqual(["2021", "2022"]);
});

test("two figures of one day by two sources are two vintages with their sources, each with its day", () => {
  const [one, two] = figured();
  expect(one?.source.title).not.toBe(two?.source.title);
  expect([one?.status, two?.status]).toEqual(["superseded", "revised"]);
});

test("an estimate has the values between which it lies, and a figure that nobody trusts says why", () => {
  const interval = { low: "40100", high: "57600", level: "95% credible interval" };
  const { observations } = withFigures([
    figure("2020", "47100", { interval, note: "Read with care: few areas sent data." }),
    figure("2021", "43400", { interval: { low: "1", high: "2" } }),
  ]);
  expect(observations.map((each) => each.interval)).toEqual([
    interval,
    { low: "1", high: "2", level: null },
  ]);
  expect(() => withFigures([figure("2020", "5", { interval: { low: "6", high: "4" } })])).toThrow(
    "The lower end is not above the upper one.",
  );
});

test("a series that ends says when, and which one goes on by whose hand", () => {
  const { indicators } = planOf({
    series: [
      { ...counts, ended: "2026-03-10", successor: "wards" },
      { ...counts, code: "wards", publisher: "The wards", observations: [] },
    ],
  });
  expect(indicators[0]).toMatchObject({ ended: "2026-03-10", successor: indicators[1]?.id });
  expect(indicators.map(({ publisher }) => publisher)).toEqual([counts?.publisher, "The wards"]);
  expect(() => planOf({ series: [{ ...counts, successor: counts?.code }] })).toThrow(
    "is not another series",
  );
});

test("over 200, at least 200 and about 200 are three figures, and none of them is 200", () => {
  const hedges = ["more-than", "at-least", "about", "at-most", "less-than"];
  const { observations } = withFigures(
    hedges.map((hedge, index) => figure(String(2020 + index), "200", { hedge })),
  );
  expect(observations.map(({ hedge }) => hedge)).toEqual(hedges);
});

/** A figure that another, given in this way, replaced. */
const replacedBy = (second: object) =>
  parseMissionFile({
    ...harboursideJson,
    series: [
      {
        ...counts,
        observations: [
          figure("2022", "214", { status: "superseded" }),
          figure("2022", "215", { status: "revised", ...second }),
        ],
      },
    ],
  });

test("a figure that repeats what others have counted says so, and is doubted where it stands over theirs", () => {
  expect(doubtsIn(replacedBy({ secondHand: true })).map(({ code }) => code)).toEqual([
    "SECOND_HAND_STANDS",
  ]);
  expect(doubtsIn(replacedBy({}))).toEqual([]);
});
