import { exactlyOne, refTo } from "@remit/kernel";
import * as z from "zod";
import type { Report, ReportStatement } from "./report.ts";
import type { StatementFinding } from "./report-finding.ts";
import { recordContextFactor, recordInvolvement } from "./verbs/circumstance.ts";
import { planDeliverable } from "./verbs/delivery.ts";
import { setOutcome } from "./verbs/framework.ts";
import { recordFundingLine } from "./verbs/funding.ts";
import { makeCommitment } from "./verbs/make-commitment.ts";
import { recordRecommendation } from "./verbs/recommend.ts";
import { recordObservation } from "./verbs/record-observation.ts";
import { setTarget } from "./verbs/set-target.ts";

/** What was read, with the statement and the report in which it stands. */
export interface Found {
  readonly report: Pick<Report, "title" | "mission">;
  readonly statement: ReportStatement;
  /** Null where a statement becomes a record as a whole. */
  readonly finding: StatementFinding | null;
}

interface Makes {
  readonly maker: { readonly input: z.ZodObject };
  /** What a person has to say, since no report says it. */
  readonly asks: readonly string[];
  /** What the words of the report say, unless a person says it otherwise. */
  readonly says: (found: Found) => Readonly<Record<string, unknown>>;
}

const titleOf = ({ finding, statement }: Found): string =>
  finding?.subject ?? finding?.text ?? statement.text;
const quoted = ({ statement }: Found) => ({ statement: statement.text, wording: "verbatim" });

/** What something in a report can become: the verb that makes it, and what of its input the report says. */
export const confirmable = {
  commitment: {
    maker: makeCommitment,
    asks: ["code", "kind"],
    says: (found) => ({ ...quoted(found), period: periodOf(found.statement) }),
  },
  target: {
    maker: setTarget,
    asks: [],
    says: (found) => ({
      ...quoted(found),
      commitment: commitmentOf(found.statement),
      asks: asksOf(found),
      within: found.finding?.by == null ? undefined : { label: found.finding.by },
    }),
  },
  observation: {
    maker: recordObservation,
    asks: ["indicator", "period"],
    says: ({ finding }) => ({
      value: finding?.value ?? undefined,
      hedge: finding?.hedge ?? undefined,
    }),
  },
  fundingLine: {
    maker: recordFundingLine,
    asks: ["envelope", "kind", "period", "firmness"],
    says: ({ finding }) => ({
      amount: finding?.value ?? undefined,
      purpose: finding?.subject ?? undefined,
    }),
  },
  deliverable: {
    maker: planDeliverable,
    asks: ["kind", "producedBy"],
    says: (found) => ({ title: titleOf(found), commitment: commitmentOf(found.statement) }),
  },
  contextFactor: {
    maker: recordContextFactor,
    asks: ["kind"],
    says: (found) => ({ ...quoted(found), title: titleOf(found) }),
  },
  involvement: {
    maker: recordInvolvement,
    asks: ["how"],
    says: (found) => ({ who: titleOf(found), commitment: commitmentOf(found.statement) }),
  },
  outcome: {
    maker: setOutcome,
    asks: ["code", "kind"],
    says: (found) => ({ title: titleOf(found) }),
  },
  recommendation: {
    maker: recordRecommendation,
    asks: ["code", "madeBy"],
    says: ({ statement }) => ({ text: statement.text, wording: "verbatim" }),
  },
} as const satisfies Readonly<Record<string, Makes>>;
export type Confirmable = keyof typeof confirmable;

/** The members of each input that a person may say otherwise than the report does. */
const corrects: Readonly<Record<Confirmable, readonly string[]>> = {
  commitment: ["statement", "period"],
  target: ["commitment", "statement", "asks", "within", "indicator"],
  observation: ["value", "hedge"],
  fundingLine: ["amount", "purpose"],
  deliverable: ["title", "commitment"],
  contextFactor: ["title", "statement"],
  involvement: ["who", "effect", "commitment"],
  outcome: ["title"],
  recommendation: ["text"],
};

const became = (name: Confirmable, description: string) => {
  const { maker, asks } = confirmable[name];
  const { shape } = maker.input;
  const members: Record<string, z.core.$ZodType> = {};
  for (const member of asks) members[member] = shape[member] ?? z.never();
  for (const member of corrects[name]) members[member] = z.optional(shape[member] ?? z.never());
  const id = `Confirmed${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return z.strictObject(members).meta({ id, description }).describe(description);
};

/** Which record something in a report becomes: one that is there, or one that is made of its words and what a person says beside. */
export const BecomesInput = exactlyOne({
  existing: refTo(
    "Commitment",
    "Target",
    "Observation",
    "FundingEnvelope",
    "FundingLine",
    "Deliverable",
    "ContextFactor",
    "Involvement",
    "Outcome",
    "Recommendation",
    "Standard",
    "Milestone",
    "MissionRelation",
  ).describe("The id of a record that says it already."),
  commitment: became("commitment", "A commitment that is made of it."),
  target: became("target", "A target that is made of it."),
  observation: became("observation", "A figure that is made of it."),
  fundingLine: became("fundingLine", "A part of the money that is made of it."),
  deliverable: became("deliverable", "Something delivered that is made of it."),
  contextFactor: became("contextFactor", "A circumstance that is made of it."),
  involvement: became("involvement", "A part that people had, made of it."),
  outcome: became("outcome", "An outcome that is made of it."),
  recommendation: became("recommendation", "A recommendation that is made of it."),
}).meta({
  id: "FindingBecomesInput",
  description: "One way to say which record something in a report becomes.",
  minProperties: 1,
  maxProperties: 1,
});

/** The whole input of the verb that makes a record: what the report says, and over it what a person does. */
export function makingOf(
  name: Confirmable,
  found: Found,
  said: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { maker, says } = confirmable[name];
  const read = says(found);
  const isReworded = ["statement", "text"].some((member) => said[member] !== undefined);
  const given: Readonly<Record<string, unknown>> = {
    mission: `Mission:${found.report.mission}`,
    source: { title: found.report.title },
    ...read,
    ...("wording" in read && isReworded ? { wording: "summary" } : {}),
    ...said,
  };
  return Object.fromEntries(
    Object.entries(given).filter(
      ([member, value]) => member in maker.input.shape && value !== undefined,
    ),
  );
}

/** The one commitment of which a statement speaks. */
function commitmentOf({ about }: ReportStatement): string | undefined {
  const [one, ...others] = about.filter(({ type }) => type === "Commitment");
  return one === undefined || others.length > 0 ? undefined : `Commitment:${one.id}`;
}

/** The time that the promises of a statement are for, as it is written. */
function periodOf({ findings = [] }: ReportStatement): { label: string } | undefined {
  const label = findings.find(({ kind }) => kind === "period")?.by;
  return label == null ? undefined : { label };
}

/** What a target asks, no more exactly than the words do. */
function asksOf({ finding, statement }: Found): object {
  const { value = null, unit = null, direction = null } = finding ?? {};
  if (value === null) return { unspecified: finding?.text ?? statement.text };
  if (unit !== "%") return { absolute: { value, unit: unit ?? "in number" } };
  if (direction !== null) return { relativeChange: { percent: value, direction } };
  return { share: { percent: value, of: finding?.subject ?? statement.text } };
}
