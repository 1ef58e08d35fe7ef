import { AgentInput, Day, keepers, Note, refTo, Refusal } from "@remit/kernel";
import { assertDay, assertSince } from "../part.ts";
import { undertakingMaker, undertakingVerb } from "../register-verb.ts";
import type { Undertaking } from "../undertaking.ts";

const Words = Note.max(5_000);

/** Nothing is due before the day on which it was undertaken. */
const assertDue = (due: Day | null, heldOn: Day): void =>
  due === null ? undefined : assertSince({ on: heldOn }, due, "It was undertaken", "due");

/** Somebody offers to do something, and no action is minuted. */
export const recordUndertaking = undertakingMaker("record", {
  says: "Records what somebody undertook to do in a sentence of the minutes, without an action; whoever sees the sentence sees it.",
  mutation: "recordUndertaking",
  by: keepers,
  within: "contribution",
  input: {
    contribution: refTo("Contribution").describe(
      "The id of what was said, in which it was undertaken.",
    ),
    text: Words.describe("What is to be done, in words."),
    who: AgentInput.optional().describe(
      "Whoever undertook it; whoever said the sentence first if left out.",
    ),
    to: AgentInput.optional().describe("Whoever was promised it."),
    due: Day.optional().describe("The day by which it is to be done."),
  },
  needs: ["sentence", "newId"],
  refuses: ["TOO_EARLY", "WHO_MISSING"],
  step: ({ contribution, text, who, to = null, due = null, sentence, newId, on }) => {
    assertDay(sentence, on);
    assertDue(due, sentence.heldOn);
    const agent = who ?? sentence.speakers[0];
    if (agent === undefined) {
      const message = "The minutes name nobody who said it: say with who whoever undertook it.";
      throw new Refusal("WHO_MISSING", message, { path: ["who"] });
    }
    const undertaking: Undertaking = {
      id: newId(),
      version: 1,
      group: contribution.group ?? "",
      access: contribution.access ?? "restricted",
      draft: contribution.draft ?? false,
      meeting: contribution.within ?? "",
      heldOn: sentence.heldOn,
      contribution: contribution.id,
      sentence: sentence.text,
      text,
      who: agent,
      to,
      due,
      puttingOffs: [],
      status: "open",
    };
    return undertaking;
  },
});

/** Somebody has done what they undertook. */
export const keepUndertaking = undertakingVerb("keep", {
  says: "Records that whoever undertook something has done it, and by what.",
  from: ["open", "released"],
  to: "kept",
  by: keepers,
  input: {
    how: Words.describe("What was done, in words."),
    through: refTo("Action", "Decision", "Document", "Paper")
      .optional()
      .describe("The id of the record by which it was kept."),
  },
  step: (_, { how, through, by, on }) => {
    const ref = through && { type: through.type, id: through.id, label: through.label };
    return { kept: { by, on, how, through: ref ?? null } };
  },
});

/** What was undertaken is given more time. */
export const putOffUndertaking = undertakingVerb("putOff", {
  says: "Puts an undertaking off to another day; the day before stays in its record.",
  from: ["open"],
  to: "same",
  by: keepers,
  input: {
    due: Day.describe("The day by which it is to be done now."),
    reason: Words.describe("The reason for which it is put off."),
  },
  refuses: ["TOO_EARLY"],
  step: ({ due: before, heldOn, puttingOffs }, { due, reason, by, on }) => {
    assertDue(due, heldOn);
    return { due, puttingOffs: [...puttingOffs, { by, on, due: before, reason }] };
  },
});

/** Nobody asks any more for what was undertaken. */
export const releaseUndertaking = undertakingVerb("release", {
  says: "Records that something which somebody undertook is not asked for any more.",
  from: ["open"],
  to: "released",
  by: keepers,
  input: { reason: Words.describe("The reason for which it is not asked for any more.") },
  step: (_, { reason, by, on }) => ({ released: { by, on, reason } }),
});
