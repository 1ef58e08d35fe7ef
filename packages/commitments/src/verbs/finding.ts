import { keepers, Refusal, refTo } from "@remit/kernel";
import * as z from "zod";
import { BecomesInput } from "../confirming.ts";
import { reason } from "../input.ts";
import { type Report, type ReportStatement, StatementKind } from "../report.ts";
import type { StatementFinding } from "../report-finding.ts";
import type { Judged } from "../report-verdict.ts";
import { reports } from "../verb.ts";
import { assertAllWithin, refOf } from "../within.ts";

const which = {
  statement: z.int().positive().describe("The number of the statement within its report."),
  finding: z
    .int()
    .positive()
    .optional()
    .describe("The finding within the statement, counted from 1; the whole statement if left out."),
};

type Which = { readonly statement: number; readonly finding?: number | undefined };
type Statements = Pick<Report, "statements">;

/** What a person says something to: a statement of a report, or a finding in it. Refuses with `FINDING_MISSING`, and with `FINDING_JUDGED` what was judged before. */
export function foundIn(
  { statements }: Statements,
  { statement: number, finding: at }: Which,
): { readonly statement: ReportStatement; readonly finding: StatementFinding | null } {
  const statement = statements.find((each) => each.number === number);
  if (statement === undefined) {
    const message = `The report has no statement ${number}. Give the number of one that it has.`;
    throw new Refusal("FINDING_MISSING", message, { path: ["statement"] });
  }
  const findings = statement.findings ?? [];
  const finding = at === undefined ? null : findings[at - 1];
  if (finding === undefined) {
    const message = `Statement ${number} has ${findings.length} findings. Give one of them, or leave it out for the whole statement.`;
    throw new Refusal("FINDING_MISSING", message, { path: ["finding"] });
  }
  const { judged } = finding ?? statement;
  if (judged !== undefined) {
    const message = `It was ${judged.verdict} on ${judged.on}. Change the record that it became by that record's own verbs.`;
    throw new Refusal("FINDING_JUDGED", message, {
      path: [at === undefined ? "statement" : "finding"],
    });
  }
  return { statement, finding };
}

/** The statements with what a person said to one of them, or to a finding in it: from then on it is edited, and not inferred. */
function judgedIn(report: Statements, which: Which, judged: Judged): Statements {
  const { statement } = foundIn(report, which);
  const next: ReportStatement =
    which.finding === undefined
      ? { ...edited(statement), judged }
      : {
          ...statement,
          findings: (statement.findings ?? []).map((each, index) =>
            index + 1 === which.finding ? { ...each, ...byHand, judged } : each,
          ),
        };
  return replaced(report, next);
}

const byHand = { basis: "edited", confidence: null } as const;

const edited = (statement: ReportStatement): ReportStatement =>
  statement.origin === undefined
    ? statement
    : { ...statement, origin: { ...statement.origin, ...byHand } };

const replaced = ({ statements }: Statements, next: ReportStatement): Statements => ({
  statements: statements.map((each) => (each.id === next.id ? next : each)),
});

/** One step from what was read to the record: the verb that makes it is done with it. */
export const confirmFinding = reports.verb("confirmFinding", {
  says: "Confirms something that was read in a draft of a report: it becomes a record, with what the person puts right, or is one that is there.",
  mutation: "confirmFinding",
  from: ["draft"],
  to: "same",
  by: keepers,
  input: { ...which, as: BecomesInput.describe("The record that it becomes.") },
  needs: ["became"],
  refuses: [
    "CODE_TAKEN",
    "FINDING_JUDGED",
    "FINDING_MISSING",
    "INV-C11",
    "INV-C13",
    "INV-C15",
    "OTHER_MISSION",
  ],
  step: (report, { statement, finding, as, became, by, on }) => {
    if (as.existing !== undefined) assertAllWithin(report.mission, [as.existing], "as");
    return judgedIn(
      report,
      { statement, finding },
      { verdict: "confirmed", by, on, record: became },
    );
  },
});

export const rejectFinding = reports.verb("rejectFinding", {
  says: "Says that something that was read in a draft of a report is not so; its words stay.",
  mutation: "rejectFinding",
  from: ["draft"],
  to: "same",
  by: keepers,
  input: { ...which, ...reason },
  refuses: ["FINDING_JUDGED", "FINDING_MISSING"],
  step: (report, { statement, finding, reason: why, by, on }) =>
    judgedIn(report, { statement, finding }, { verdict: "rejected", by, on, reason: why }),
});

/** The words stay: what they do, and of what they speak, is for a person to say. */
export const reviseStatement = reports.verb("reviseStatement", {
  says: "Puts right what a statement of a draft does or speaks of; its words stay.",
  mutation: "reviseReportStatement",
  from: ["draft"],
  to: "same",
  by: keepers,
  input: {
    statement: which.statement,
    kind: StatementKind.optional().describe("What the statement does; as before if left out."),
    about: z
      .array(refTo("Commitment", "Target", "Indicator"))
      .max(50)
      .optional()
      .describe("The ids of what the statement speaks of; as before if left out."),
  },
  refuses: ["FINDING_MISSING", "NOTHING_CHANGES", "OTHER_MISSION"],
  step: (report, { statement: number, kind, about }) => {
    const statement = report.statements.find((each) => each.number === number);
    if (statement === undefined) {
      const message = `The report has no statement ${number}. Give the number of one that it has.`;
      throw new Refusal("FINDING_MISSING", message, { path: ["statement"] });
    }
    if (kind === undefined && about === undefined) {
      const message = "Say what the statement does, or of what it speaks.";
      throw new Refusal("NOTHING_CHANGES", message, { path: ["kind"] });
    }
    assertAllWithin(report.mission, about ?? [], "about");
    return replaced(report, {
      ...edited(statement),
      kind: kind ?? statement.kind,
      about: about?.map(refOf) ?? statement.about,
    });
  },
});
