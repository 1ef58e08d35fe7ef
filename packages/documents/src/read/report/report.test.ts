import fc from "fast-check";
import { expect, test } from "vitest";
import { lampsReport } from "../../testing.ts";
import { isReport, readReport } from "./report.ts";

const reading = readReport(lampsReport);
const { sentences } = reading;
/** What was found of a kind, as short as a table can hold it. */
const found = (kind: string) =>
  sentences
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.kind === kind)
    .map(({ value, unit, hedge, direction, subject, by, text }) =>
      [value, unit, hedge, direction, subject ?? text, by]
        .filter((part) => part !== null)
        .join(" | "),
    );

test("the head of a report says what it is on, of which time, and who signs it", () => {
  expect(reading).toMatchObject({
    title: "Light in Every Street: annual report 2025 to 2026",
    mission: "Light in Every Street",
    series: "annual",
    ordinal: 2,
    covers: { start: "2025-03", end: "2026-03-31" },
    foreword: { by: "Ada Quill", post: "Convener for Streets" },
    contact: "lamps@mirebank.example",
    announcement: { on: "2024-05", by: "Lamps Board" },
  });
});

test.each([
  {
    kind: "money",
    says: [
      "1200000 | GBP | £1.2 million | over the lifetime of this council",
      "35395000000 | GBP | £35,395m",
    ],
  },
  {
    kind: "target",
    says: [
      "a new repair target",
      "200 | % | increase | lamps in back lanes | by the end of this council",
      "40 | % | increase | benches | by the end of this council",
    ],
  },
  {
    kind: "quantity",
    says: [
      "90 | streets | more-than | over 90 streets",
      "12 | wardens | at-least | at least 12 wardens",
    ],
  },
  {
    kind: "deliverable",
    says: [
      "Night Ferries",
      "Lit Steps",
      "the Dark Lanes campaign",
      "the Mind the Step campaign",
      "The Night Walks Panel",
      "a lamp crews group",
      "the Charter of Light",
      "a repair plan",
      "a lanes plan",
    ],
  },
  {
    kind: "link",
    says: ["Safer Crossings", "Warm Halls", "The Plan for the Quay", "transport", "housing"],
  },
  {
    kind: "circumstance",
    says: ["road safety emergency", "dear copper", "long frost", "winter storms"],
  },
  { kind: "recommendation", says: ["the Night Walks Panel report"] },
  { kind: "involvement", says: ["voices of lived experience", "people with lived experience"] },
  { kind: "outcome", says: ["light the way to every door"] },
  { kind: "group", says: ["Harbour Watch", "Night Walks Panel"] },
  { kind: "trend", says: ["increase | falls", "increase | dark lanes"] },
  {
    kind: "period",
    says: [
      "year two | year two",
      "the next year, 2026-27 | the next year, 2026-27",
      "the coming year | the coming year",
    ],
  },
])("$kind is found in its words", ({ kind, says }) => {
  expect(found(kind)).toEqual(says);
});

test.each([
  { text: "the Dark Lanes campaign", kind: "achievement" },
  { text: "The next year will be hard", kind: "context" },
  { text: "We intend to publish a report every year", kind: "new-commitment" },
  { text: "train the crews", kind: "new-commitment" },
  { text: "increase our work in back lanes", kind: "new-commitment" },
  { text: "We continue to work towards", kind: "commitment-restated" },
  { text: "Our work was supported by", kind: "acknowledgement" },
  { text: "the replacement of lamps at the quay", kind: "progress" },
  { text: "I was appointed as its convener", kind: "achievement" },
])("$text: $kind", ({ text, kind }) => {
  expect(sentences.filter((sentence) => sentence.text.includes(text)).map((it) => it.kind)).toEqual(
    [kind],
  );
});

test("every fact has its place, and what was concluded its confidence", () => {
  const facts = sentences.flatMap((sentence) => [sentence, ...sentence.findings]);
  for (const { text, span, basis, confidence } of facts) {
    expect(lampsReport.slice(span.start, span.end).replace(/\s+/gu, " ")).toBe(text);
    expect(confidence === null).toBe(basis === "stated");
  }
});

test("what is not understood is said, and a number that can hardly be meant", () => {
  expect(reading.unread.map(({ text }) => text)).toEqual(["Lamp 7 | Lamp 9"]);
  expect(reading.warnings.map(({ code }) => code)).toEqual([
    "AMOUNT_IMPLAUSIBLE",
    "BASELINE_NOT_STATED",
    "BASELINE_NOT_STATED",
  ]);
});

test("the same report as Markdown and as a web page has the same facts", () => {
  const marked = lampsReport.replace("Convener's Foreword", "## Convener's Foreword");
  const paragraphs = lampsReport
    .split("\n\n")
    .map((text) => `<p>${text.replaceAll("\n", "<br>")}</p>`)
    .join("\n");
  for (const text of [marked, `<html><body>${paragraphs}</body></html>`]) {
    const { title, covers, sentences: again } = readReport(text);
    expect({ title, covers }).toEqual({ title: reading.title, covers: reading.covers });
    expect(again.map((sentence) => sentence.text)).toEqual(sentences.map(({ text }) => text));
  }
});

test.each([
  { what: "a report", text: lampsReport, is: true },
  {
    what: "minutes that speak of a report",
    text: "Weir Forum minutes: 9 May 2025\n\nAnnual report\n\nIt was agreed.\n",
    is: false,
  },
  { what: "a letter", text: "Dear Ada,\n\nthank you for the lamps.\n", is: false },
  { what: "nothing", text: "", is: false },
])("$what is one: $is", ({ text, is }) => {
  expect(isReport(text)).toBe(is);
});

const pieces = fc.constantFrom(
  "annual report ",
  "£1,2",
  "over ",
  " by 30% and ",
  "supported by – ",
  "; ",
  "will ",
  "the number of ",
  "launched the ",
  "\n\n",
  ". ",
  "Ada Quill",
  "9",
);

test("whatever is given is read, in its own time, and every span lies in it", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), fc.nat({ max: 40 }), (parts, times) => {
      const text = parts.join("").repeat(times);
      const { sentences: all, unread } = readReport(text);
      for (const { span } of [...all, ...all.flatMap(({ findings }) => findings), ...unread]) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 60 },
  );
});

const withList = (lead: string) => `Light in Every Street 2025: progress report

Covers the time between April 2025 and March 2026.

${lead}

- replace every lamp of the quay
- train the crews of the harbour
`;

test.each([
  { lead: "In the next year we will:", kinds: ["new-commitment"], finds: [] },
  { lead: "So far the board has delivered:", kinds: ["achievement"], finds: [] },
  { lead: "The panel recommends that we:", kinds: ["context"], finds: ["recommendation"] },
  { lead: "The outcomes of the plan are:", kinds: ["context"], finds: ["outcome"] },
  {
    lead: "Much was said.\n\nThe plan sets out the outcomes to achieve by 2026, which include:",
    kinds: ["context"],
    finds: ["outcome"],
  },
  { lead: "The lamps stand in:", kinds: ["context"], finds: [] },
])("the points after $lead are what it says", ({ lead, kinds, finds }) => {
  const points = readReport(withList(lead)).sentences.filter(({ text }) =>
    /^(?:replace|train)/u.test(text),
  );
  expect(points).toHaveLength(2);
  expect([...new Set(points.map(({ kind }) => kind))]).toEqual(kinds);
  expect([...new Set(points.flatMap((each) => each.findings.map(({ kind }) => kind)))]).toEqual(
    finds,
  );
});

test("the year of a report is no part of the name of its mission", () => {
  expect(readReport(withList("We will:")).mission).toBe("Light in Every Street");
});

test.each([
  { text: "It is the first report on the 10 year Harbour Strategy.", counts: [] },
  { text: "Over 12 lamps Harbour Watch has counted.", counts: ["12 lamps"] },
])("$text counts $counts", ({ text, counts }) => {
  const { sentences: all } = readReport(`${withList("We will:")}\n${text}\n`);
  expect(
    all.flatMap(({ findings }) =>
      findings.flatMap(({ kind, value, unit }) =>
        kind === "quantity" ? [`${value} ${unit}`] : [],
      ),
    ),
  ).toEqual(counts);
});

test("how something will be done is told, and promised by nobody", () => {
  const text = "The plan of 2025 says how we will light the quay.";
  const { sentences: all } = readReport(`${withList("We will:")}\n${text}\n`);
  expect(all.find((each) => each.text === text)?.kind).not.toBe("new-commitment");
});
