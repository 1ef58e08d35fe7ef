// What a mission file may have beside promises, money, figures and links, as Harbourside has it.

const year = (from: number) => ({ start: `${from}-04-01`, end: `${from + 1}-03-31` });
const budget = (from: number) =>
  ({
    kind: "budget",
    amount: "40000",
    period: year(from),
    firmness: "indicative",
    source: "plan",
  }) as const;

/** The budget of the money for kerbs, year by year. */
export const kerbMoney = { lines: [budget(2025), budget(2026), budget(2027)], complete: "plan" };

/** Steps on the way to level kerbs. */
export const kerbMilestones = [
  { title: "Every crossing is on the map", due: "2025-09", source: "plan" },
  {
    title: "The first ten kerbs are level",
    due: "2026-06",
    forecast: "2026-09",
    status: "minor-delay",
    source: "plan",
  },
  {
    title: "A crew is hired",
    due: "2025-05",
    status: "achieved",
    actual: "2025-06-02",
    source: "plan",
  },
];

/** The lists of a file beside its promises. */
export const harboursideParts = {
  outcomes: [
    {
      code: "1",
      title: "Nobody meets a step",
      kind: "outcome",
      commitments: ["dropped-kerbs"],
      source: "plan",
    },
    { code: "1a", title: "Crossings are level", kind: "sub-outcome", parent: "1", source: "plan" },
  ],
  deliverables: [
    {
      title: "A map of crossings",
      kind: "dataset",
      producedBy: "Town Council",
      commitment: "dropped-kerbs",
      source: "plan",
    },
    {
      title: "A guide to level kerbs",
      kind: "publication",
      producedBy: "Harbourside Pavements Working Group",
      produced: { on: "2025-11", document: "survey" },
      source: "plan",
    },
  ],
  standards: [
    {
      code: "level",
      title: "A kerb is at most 6 mm high",
      issuedBy: "Town Council",
      issuedOn: "2025",
      source: "plan",
      assessments: [
        {
          area: "North ward",
          period: { start: "2025", end: "2025" },
          scale: "mat-rag",
          scaleVersion: "2022",
          value: "amber",
          assessor: "Town Council",
          source: "survey",
        },
        {
          area: "South ward",
          period: { start: "2025", end: "2025" },
          scale: "mat-rag",
          scaleVersion: "2022",
          value: "green",
          assessor: "Town Council",
          source: "survey",
        },
      ],
    },
  ],
  context: [
    {
      title: "Frost",
      kind: "pressure",
      statement: "Frost lifts the kerbs.",
      wording: "summary",
      since: "2026-01",
      source: "survey",
    },
  ],
  involvement: [
    {
      who: "people who use wheelchairs",
      how: "consulted",
      effect: "The harbour comes first.",
      commitment: "dropped-kerbs",
      source: "plan",
    },
  ],
  recommendations: [
    {
      code: "panel-1",
      text: "Begin at the harbour.",
      wording: "verbatim",
      madeBy: "Kerb Panel",
      source: "survey",
      answers: [
        {
          position: "accepted",
          text: "So it will be.",
          by: "Town Council",
          on: "2025-10-01",
          commitments: ["dropped-kerbs"],
          source: "plan",
        },
      ],
    },
    {
      code: "panel-2",
      text: "Count the benches.",
      wording: "summary",
      madeBy: "Kerb Panel",
      answerDue: "2026-01-31",
      source: "survey",
    },
  ],
  reports: [
    {
      title: "A step-free Harbourside: the first year",
      series: "annual",
      covers: { start: "2025-03", end: "2026-03-31" },
      foreword: { by: "Convener for Streets", text: "Much was done." },
      contact: "kerbs@harbourside.example",
      statements: [
        {
          kind: "achievement",
          text: "A crew was hired.",
          wording: "summary",
          commitments: ["dropped-kerbs"],
        },
        {
          kind: "trend",
          text: "There are three kerbs more.",
          wording: "summary",
          series: ["dropped-kerbs"],
        },
      ],
      publishedOn: "2026-05-04",
      source: "survey",
    },
    {
      title: "A step-free Harbourside: the second year",
      series: "annual",
      covers: { start: "2026-04", end: "2027-03" },
      source: "plan",
    },
  ],
};
