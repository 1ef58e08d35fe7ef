import { keepers } from "@remit/kernel";
import { answer, answeredFrom } from "../answer.ts";
import { factVerb } from "../verb.ts";

/** The reader was right. */
export const confirmFact = factVerb("confirm", {
  says: "Confirms a fact that was read in a document: the record says it on somebody's word from now on.",
  from: ["stands", "waiting"],
  to: "confirmed",
  by: keepers,
  input: answer,
  refuses: ["FACT_SUPERSEDED", "MINUTES_CIRCULATED"],
  step: (_, said) => answeredFrom(said),
});
