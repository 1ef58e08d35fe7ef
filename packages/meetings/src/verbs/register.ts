import { Day, keepers, Note, refTo, Refusal } from "@remit/kernel";
import { assertDay } from "../part.ts";
import { registeredMaker, registeredVerb } from "../register-verb.ts";
import type { RegisteredDecision } from "../registered.ts";

const Words = Note.max(5_000);

/** Refuses with `TOO_EARLY` a review before the decision, or before the last one. */
function assertAfter(reviewOn: Day | null, day: Day): void {
  if (reviewOn === null || reviewOn >= day) return;
  const message = `The review comes after ${day}: give that day or a later one.`;
  throw new Refusal("TOO_EARLY", message, { path: ["reviewOn"] });
}

/** A decision is to be followed. */
export const registerDecision = registeredMaker("register", {
  says: "Puts a decision into the register, so that it is reviewed and what carries it out is known; whoever sees the decision sees it there.",
  mutation: "registerDecision",
  by: keepers,
  within: "decision",
  input: {
    decision: refTo("Decision").describe("The id of the decision."),
    reviewOn: Day.optional().describe("The day on which the decision is to be reviewed."),
  },
  needs: ["decided", "newId"],
  refuses: ["REGISTERED", "TOO_EARLY"],
  step: ({ decision, reviewOn = null, decided, newId, on }) => {
    assertDay(decided, on);
    assertAfter(reviewOn, decided.heldOn);
    if (decided.isThere) {
      const message = "The decision is in the register already: change what stands there.";
      throw new Refusal("REGISTERED", message, { path: ["decision"] });
    }
    const registered: RegisteredDecision = {
      id: newId(),
      version: 1,
      group: decision.group ?? "",
      access: decision.access ?? "restricted",
      draft: decision.draft ?? false,
      decision: decision.id,
      meeting: decision.within ?? "",
      heldOn: decided.heldOn,
      reviewOn,
      carriedOutBy: [],
      reviews: [],
      quotes: [],
      status: "open",
    };
    return registered;
  },
});

/** Something carries a decision out. */
export const carryOutDecision = registeredVerb("carryOut", {
  says: "Names an action or a commitment that carries a decision out.",
  mutation: "carryOutDecision",
  from: ["open"],
  to: "same",
  by: keepers,
  input: {
    through: refTo("Action", "Commitment").describe("The id of what carries the decision out."),
  },
  step: ({ carriedOutBy }, { through: { type, id, label } }) =>
    carriedOutBy.some((each) => each.type === type && each.id === id)
      ? null
      : { carriedOutBy: [...carriedOutBy, { type, id, label }] },
});

/** A decision is looked at again. */
export const reviewDecision = registeredVerb("review", {
  says: "Records what came of the review of a decision, and when it is reviewed next.",
  mutation: "reviewDecision",
  from: ["open", "implemented"],
  to: "same",
  by: keepers,
  input: {
    text: Words.describe("What came of the review."),
    reviewOn: Day.optional().describe("The day of the next review; none if left out."),
  },
  refuses: ["TOO_EARLY"],
  step: ({ reviews }, { text, reviewOn = null, by, on }) => {
    assertAfter(reviewOn, on);
    return { reviewOn, reviews: [...reviews, { by, on, text }] };
  },
});

/** A decision is carried out. */
export const implementDecision = registeredVerb("implement", {
  says: "Records that a decision is carried out, and how.",
  mutation: "implementDecision",
  from: ["open", "set-aside"],
  to: "implemented",
  by: keepers,
  input: { how: Words.describe("What was done, in words.") },
  step: (_, { how, by, on }) => ({ implemented: { by, on, how } }),
});

/** A decision will not be carried out. */
export const setDecisionAside = registeredVerb("setAside", {
  says: "Records that a decision will not be carried out, and why.",
  mutation: "setDecisionAside",
  from: ["open"],
  to: "set-aside",
  by: keepers,
  input: { reason: Words.describe("The reason for which it will not be carried out.") },
  step: (_, { reason, by, on }) => ({ setAside: { by, on, reason } }),
});

/** INV-M30: a decision is quoted elsewhere. */
export const quoteDecision = registeredVerb("quote", {
  says: "Records where a decision is quoted, and in which words; words that are not the decision's own are reported.",
  mutation: "quoteDecision",
  from: ["open", "implemented", "set-aside"],
  to: "same",
  by: keepers,
  input: {
    where: Note.max(1_000).describe("The place where it is quoted, such as a letter or a page."),
    text: Note.optional().describe("The words that stand there; the decision's if left out."),
  },
  needs: ["decided"],
  step: ({ quotes }, { where, text, decided, by, on }) => ({
    quotes: [...quotes, { by, on, where, text: text ?? decided.text }],
  }),
});
