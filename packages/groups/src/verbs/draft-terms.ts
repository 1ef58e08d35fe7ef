import { Day, keepers, Note, refTo } from "@remit/kernel";
import * as z from "zod";
import { ScopeKind, type TermsOfReference, termsMembers } from "../terms.ts";
import { termsMaker, termsVerb } from "../verb.ts";

const { scope, seats, quorum, reviewOn } = termsMembers;
const wordsOf = ({ description = "" }: z.ZodType) => description;

const ScopePointInput = z
  .strictObject({
    kind: ScopeKind.describe("What the sentence says."),
    text: Note.describe("The text of the sentence."),
  })
  .meta({ id: "ScopePointInput", description: "A sentence of what a group is for." });

const SeatInput = z
  .strictObject({
    name: Note.describe("The name of the seats, such as Health boards."),
    places: z.int().min(1).max(1_000).describe("The number of the seats."),
    appointedBy: Note.optional().describe("Whoever fills the seats, if the terms say."),
  })
  .meta({ id: "SeatInput", description: "Seats of one kind, and who fills them." });

const QuorumInput = z
  .strictObject({
    members: z
      .int()
      .min(1)
      .max(1_000)
      .optional()
      .describe("The fewest members who have to be there."),
    percent: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe("The least share of the members in per cent."),
    countsDeputies: z.boolean().optional().describe("Whether deputies count, if the terms say."),
  })
  .refine(({ members, percent }) => members !== undefined || percent !== undefined, {
    error: "Give a number of members, or a share of them.",
  })
  .meta({ id: "QuorumInput", description: "How many have to be there for a group to decide." });

const months = z.int().min(1).max(1_200);
const days = z.int().min(0).max(3_650);

/** What terms say beside their purpose. */
const said = {
  scope: z.array(ScopePointInput).max(100).optional().describe(wordsOf(scope)),
  seats: z.array(SeatInput).max(100).optional().describe(wordsOf(seats)),
  quorum: QuorumInput.optional().describe(wordsOf(quorum)),
  meetsEveryMonths: months.optional().describe("The months from one meeting to the next."),
  papersDueDays: days.optional().describe("The days before a meeting by which papers are due."),
  minutesDueDays: days.optional().describe("The days after a meeting by which minutes are due."),
  deputiesAllowed: z.boolean().optional().describe("Whether members may send deputies."),
  termMonths: months.optional().describe("The months for which members are appointed."),
  reviewOn: Day.optional().describe(wordsOf(reviewOn)),
};
type Words = z.output<z.ZodObject<typeof said>>;
type Members = Pick<TermsOfReference, keyof typeof said>;

/** What is given, in the place of what is there. */
const withWords = (before: Members, words: Words): Members => ({
  scope: words.scope ?? before.scope,
  seats:
    words.seats?.map(({ appointedBy = null, ...seat }) => ({ ...seat, appointedBy })) ??
    before.seats,
  quorum: words.quorum === undefined ? before.quorum : quorumOf(words.quorum),
  meetsEveryMonths: words.meetsEveryMonths ?? before.meetsEveryMonths,
  papersDueDays: words.papersDueDays ?? before.papersDueDays,
  minutesDueDays: words.minutesDueDays ?? before.minutesDueDays,
  deputiesAllowed: words.deputiesAllowed ?? before.deputiesAllowed,
  termMonths: words.termMonths ?? before.termMonths,
  reviewOn: words.reviewOn ?? before.reviewOn,
});

const quorumOf = ({ members, percent, countsDeputies }: z.output<typeof QuorumInput>) => ({
  members: members ?? null,
  percent: percent ?? null,
  countsDeputies: countsDeputies ?? null,
});

const unsaid: Members = {
  scope: [],
  seats: [],
  quorum: null,
  meetsEveryMonths: null,
  papersDueDays: null,
  minutesDueDays: null,
  deputiesAllowed: null,
  termMonths: null,
  reviewOn: null,
};

/** A group's terms are written down; nobody has agreed them. */
export const draftTerms = termsMaker("draftTerms", {
  says: "Drafts terms of reference for a group: what it is for and how it works.",
  mutation: "draftTermsOfReference",
  by: keepers,
  within: "group",
  input: {
    group: refTo("Group").describe("The id of the group."),
    purpose: Note.describe("What the group is for, in a sentence or more."),
    ...said,
  },
  needs: ["number", "newId"],
  step: ({ group, purpose, number, newId, by, on, ...words }) => ({
    id: newId(),
    version: 1,
    status: "draft" as const,
    group: group.id,
    access: group.access ?? "restricted",
    number,
    purpose,
    ...withWords(unsaid, words),
    made: { by, on },
  }),
});

/** A draft is put otherwise. */
export const amendTerms = termsVerb("amendTerms", {
  says: "Changes drafted terms of reference; what is left out stays as it was.",
  mutation: "amendTermsOfReference",
  from: ["draft"],
  to: "same",
  by: keepers,
  input: {
    purpose: Note.optional().describe("What the group is for, in a sentence or more."),
    ...said,
  },
  step: (before, { purpose = before.purpose, ...words }) => ({
    purpose,
    ...withWords(before, words),
  }),
});
