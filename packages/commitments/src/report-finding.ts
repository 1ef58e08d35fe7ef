import { Basis, Decimal, Id, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Hedge } from "./indicator.ts";
import { Direction } from "./measure.ts";
import { FundingKind } from "./mission.ts";
import { Judged } from "./report-verdict.ts";

/** What a stretch of a report tells of. */
export const FindingKind = vocabulary(
  "FindingKind",
  "What a stretch of a report tells of, as its reader understands it.",
  {
    money: "An amount of money.",
    target: "Something that is to be reached, with a number or without one.",
    quantity: "A number of things or people.",
    deliverable: "A thing that was delivered, or is to be.",
    link: "Another mission, plan or programme that the mission has to do with.",
    circumstance: "A circumstance in which the mission works.",
    recommendation: "Recommendations, or the report that makes them.",
    involvement: "A part that people had who know the matter from their own life.",
    outcome: "Something that the mission wants to come about.",
    group: "A group or body that has a part in the work.",
    trend: "The way in which figures develop, without a number.",
    period: "A time for which promises are made, such as year one.",
  },
);
export type FindingKind = z.infer<typeof FindingKind>;

const text = z.string().min(1);
const place = z.int().min(0);

const known = {
  basis: Basis.describe("The basis: that it stands in the document, or was concluded from it."),
  confidence: z
    .number()
    .gt(0)
    .lt(1)
    .nullable()
    .describe("The confidence of what was concluded; null for what is stated."),
  start: place.describe("The first character in the document's text, counted from 0."),
  end: place.describe("The character after the last one in the document's text."),
};

/** Where a statement was read, and how sure its kind is. */
export const StatementOrigin = z.object({ document: Id.meta({ hidden: true }), ...known }).meta({
  id: "StatementOrigin",
  description: "The place in a document where a statement stands.",
});
export type StatementOrigin = Readonly<z.infer<typeof StatementOrigin>>;

/** Something in a statement of which a person can make a record: a target, money, a thing that was delivered. */
export const StatementFinding = z
  .object({
    kind: FindingKind.describe("The sort of thing that it tells of."),
    text: text.describe("The words of the document."),
    value: Decimal.nullable().describe("The number in it; null where there is none."),
    unit: text
      .nullable()
      .describe("The unit of the number: a currency, a per cent sign, what is counted."),
    hedge: Hedge.nullable().describe("The hedge of the number; null where it is given as it is."),
    direction: Direction.nullable().describe(
      "The way in which a figure is to change; null if unsaid.",
    ),
    subject: text.nullable().describe("The thing that it is about; null where that is not clear."),
    by: text
      .nullable()
      .describe("The time by which or for which it is, as written; null if unsaid."),
    among: text
      .optional()
      .describe("The part of the whole of which it is said, such as women; null for the whole."),
    funding: FundingKind.optional().describe(
      "How firmly money is promised; null where the words do not say.",
    ),
    additional: z
      .literal(true)
      .optional()
      .describe("True for money on top of what was there; null where that is not said."),
    judged: Judged.optional().describe("What a person said to it; null while nobody has."),
    ...known,
  })
  .meta({
    id: "StatementFinding",
    description: "Something in a statement of which a person can make a record.",
  });
export type StatementFinding = Readonly<z.infer<typeof StatementFinding>>;
