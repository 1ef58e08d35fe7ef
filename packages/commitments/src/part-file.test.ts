import { Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { parseMissionFile } from "./mission-file.ts";
import { planMission } from "./mission-plan.ts";
import { idsAfter, wholeHarboursideJson as whole } from "./testing.ts";

const { parts, commitments, funding } = planMission(parseMissionFile(whole), {
  newId: idsAfter(0),
});
const [kerbs] = commitments;
const [money] = whole.funding;
const [first] = whole.commitments;
const [standard] = whole.standards;
const [answered] = whole.recommendations;
const [report] = whole.reports;

test("a plan joins the parts of a file with what they name", () => {
  const kerbsRef = { type: "Commitment", id: kerbs?.id, label: "dropped-kerbs" };
  expect(parts.outcomes).toMatchObject([
    { code: "1", parent: null, commitments: [kerbsRef] },
    { code: "1a", parent: parts.outcomes[0]?.id, commitments: [] },
  ]);
  expect(parts.milestones.map(({ commitment }) => commitment)).toEqual(Array(3).fill(kerbs?.id));
  expect(parts.milestones[2]).toMatchObject({ status: "achieved", actual: "2025-06-02" });
  expect(parts.deliverables).toMatchObject([
    { status: "planned", commitment: kerbs?.id },
    { status: "produced", deliveredOn: "2025-11", document: whole.sources.survey },
  ]);
  expect(parts.standardAssessments.map(({ standard: of }) => of)).toEqual(
    Array(2).fill(parts.standards[0]?.id),
  );
  expect(parts.recommendations).toMatchObject([
    { status: "answered", answers: [{ commitments: [kerbsRef], on: "2025-10-01" }] },
    { status: "awaiting", answerDue: "2026-01-31" },
  ]);
  expect(parts.reports).toMatchObject([
    {
      status: "published",
      snapshot: null,
      statements: [{ about: [kerbsRef] }, { about: [{ type: "Indicator" }] }],
    },
    { status: "draft", draft: true, foreword: null },
  ]);
});

test("INV-C13 a file may say that its budget lines are all there are, and their sum is its envelope", () => {
  expect(parts.fundingProfiles).toMatchObject([{ envelope: funding[0]?.id, amount: "120000" }]);
  expect(parts.fundingLines).toMatchObject(
    ["2025", "2026", "2027"].map((year) => ({
      currency: "GBP",
      envelope: funding[0]?.id,
      period: { start: `${year}-04-01` },
    })),
  );
});

const milestone = first?.milestones?.[0];
const assessment = standard?.assessments[0];
const wrong = [
  {
    change: { outcomes: [{ ...whole.outcomes[0], commitments: ["benches"] }] },
    says: 'outcomes[0].commitments[0]: "benches" is not among the commitments',
  },
  {
    change: { outcomes: [{ ...whole.outcomes[0], parent: "9" }] },
    says: 'outcomes[0].parent: "9" is not among the outcomes',
  },
  {
    change: { outcomes: [{ ...whole.outcomes[0], parent: "1a" }, whole.outcomes[1]] },
    says: "outcomes[0].parent: An outcome is not a part of itself.",
  },
  {
    change: { outcomes: [whole.outcomes[0], whole.outcomes[0]] },
    says: 'outcomes[1].code: "1" is the code of an earlier one.',
  },
  {
    change: { deliverables: [{ ...whole.deliverables[1], produced: { document: "hearsay" } }] },
    says: 'deliverables[0].produced.document: "hearsay" is not among the sources',
  },
  {
    change: { commitments: [{ ...first, milestones: [{ ...milestone, status: "achieved" }] }] },
    says: "commitments[0].milestones[0].actual: Say when",
  },
  {
    change: { commitments: [{ ...first, milestones: [{ ...milestone, actual: "2025" }] }] },
    says: 'commitments[0].milestones[0].actual: Only an "achieved"',
  },
  {
    change: { commitments: [{ ...first, milestones: [{ ...milestone, status: "missed" }] }] },
    says: "commitments[0].milestones[0].ended: Say who",
  },
  {
    change: { funding: [{ ...money, lines: money?.lines.slice(1) }] },
    says: "funding[0].complete: INV-C13: the budget lines come to 80000 GBP",
  },
  {
    change: {
      funding: [
        {
          ...money,
          complete: null,
          lines: [{ ...money?.lines[0], period: { start: "2025", end: "2026" } }],
        },
      ],
    },
    says: "funding[0].lines[0].period: INV-C15",
  },
  {
    change: { standards: [{ ...standard, assessments: [assessment, assessment] }] },
    says: "standards[0].assessments[1].area: INV-C22",
  },
  {
    change: { standards: [{ ...standard, assessments: [{ ...assessment, value: "blue" }] }] },
    says: 'standards[0].assessments[0].value: The scale mat-rag has no value "blue"',
  },
  {
    change: { standards: [{ ...standard, assessments: [{ ...assessment, scale: "stars" }] }] },
    says: "standards[0].assessments[0].scale: There is no scale stars",
  },
  {
    change: {
      recommendations: [
        {
          ...answered,
          answers: [],
          outcome: { status: "implemented", by: "Town Council", on: "2026-01-01", reason: "Done." },
        },
      ],
    },
    says: "recommendations[0].outcome: Nothing is carried out",
  },
  {
    change: {
      reports: [{ ...report, statements: [{ ...report?.statements?.[0], series: ["lamps"] }] }],
    },
    says: 'reports[0].statements[0].series[0]: "lamps" is not among the series',
  },
];

test.each(wrong)("refused: $says", ({ change, says }) => {
  expect(() => parseMissionFile({ ...whole, ...change })).toThrow(Refusal);
  expect(() => parseMissionFile({ ...whole, ...change })).toThrow(says);
});
