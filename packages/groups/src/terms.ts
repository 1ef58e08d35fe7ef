import { Access, AgentRef, Day, Id, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";

/** How terms of reference stand. */
export const TermsStatus = vocabulary("TermsStatus", "The status of terms of reference.", {
  draft: "Written down, and not yet agreed.",
  agreed: "Agreed, and in force from a day on until others take their place.",
  superseded: "In force until later terms took their place.",
  withdrawn: "Given up before anybody agreed them.",
});
export type TermsStatus = z.infer<typeof TermsStatus>;

/** What a sentence of terms of reference is. */
export const ScopeKind = vocabulary("ScopeKind", "What a sentence of terms of reference says.", {
  objective: "What the group is to bring about.",
  "in-scope": "What the group is to deal with.",
  "out-of-scope": "What the group is not to deal with.",
});

/** A sentence of what a group is for. */
export const ScopePoint = z
  .object({
    kind: ScopeKind.describe("What the sentence says."),
    text: z.string().min(1).describe("The text of the sentence."),
  })
  .meta({ id: "ScopePoint", description: "A sentence of what a group is for, or is not." });

/** How many have to be there for the group to decide. */
export const QuorumRule = z
  .object({
    members: z.int().positive().nullable().describe("The fewest members; null where none is set."),
    percent: z
      .int()
      .min(1)
      .max(100)
      .nullable()
      .describe("The least share of the members, in per cent; null where none is set."),
    countsDeputies: z
      .boolean()
      .nullable()
      .describe("Whether deputies count; null where the terms do not say."),
  })
  .meta({ id: "QuorumRule", description: "How many have to be there for the group to decide." });
export type QuorumRule = Readonly<z.infer<typeof QuorumRule>>;

/** Seats of one kind, and who fills them. */
export const SeatRule = z
  .object({
    name: z.string().min(1).describe("The name of the seats, such as Health boards."),
    places: z.int().positive().describe("The number of the seats."),
    appointedBy: z
      .string()
      .min(1)
      .nullable()
      .describe("Whoever fills the seats; null where the terms do not say."),
  })
  .meta({ id: "SeatRule", description: "Seats of one kind, and who fills them." });

/** What terms of reference say. Null is what they do not say. */
export const termsMembers = {
  purpose: z.string().min(1).describe("What the group is for, in a sentence or more."),
  scope: z.array(ScopePoint).describe("What the group is to do, and what it is not."),
  seats: z.array(SeatRule).describe("The seats of the group; none where the terms name none."),
  quorum: QuorumRule.nullable().describe("The quorum; null where the terms set none."),
  meetsEveryMonths: z
    .int()
    .positive()
    .nullable()
    .describe("The months from one meeting to the next; null where the terms do not say."),
  papersDueDays: z
    .int()
    .min(0)
    .nullable()
    .describe("The days before a meeting by which papers are due; null where none are set."),
  minutesDueDays: z
    .int()
    .min(0)
    .nullable()
    .describe("The days after a meeting by which minutes are due; null where none are set."),
  deputiesAllowed: z
    .boolean()
    .nullable()
    .describe("Whether members may send deputies; null where the terms do not say."),
  termMonths: z
    .int()
    .positive()
    .nullable()
    .describe("The months for which members are appointed; null where the terms do not say."),
  reviewOn: Day.nullable().describe("The day of their next review; null where none is set."),
};

/** That a meeting agreed something. */
export const AgreedAt = z
  .object({
    meeting: Ref.describe("The meeting that agreed it."),
    /** Whoever recorded it; the history shows them. */
    by: AgentRef.meta({ hidden: true }),
    on: Day.describe("The day of the agreement."),
  })
  .meta({ id: "AgreedAt", description: "The meeting that agreed something, and when." });

const core = {
  id: Id,
  version: z.int().positive(),
  group: Id,
  access: Access,
  /** Counted from 1 within the group. */
  number: z.int().positive(),
  ...termsMembers,
  made: z.object({ by: AgentRef, on: Day }),
};
const agreed = {
  ...core,
  agreed: AgreedAt.describe("The agreement of the terms; null where there was none."),
  from: Day.describe("The first day in force; null where nobody agreed the terms."),
};
const until = "The last day in force; null where no others took the place of the terms.";
const ended = "The reason for which the terms were given up; null where they were not.";

/** A version of what a group is for and how it works. */
export const TermsOfReference = z
  .discriminatedUnion("status", [
    z.object({ ...core, status: TermsStatus.extract(["draft"]) }),
    z.object({ ...agreed, status: TermsStatus.extract(["agreed"]) }),
    z.object({
      ...agreed,
      status: TermsStatus.extract(["superseded"]),
      until: Day.describe(until),
    }),
    z.object({
      ...core,
      status: TermsStatus.extract(["withdrawn"]),
      ended: z.string().min(1).describe(ended),
    }),
  ])
  .meta({ id: "TermsOfReference", description: "A version of what a group is for." });
export type TermsOfReference = Readonly<z.infer<typeof TermsOfReference>>;
/** Terms of reference in force. */
export type AgreedTerms = Extract<TermsOfReference, { readonly status: "agreed" }>;
