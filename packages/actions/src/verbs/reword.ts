import { FreeText, keepers, Refusal, Wording } from "@remit/kernel";
import { withChange } from "../change.ts";
import { reason, reasonOf } from "../reason.ts";
import { unfinished } from "../status.ts";
import { actionVerb } from "../verb.ts";

/** Other words, for a reason. The sentence as minuted stays in the record. */
export const reword = actionVerb("reword", {
  says: "Gives an action other words, for a reason; the sentence as minuted stays in the record.",
  from: unfinished,
  to: "same",
  by: keepers,
  input: {
    text: FreeText.trim().describe("What is to be done."),
    wording: Wording.optional().describe("Whose words they are; a summary if left out."),
    ...reason,
  },
  refuses: ["INV-A1", "TEXT_MISSING"],
  step: (before, { text, wording = "summary", ...said }) => {
    if (text.trim() === "") {
      throw new Refusal("TEXT_MISSING", "Say what is to be done.", { path: ["text"] });
    }
    const was = { text: before.text, wording: before.wording };
    const why = reasonOf(said, before.group.id);
    const changes = withChange(before.changes, { verb: "reword", was, ...why }, "INV-A1");
    return { text, wording, changes };
  },
});
