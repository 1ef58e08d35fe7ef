import { addDays, assertHeld, Day, keepers, Note, refTo, Refusal, Stepped } from "@remit/kernel";
import type { TermsOfReference } from "../terms.ts";
import { termsVerb } from "../verb.ts";

/** A meeting agrees a draft, which takes the place of the terms that were in force. */
export const agreeTerms = termsVerb("agreeTerms", {
  says: "Records that a meeting agreed terms of reference, which take the place of earlier ones.",
  mutation: "agreeTermsOfReference",
  from: ["draft"],
  to: "agreed",
  by: keepers,
  input: {
    meeting: refTo("Meeting").describe("The id of the meeting that agreed them."),
    from: Day.optional().describe("The first day in force; that of the agreement if left out."),
  },
  needs: ["inForce"],
  refuses: ["INV-G7"],
  step: ({ group }, { meeting, from: given, inForce, by, on }) => {
    assertHeld(meeting, group, ["meeting"], on);
    const agreedOn = meeting.on ?? on;
    const from = given ?? agreedOn;
    const until = addDays(from, -1);
    const changed = inForce.map((before): { before: TermsOfReference; after: TermsOfReference } => {
      if (before.from > until) {
        const message = `Other terms of the group are in force from ${before.from} on: give a later day.`;
        throw new Refusal("INV-G7", message, { path: ["from"] });
      }
      const version = before.version + 1;
      return { before, after: { ...before, version, status: "superseded", until } };
    });
    const { type, id, label } = meeting;
    return new Stepped(
      { agreed: { meeting: { type, id, label }, by, on: agreedOn }, from },
      { changed },
    );
  },
});

/** A draft is given up. */
export const withdrawTerms = termsVerb("withdrawTerms", {
  says: "Gives up drafted terms of reference; they stay in the record.",
  mutation: "withdrawTermsOfReference",
  from: ["draft"],
  to: "withdrawn",
  by: keepers,
  input: { reason: Note.describe("The reason for which they are given up.") },
  step: (_, { reason }) => ({ ended: reason }),
});
