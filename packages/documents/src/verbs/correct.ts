import { keepers, Note } from "@remit/kernel";
import { answer, answeredFrom } from "../answer.ts";
import { assertOther } from "../fact.ts";
import { factVerb } from "../verb.ts";

/** The reader was wrong, and somebody knows what is right. */
export const correctFact = factVerb("correct", {
  says: "Puts what is right in the place of a fact that was read in a document; it stays when the next version of the document comes.",
  from: ["stands", "waiting", "confirmed", "corrected"],
  to: "corrected",
  by: keepers,
  input: {
    value: Note.describe(
      "What is right: the name, the heading, the title or the sentence; of a capacity, its word, such as guest.",
    ),
    ...answer,
  },
  refuses: ["CAPACITY_UNKNOWN", "CORRECTION_SAME", "FACT_SUPERSEDED", "MINUTES_CIRCULATED"],
  step: (fact, { value, ...said }) => {
    assertOther(fact, value);
    return { ...answeredFrom(said), correction: value };
  },
});
