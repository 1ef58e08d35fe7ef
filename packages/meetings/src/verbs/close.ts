import { keepers, Note, Refusal } from "@remit/kernel";
import { meetingVerb } from "../verb.ts";

/** The record of a meeting is complete. */
export const close = meetingVerb("close", {
  says: "Closes the record of a meeting, once nothing is missing in it.",
  from: ["held"],
  to: "closed",
  by: keepers,
  guard: (_, { unfinished = [] }) => {
    const [first] = unfinished;
    if (first === undefined) return null;
    const message = unfinished.map((each) => each.message).join(" ");
    return new Refusal(first.code, message, {
      params: { missing: unfinished.map(({ code }) => code) },
    });
  },
  input: {},
  needs: ["unfinished"],
  refuses: ["MTG_ITEMS_WITHOUT_OUTCOME", "MTG_MINUTES_NOT_AGREED", "MTG_OWNERS_MISSING"],
  step: (_, { by, on }) => ({ closed: { by, on } }),
});

/** A record that was closed is opened again, for a reason. */
export const reopen = meetingVerb("reopen", {
  says: "Opens the record of a meeting again that was closed.",
  from: ["closed"],
  to: "held",
  by: keepers,
  input: { reason: Note.describe("The reason for which the record is opened again.") },
  step: ({ reopenings }, { reason, by, on }) => ({
    reopenings: [...reopenings, { by, on, reason }],
  }),
});
