import { Access, AgentRef, Day, Id, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";

/** How far a decision is carried out. */
export const ImplementationStatus = vocabulary(
  "ImplementationStatus",
  "How far a decision is carried out.",
  {
    open: "Nobody says yet that the decision is carried out.",
    implemented: "The decision is carried out.",
    "set-aside": "The decision will not be carried out.",
  },
);
export type ImplementationStatus = z.infer<typeof ImplementationStatus>;

const text = z.string().min(1);
const done = {
  by: AgentRef.describe("Whoever said so, by name."),
  on: Day.describe("The day on which it was said."),
};

/** That a decision was looked at again. */
export const DecisionReview = z
  .object({ ...done, text: text.describe("What came of the review.") })
  .meta({ id: "DecisionReview", description: "That a decision was looked at again." });

/** That a decision was carried out. */
export const Implementation = z
  .object({ ...done, how: text.describe("What was done, in words.") })
  .meta({ id: "DecisionImplementation", description: "That a decision was carried out." });

/** That a decision will not be carried out. */
export const SettingAside = z
  .object({ ...done, reason: text.describe("The reason that was given.") })
  .meta({ id: "DecisionSetAside", description: "That a decision will not be carried out." });

const registered = {
  id: Id,
  version: z.int().positive(),
  group: Id,
  access: Access,
  draft: z.boolean(),
  decision: Id,
  meeting: Id,
  heldOn: Day,
  reviewOn: Day.nullable(),
  carriedOutBy: z.array(Ref).describe("The actions and commitments that carry the decision out."),
  reviews: z.array(DecisionReview).describe("Each review of the decision, the first one first."),
  /** INV-M30: where it is quoted, and the words that stand there. */
  quotes: z.array(z.object({ ...done, where: text, text })),
};

/** A decision in the register: when it is looked at again, and what carries it out. Its words stand in the minutes alone. */
export const RegisteredDecision = z.discriminatedUnion("status", [
  z.object({ ...registered, status: z.literal("open") }),
  z.object({
    ...registered,
    status: z.literal("implemented"),
    implemented: Implementation.describe("What was done; null where it is not carried out."),
  }),
  z.object({
    ...registered,
    status: z.literal("set-aside"),
    setAside: SettingAside.describe(
      "The word that the decision will not be carried out, with its reason; null where it is to be.",
    ),
  }),
]);
export type RegisteredDecision = Readonly<z.infer<typeof RegisteredDecision>>;
