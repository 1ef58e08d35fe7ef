import { keepers, Note } from "@remit/kernel";
import { meetingVerb } from "../verb.ts";

/** A meeting is called off. It stays in the record, with its agenda. */
export const cancel = meetingVerb("cancel", {
  says: "Calls a meeting off; it stays in the record, with its agenda.",
  from: ["tentative", "scheduled", "postponed"],
  to: "cancelled",
  by: keepers,
  input: { reason: Note.describe("The reason for which it is called off.") },
  step: (_, { reason, by, on }) => ({ cancelled: { by, on, reason } }),
});
