import { AgentInput, Note, Refusal } from "@remit/kernel";
import { assertPart, ownerMeant, ownerMissing, PartStatus, withPart } from "../owner.ts";
import { assertSpeaksFor, spokenForAlone } from "../speaking.ts";
import { live } from "../status.ts";
import { actionVerb, everyParty } from "../verb.ts";

/** Somebody who has a part in it acknowledges, declines, or says that theirs is done. */
export const answer = actionVerb("answer", {
  says: "Acknowledges or declines a part of an action, or says that the part is done.",
  from: live,
  to: "same",
  by: everyParty,
  input: {
    owner: AgentInput.optional().describe(
      "The owner whose part it is, by id or by name; your own part if left out.",
    ),
    status: PartStatus.describe("The status of the owner's part."),
    note: Note.optional().describe("The answer in the owner's own words."),
  },
  refuses: ["NOT_OWNER", "OWNER_AMBIGUOUS", "OWNER_MISSING"],
  guard: ({ owners }) =>
    owners.length > 0
      ? null
      : new Refusal("NOT_OWNER", "Nobody has a part in it: reassign it first.", {
          path: ["owner"],
        }),
  asks: (caller, action) => (spokenForAlone(caller, action) === undefined ? ["owner"] : []),
  meant: (action, { owner: named }, caller) => {
    const owner = named === undefined ? spokenForAlone(caller, action) : ownerMeant(action, named);
    if (owner === undefined) throw ownerMissing(action);
    assertSpeaksFor(caller, action, owner);
    return { owner };
  },
  step: ({ owners }, { by, on, owner = by, status, note = null }) => {
    assertPart(owners, owner);
    return { owners: withPart(owners, owner, { status, on, note }) };
  },
});
