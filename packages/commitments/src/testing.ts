import { type MissionFile, parseMissionFile } from "./mission-file.ts";
import { harboursideParts, kerbMilestones, kerbMoney } from "./testing/whole-file.ts";

// What Harbourside has promised to those who walk, push or roll along its pavements.

/** As a user writes it, with what is not stated left out. */
export const harboursideJson = {
  format: "remit/mission/1",
  access: "public",
  sources: {
    plan: {
      title: "A step-free Harbourside: plan 2025 to 2028",
      publisher: "Harbourside Council",
      url: "https://harbourside.example/step-free-plan",
    },
    survey: { title: "Kerb survey", publisher: "Harbourside Council" },
  },
  mission: {
    slug: "step-free-harbourside",
    title: "A step-free Harbourside",
    statement: "Everybody can get from home to the harbour without a step.",
    wording: "verbatim",
    announcedOn: "2025-03",
    period: { start: "2025", end: "2028", label: "this council" },
    responsible: ["Convener for Streets"],
    governance: ["Harbourside Pavements Working Group"],
    source: "plan",
  },
  funding: [
    {
      statement: "The council will spend an extra £120,000 on kerbs.",
      wording: "summary",
      kind: "committed",
      amount: { amount: "120000", currency: "GBP" },
      additional: true,
      period: { start: "2025", end: "2028" },
      source: "plan",
    },
  ],
  commitments: [
    {
      code: "dropped-kerbs",
      statement: "More crossings will have dropped kerbs.",
      wording: "summary",
      kind: "output",
      source: "plan",
      targets: [
        {
          statement: "Half as many dropped kerbs again.",
          wording: "summary",
          spec: { kind: "relative-change", percent: "50", direction: "increase" },
          measure: "count",
          baseline: { kind: "exact", value: "10", unit: "dropped kerbs" },
          by: { end: "2028" },
          series: "dropped-kerbs",
          source: "plan",
        },
        {
          statement: "Far fewer kerbs that nobody can pass.",
          wording: "summary",
          spec: { kind: "relative-change", percent: "80", direction: "decrease" },
          measure: "count",
          source: "plan",
        },
        {
          statement: "A target for benches will follow.",
          wording: "summary",
          spec: { kind: "unspecified", text: "a target for benches" },
          source: "plan",
        },
        {
          statement: "At most one complaint a month.",
          wording: "summary",
          spec: { kind: "threshold", operator: "at-most", value: "1", unit: "complaints" },
          measure: "count",
          baseline: { kind: "qualitative", text: "a handful" },
          source: "plan",
        },
      ],
    },
    {
      code: "yearly-report",
      statement: "The council will report once a year.",
      wording: "summary",
      kind: "reporting",
      period: { start: "2025-03", end: "2028" },
      source: "plan",
    },
  ],
  series: [
    {
      code: "dropped-kerbs",
      title: "Dropped kerbs",
      definition: "Crossings where both kerbs are level with the road.",
      unit: "dropped kerbs",
      measure: "count",
      publisher: "Harbourside Council",
      expected: [{ dimension: "ward", categories: ["North ward", "South ward"] }],
      observations: [
        {
          period: { start: "2024", end: "2024" },
          value: "12",
          status: "superseded",
          publishedOn: "2025-02-01",
          source: "survey",
        },
        {
          period: { start: "2024", end: "2024" },
          value: "10",
          status: "revised",
          publishedOn: "2025-06",
          note: "Two of them led onto a step.",
          source: "survey",
        },
        {
          period: { start: "2025", end: "2025" },
          value: "13",
          publishedOn: "2026-02-01",
          derived: true,
          source: "survey",
        },
        {
          period: { start: "2026-01", end: "2026-06" },
          value: "99",
          status: "withdrawn",
          source: "survey",
        },
      ],
    },
  ],
  links: [
    {
      title: "Buses for everybody",
      kind: "supported-by",
      statement: "Low-floor buses stop at the dropped kerbs.",
      wording: "summary",
      source: "plan",
    },
  ],
};

export const harbourside: MissionFile = parseMissionFile(harboursideJson);

/** The same with every part that a file may have. */
export const wholeHarboursideJson = {
  ...harboursideJson,
  ...harboursideParts,
  funding: harboursideJson.funding.map((money) => ({ ...money, ...kerbMoney })),
  commitments: harboursideJson.commitments.map((commitment) => ({
    ...commitment,
    milestones: commitment.code === "dropped-kerbs" ? kerbMilestones : [],
  })),
};

/** Ids that follow each other, the first one after `from`. */
export function idsAfter(from: number): () => string {
  let last = from;
  return () => `01990000-0000-7000-8000-${String((last += 1)).padStart(12, "0")}`;
}
