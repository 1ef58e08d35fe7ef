import { Access, Assertion, Id, SourceRef, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";

/** What became of an item. `nil` is a heading under which the minutes say that there was none. */
export const Outcome = vocabulary(
  "ItemOutcome",
  "What came of an item; NIL where the minutes say that there was no business.",
  {
    discussed: "The meeting discussed the item.",
    agreed: "The meeting agreed what the item proposed.",
    deferred: "The meeting put the item off.",
    "not-reached": "The meeting did not come to the item.",
    withdrawn: "The item was taken off the agenda.",
    noted: "The meeting noted the item.",
    nil: "The minutes say that there was no business under the item.",
    "not-stated": "The minutes do not state what came of the item.",
  },
);
export type Outcome = z.infer<typeof Outcome>;

/** A matter that the meeting took, as its minutes have it. `place` counts from 1; `number` is what the source writes. */
export const Item = z.object({
  id: Id,
  meeting: Id,
  place: z.int().positive(),
  level: z.int().positive(),
  number: z.string().min(1).nullable(),
  /** Null where the source has lost it. */
  heading: z.string().min(1).nullable(),
  outcome: Outcome,
  access: Access,
  source: SourceRef.nullable(),
});
export type Item = Readonly<z.infer<typeof Item>>;

/** What a contribution does in a discussion. */
export const ContributionKind = vocabulary(
  "ContributionKind",
  "What a contribution does in the discussion of an item.",
  {
    narrative: "The minutes report what happened, without a speaker.",
    update: "The speaker presents or reports on progress.",
    "key-point": "One of the key points of a presentation.",
    statement: "The speaker makes a statement.",
    question: "The speaker asks a question.",
    answer: "The speaker answers a question.",
    offer: "The speaker offers to do something.",
    thanks: "The speaker thanks somebody.",
    introduction: "The speaker opens the meeting or introduces an item.",
    summary: "The speaker sums up the discussion.",
  },
);
export type ContributionKind = z.infer<typeof ContributionKind>;

/** What was said or reported under an item. `lead` is the sentence that introduces the list it stands in. */
export const Contribution = z.object({
  id: Id,
  meeting: Id,
  item: Id,
  place: z.int().positive(),
  kind: ContributionKind,
  lead: z.string().min(1).nullable(),
  text: z.string().min(1),
  reporting: Wording,
  access: Access,
  source: SourceRef.nullable(),
});
export type Contribution = Readonly<z.infer<typeof Contribution>>;

/** Who made a contribution: the mention as written, the full name it stands for, and the person where known. */
export const Speaker = z.object({
  id: Id,
  contribution: Id,
  place: z.int().positive(),
  mention: z.string().min(1),
  name: z.string().min(1),
  person: Id.nullable(),
  assertion: Assertion,
});
export type Speaker = Readonly<z.infer<typeof Speaker>>;
