import { Direction, FindingKind, FundingKind, Hedge, StatementKind } from "@remit/commitments";
import { Decimal, PartialDate, Span } from "@remit/kernel";
import * as z from "zod";

const words = z.string().min(1);
const known = {
  span: Span,
  basis: z.enum(["stated", "inferred"]),
  /** How sure an inference is; null for what is stated. */
  confidence: z.number().gt(0).lt(1).nullable(),
};

/** Something in a sentence that a record can hold: money, a target, a number of things, a mission that helps. */
export const ReportFinding = z.object({
  kind: FindingKind,
  /** As it is written. */
  text: words,
  /** The number, exact; null where there is none, as in "a new treatment target". */
  value: Decimal.nullable(),
  /** `%`, an ISO 4217 code, or what is counted. */
  unit: words.nullable(),
  hedge: Hedge.nullable(),
  direction: Direction.nullable(),
  /** What it is about: the places of which there are to be more, the campaign that was launched. */
  subject: words.nullable(),
  /** By when, as written. */
  by: words.nullable(),
  /** Of which part of the whole it is said, as written: women, one ward. Left out where it is of the whole. */
  among: words.optional(),
  /** How firmly money is promised; left out where the sentence does not say, and of all else. */
  funding: FundingKind.optional(),
  /** That money comes on top of what was there. */
  additional: z.literal(true).optional(),
  ...known,
});
export type ReportFinding = Readonly<z.infer<typeof ReportFinding>>;

/** One thing that a report says: a sentence, or a part of one that lists several. */
export const ReportSentence = z.object({
  kind: StatementKind,
  text: words,
  /** Under which heading it stands. */
  heading: words.nullable(),
  findings: z.array(ReportFinding),
  ...known,
});
export type ReportSentence = Readonly<z.infer<typeof ReportSentence>>;

/** What an annual report says, each fact with its place. */
export const ReportReading = z.object({
  title: words.nullable(),
  /** The name of the mission, as the title has it. */
  mission: words.nullable(),
  series: words.nullable(),
  /** Which of its series it is, where it says so. */
  ordinal: z.int().min(1).nullable(),
  covers: z.object({ start: PartialDate, end: PartialDate }).nullable(),
  foreword: z
    .object({ by: words.nullable(), post: words.nullable(), span: Span, signed: Span.nullable() })
    .nullable(),
  contact: words.nullable(),
  /** The sentence that says what the mission is, with whoever announced it and when. */
  announcement: z
    .object({ text: words, on: PartialDate.nullable(), by: words.nullable(), span: Span })
    .nullable(),
  spans: z.object({
    title: Span.nullable(),
    covers: Span.nullable(),
    ordinal: Span.nullable(),
    contact: Span.nullable(),
  }),
  sentences: z.array(ReportSentence),
  /** Lines that belong to no fact. */
  unread: z.array(z.object({ text: words, span: Span })),
  warnings: z.array(
    z.object({
      code: z.enum([
        "COVERAGE_MISSING",
        "FOREWORD_UNSIGNED",
        "AMOUNT_IMPLAUSIBLE",
        "BASELINE_NOT_STATED",
      ]),
      message: words,
      span: Span.nullable(),
    }),
  ),
});
export type ReportReading = Readonly<z.infer<typeof ReportReading>>;
