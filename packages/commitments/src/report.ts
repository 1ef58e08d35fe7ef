import { AgentRef, Day, Decimal, Id, Ref, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";
import { AssessmentKind } from "./assessment.ts";
import { Citation } from "./citation.ts";
import { CommitmentStatus } from "./commitment.ts";
import { ObservationStatus } from "./indicator.ts";
import { Ended, kept, Time } from "./kept.ts";
import { FundingKind } from "./mission.ts";
import { StatementFinding, StatementOrigin } from "./report-finding.ts";
import { Judged } from "./report-verdict.ts";
import { TargetStatus } from "./target.ts";

/** How far a report has come. */
export const ReportStatus = vocabulary(
  "ReportStatus",
  "How far a report on a mission has come, from its draft to the one that takes its place.",
  {
    draft: "The report is being written.",
    frozen: "What the report says is settled, and it is not published yet.",
    published: "Everybody who may see the report can read it.",
    superseded: "A later report has taken its place.",
    withdrawn: "The report was let go before it was published.",
  },
);
export type ReportStatus = z.infer<typeof ReportStatus>;

/** What a sentence of a report does. */
export const StatementKind = vocabulary(
  "StatementKind",
  "What a statement of a report does for whoever reads it.",
  {
    achievement: "The statement says that something was done.",
    progress: "The statement says how far something has come.",
    "commitment-restated": "The statement says an earlier promise again.",
    "new-commitment": "The statement makes a new promise.",
    context: "The statement says in what circumstances the work is done.",
    risk: "The statement says what could stand in the way.",
    trend: "The statement says how figures develop.",
    acknowledgement: "The statement thanks somebody, or says whose part something was.",
  },
);
export type StatementKind = z.infer<typeof StatementKind>;

const text = z.string().min(1);

/** One thing that a report says. Errata refer to its id. */
export const ReportStatement = z
  .object({
    id: Id.meta({ hidden: true }),
    number: z.int().positive().describe("The number of the statement within its report."),
    kind: StatementKind.describe("What the statement does."),
    text: text.describe("The statement, in a sentence."),
    wording: Wording.describe("Whether the statement is the report's own words or a summary."),
    about: z.array(Ref).describe("The commitments, targets and indicators that it speaks of."),
    findings: z
      .array(StatementFinding)
      .optional()
      .describe("What a reader found in it, for a person to make records of."),
    origin: StatementOrigin.optional().describe(
      "The place at which it was read; null where somebody wrote it.",
    ),
    judged: Judged.optional().describe(
      "What a person made of the statement as a whole; null while nobody has.",
    ),
  })
  .meta({ id: "ReportStatement", description: "One thing that a report on a mission says." });
export type ReportStatement = Readonly<z.infer<typeof ReportStatement>>;

/** What was wrong with a report that was published. It stays as it was. */
export const Erratum = z
  .object({
    id: Id.meta({ hidden: true }),
    statement: Id.meta({ hidden: true }),
    number: z.int().positive().describe("The number of the statement that it puts right."),
    text: text.describe("The correction, and what was wrong."),
    by: AgentRef.describe("Whoever published the correction."),
    on: Day.describe("The day on which the correction was published."),
    source: Citation.nullable().describe("The publication that corrects it; null where none does."),
  })
  .meta({ id: "Erratum", description: "A correction of a report that was published." });
export type Erratum = Readonly<z.infer<typeof Erratum>>;

const SnapshotCommitment = z
  .object({
    commitment: Ref.describe("The commitment, under the name that it had then."),
    statement: text.describe("The commitment, as it was said then."),
    status: CommitmentStatus.describe("How far the commitment had come."),
  })
  .meta({ id: "ReportedCommitment", description: "A commitment, as it stood for a report." });

const SnapshotTarget = z
  .object({
    target: Ref.describe("The target, under the name that it had then."),
    statement: text.describe("The target, as it was said then."),
    status: TargetStatus.describe("How the target stood."),
    share: Decimal.nullable().describe(
      "How much of the way it had come; null where that could not be worked out.",
    ),
    latest: Decimal.nullable().describe("The latest figure of its series; null without one."),
  })
  .meta({ id: "ReportedTarget", description: "A target, as it stood for a report." });

const SnapshotFigure = z
  .object({
    observation: Ref.describe("The figure, under the name of its indicator."),
    period: Time.describe("The time of which the figure tells."),
    value: Decimal.describe("The figure, as it stood then."),
    unit: text.describe("The unit in which it is counted."),
    vintage: z.int().positive().describe("Which figure of its period stood then."),
    status: ObservationStatus.describe("What had become of the figure by then."),
  })
  .meta({ id: "ReportedFigure", description: "A figure that stood when a report was settled." });

const SnapshotAssessment = z
  .object({
    subject: Ref.describe("The commitment or target that was assessed."),
    kind: AssessmentKind.describe("Whose word the assessment was."),
    scale: text.describe("The id of the rating scale, with its version."),
    value: text.describe("The value on the scale."),
    asAt: Day.describe("The day on which it stood so."),
  })
  .meta({ id: "ReportedAssessment", description: "An assessment that stood for a report." });

const SnapshotFunding = z
  .object({
    statement: text.describe("The promise of the money, as it was said then."),
    kind: FundingKind.describe("How firmly the money was promised."),
    amount: Decimal.describe("The amount in whole units of its currency."),
    currency: text.describe("The ISO 4217 code of the currency."),
    period: Time.describe("The time for which the money was promised."),
  })
  .meta({ id: "ReportedFunding", description: "Money of a mission, as it stood for a report." });

/** What a mission had come to when a report was settled: it never changes (INV-C16). */
export const ReportSnapshot = z
  .object({
    commitments: z.array(SnapshotCommitment).describe("The mission's commitments, in order."),
    targets: z.array(SnapshotTarget).describe("The mission's targets, in order."),
    figures: z.array(SnapshotFigure).describe("The figures that stood then, by indicator."),
    assessments: z.array(SnapshotAssessment).describe("The assessments that stood then."),
    funding: z.array(SnapshotFunding).describe("The money of the mission, kind by kind."),
  })
  .meta({ id: "ReportSnapshot", description: "What a mission had come to, for a report." });
export type ReportSnapshot = Readonly<z.infer<typeof ReportSnapshot>>;

const Foreword = z
  .object({
    by: AgentRef.describe("Whoever signs the foreword."),
    text: text.describe("The foreword, or a summary of it."),
  })
  .meta({ id: "Foreword", description: "What somebody says at the front of a report." });

const reported = {
  ...kept,
  mission: Id,
  series: text.nullable().describe("The series of reports, such as annual; null without one."),
  title: text.describe("The title of the report."),
  ordinal: z
    .int()
    .positive()
    .optional()
    .describe("Which of its series the report is, counted from 1; null where nobody says."),
  /** May be longer than a year, and as precise as its source is (INV-C17). */
  covers: Time.describe("The time of which the report tells."),
  foreword: Foreword.nullable().describe("What stands at its front; null without a foreword."),
  contact: text
    .nullable()
    .describe("Where questions about the report go; null where none is given."),
  statements: z.array(ReportStatement).describe("What the report says, in its order."),
};
const settled = {
  snapshot: ReportSnapshot.describe(
    "What the mission had come to when the report was settled; null where the report was published before it was recorded.",
  ),
  frozenOn: Day.describe("The day on which the report was settled; null where it is not."),
};
const published = {
  snapshot: settled.snapshot.nullable(),
  frozenOn: settled.frozenOn.nullable(),
  publishedOn: Day.describe("The day on which it was published; null where it is not."),
  source: Citation.nullable().describe("The publication itself; null where none is cited."),
  errata: z.array(Erratum).describe("Corrections since it was published, the first one first."),
};
/** The journal keeps whatever holds this from all but the keepers of the record. */
const unpublished = { draft: z.literal(true).meta({ hidden: true }) };

/** What a mission says of itself for a time. Once it is settled, what it says stays (INV-C16). */
export const Report = z.discriminatedUnion("status", [
  z.object({ ...reported, ...unpublished, status: z.literal("draft") }),
  z.object({ ...reported, ...unpublished, ...settled, status: z.literal("frozen") }),
  z.object({ ...reported, ...published, status: z.literal("published") }),
  z.object({
    ...reported,
    ...published,
    status: z.literal("superseded"),
    successor: Ref.describe("The report that took its place; null where none has."),
  }),
  z.object({
    ...reported,
    ...unpublished,
    status: z.literal("withdrawn"),
    ended: Ended.describe("Who let the report go, when and why; null where nobody has."),
  }),
]);
export type Report = Readonly<z.infer<typeof Report>>;
