import { keepers } from "@remit/kernel";
import { answer, answeredFrom } from "../answer.ts";
import { factVerb } from "../verb.ts";

/** The document does not say so. */
export const rejectFact = factVerb("reject", {
  says: "Takes out of the record a fact that a document does not say, and keeps it out when the next version of the document comes.",
  from: ["stands", "waiting", "confirmed", "corrected"],
  to: "rejected",
  by: keepers,
  input: answer,
  refuses: ["FACT_IN_USE", "FACT_SUPERSEDED", "MINUTES_CIRCULATED"],
  step: (_, said) => answeredFrom(said),
});
