import { Access, Note } from "@remit/kernel";
import { evidence, QuantityInput } from "../input.ts";
import { actionVerb, everyParty } from "../verb.ts";

/** Somebody reports how it stands. Seen by whoever sees the action, unless the report says otherwise. */
export const report = actionVerb("report", {
  says: "Reports how an action stands.",
  from: ["open", "in-progress", "blocked", "done"],
  to: "same",
  by: everyParty,
  input: {
    text: Note.describe("How the action stands."),
    progress: QuantityInput.optional().describe(
      "The progress of the action, if somebody said how much.",
    ),
    evidence,
    access: Access.optional().describe("Who may see the report; as the action if left out."),
  },
  needs: ["newId"],
  step: ({ updates, access: own }, said) => {
    const { by, on, text, progress = null, evidence: shown = [], access = own, newId } = said;
    const update = { id: newId(), by, on, text, progress, evidence: shown, access };
    return { updates: [...updates, update] };
  },
});
