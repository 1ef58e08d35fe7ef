import { Access, Basis, Day, Id, Note, Refusal, vocabulary } from "@remit/kernel";
import * as z from "zod";

/** What sort of thing a document says by a fact. */
export const FactKind = vocabulary(
  "FactKind",
  "What sort of thing a document says by a fact that was read in it.",
  {
    attendee: "A list names somebody.",
    capacity: "Somebody is listed in a capacity.",
    item: "The meeting took a matter under this heading.",
    contribution: "Something was said or reported under an item.",
    speaker: "A mention of somebody who speaks means a person of the lists.",
    decision: "The meeting decided something.",
    paper: "A paper of this title lay before the meeting.",
    action: "The meeting raised an action.",
  },
);
export type FactKind = z.infer<typeof FactKind>;

/** What became of a fact that was read. */
export const FactStatus = vocabulary(
  "FactStatus",
  "Whether a fact that was read waits for somebody's answer, and what the answer was.",
  {
    stands: "The reader is sure of the fact, and nobody has answered to it.",
    waiting: "The reader is not sure of the fact, and it waits for an answer.",
    confirmed: "Somebody has said that the fact is right.",
    corrected: "Somebody has said what is right in its place.",
    rejected: "Somebody has said that the document does not say so.",
  },
);
export type FactStatus = z.infer<typeof FactStatus>;

const words = z.string().min(1);
const place = z.int().min(0);
const hidden = <Schema extends z.ZodType>(schema: Schema) => schema.meta({ hidden: true });

const read = {
  id: hidden(Id),
  version: hidden(z.int().nonnegative()),
  document: hidden(Id),
  group: hidden(Id),
  meeting: hidden(Id),
  access: hidden(Access),
  /** The part of the record that says it: a type of the graph, and an id. */
  subject: hidden(z.object({ type: words, id: Id })),
  /** The place among the facts of the document, from 1. */
  place: hidden(z.int().positive()),
  kind: FactKind.describe("What sort of thing the document says."),
  text: words.describe("The words of the document."),
  value: words.describe(
    "What was understood by the words: a name, a heading, a sentence, the word for a capacity.",
  ),
  basis: Basis.describe(
    "Whether the fact stands in its document, was concluded from it, or is on somebody's word.",
  ),
  confidence: z
    .number()
    .gt(0)
    .lt(1)
    .nullable()
    .describe("The confidence of what was concluded; null for what is not."),
  start: place.describe("The first character of the words in the document's text, from 0."),
  end: place.describe("The character after the last one of the words in the document's text."),
  doubt: words
    .nullable()
    .describe("What the reader was not sure of, as a sentence; null where it was sure."),
};
const answered = {
  answeredOn: Day.describe("The day of the answer; null where nobody has answered."),
  note: Note.nullable().describe("A remark on the answer; null where there is none."),
};

/** One thing that a document says, as it was read; `start` and `end` count UTF-16 units. An answer to it goes into the record, and stays when another version of the document comes. */
export const Fact = z.discriminatedUnion("status", [
  z.object({ ...read, status: z.literal("stands") }),
  z.object({ ...read, status: z.literal("waiting") }),
  z.object({ ...read, status: z.literal("confirmed"), ...answered }),
  z.object({
    ...read,
    status: z.literal("corrected"),
    ...answered,
    correction: Note.describe("What somebody says is right; null where nobody corrected it."),
  }),
  z.object({ ...read, status: z.literal("rejected"), ...answered }),
]);
export type Fact = Readonly<z.infer<typeof Fact>>;

/** A fact to which somebody has answered. */
export type AnsweredFact = Extract<Fact, { readonly answeredOn: string }>;

/** Whether somebody has answered to a fact. */
export const isAnswered = (fact: Fact): fact is AnsweredFact => "answeredOn" in fact;

/** Refuses with `CORRECTION_SAME` a correction that is what was understood already. */
export function assertOther({ value }: Fact, correction: string): void {
  if (value !== correction) return;
  const message = "This is how the fact was read: confirm it, or give what is right in its place.";
  throw new Refusal("CORRECTION_SAME", message, { path: ["value"] });
}
