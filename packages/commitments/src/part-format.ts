import { Day, Decimal, PartialDate, Period, Wording } from "@remit/kernel";
import * as z from "zod";
import { ContextKind, InvolvementKind } from "./circumstance.ts";
import { DeliverableKind, MilestoneStatus } from "./delivery.ts";
import { OutcomeKind } from "./framework.ts";
import { FundingFirmness, FundingLineKind } from "./funding.ts";
import { ObservedPeriod } from "./indicator.ts";
import { Code } from "./mission.ts";
import { AnswerPosition, RecommendationStatus } from "./recommendation.ts";
import { StatementKind } from "./report.ts";

export const text = z.string().trim().min(1);

/** A key of `sources`. */
export const source = Code;

/** What a statement says, in whose words, and where that is written. */
export const stated = { statement: text, wording: Wording, source };

export const period = z
  .strictObject({
    start: PartialDate.nullable().default(null),
    end: PartialDate.nullable().default(null),
    label: text.nullable().default(null),
  })
  .pipe(Period);

export const observedPeriod = z
  .strictObject({ start: PartialDate, end: PartialDate, label: text.nullable().default(null) })
  .pipe(ObservedPeriod);

const late = PartialDate.nullable().default(null);
const maybe = text.nullable().default(null);

/** How something ended: by whom, on which day, and why. */
const ended = z.strictObject({ by: text, on: Day, reason: text });

export const milestone = z.strictObject({
  title: text,
  due: late,
  forecast: late,
  status: MilestoneStatus.default("not-started"),
  /** When it was reached. */
  actual: late,
  /** Why it was missed or taken back, and who says so. */
  ended: ended.nullable().default(null),
  source,
});

export const fundingLine = z.strictObject({
  kind: FundingLineKind,
  amount: Decimal,
  period: observedPeriod,
  firmness: FundingFirmness,
  recipient: maybe,
  purpose: maybe,
  source,
});

const standardAssessment = z.strictObject({
  area: text,
  areaScheme: maybe,
  period: period.default({ start: null, end: null, label: null }),
  scale: text,
  scaleVersion: text,
  value: text,
  assessor: text,
  source,
});

const answer = z.strictObject({
  position: AnswerPosition,
  text,
  by: text,
  on: Day,
  /** Codes of the commitments that follow. */
  commitments: z.array(Code).default([]),
  source: source.nullable().default(null),
});

const statement = z.strictObject({
  kind: StatementKind,
  text,
  wording: Wording,
  /** Codes of the commitments and series that it speaks of. */
  commitments: z.array(Code).default([]),
  series: z.array(Code).default([]),
});

/** The lists of a mission file beside its promises, money, figures and links. */
export const partLists = {
  outcomes: z
    .array(
      z.strictObject({
        code: Code,
        title: text,
        kind: OutcomeKind,
        framework: maybe,
        /** The code of the outcome that it is a part of. */
        parent: Code.nullable().default(null),
        /** Codes of the commitments by which it is worked for. */
        commitments: z.array(Code).default([]),
        source,
      }),
    )
    .default([]),
  deliverables: z
    .array(
      z.strictObject({
        title: text,
        kind: DeliverableKind,
        producedBy: text,
        commitment: Code.nullable().default(null),
        /** That it is there: when, and the source in which it can be read. */
        produced: z
          .strictObject({ on: late, document: source.nullable().default(null) })
          .nullable()
          .default(null),
        source,
      }),
    )
    .default([]),
  standards: z
    .array(
      z.strictObject({
        code: Code,
        title: text,
        issuedBy: text,
        issuedOn: late,
        source,
        assessments: z.array(standardAssessment).default([]),
      }),
    )
    .default([]),
  context: z
    .array(z.strictObject({ title: text, kind: ContextKind, ...stated, since: late, until: late }))
    .default([]),
  involvement: z
    .array(
      z.strictObject({
        who: text,
        how: InvolvementKind,
        effect: maybe,
        commitment: Code.nullable().default(null),
        source,
      }),
    )
    .default([]),
  recommendations: z
    .array(
      z.strictObject({
        code: Code,
        text,
        wording: Wording,
        madeBy: text,
        answerDue: Day.nullable().default(null),
        answers: z.array(answer).default([]),
        /** What became of it. */
        outcome: ended
          .extend({ status: RecommendationStatus.exclude(["awaiting", "answered"]) })
          .nullable()
          .default(null),
        source,
      }),
    )
    .default([]),
  reports: z
    .array(
      z.strictObject({
        title: text,
        series: maybe,
        /** Which of its series it is, counted from 1. */
        ordinal: z.int().positive().optional(),
        covers: period,
        foreword: z.strictObject({ by: text, text }).nullable().default(null),
        contact: maybe,
        statements: z.array(statement).default([]),
        /** The day on which it was published; a draft of its keepers if left out. */
        publishedOn: Day.nullable().default(null),
        source,
      }),
    )
    .default([]),
};
