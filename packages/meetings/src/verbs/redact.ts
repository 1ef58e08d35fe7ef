import { Day, keepers, Note, type Pointed, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { minutesVerb } from "../minutes-verb.ts";
import { assertSince } from "../part.ts";
import { passageIn, RedactionGround } from "../redaction.ts";

const circulated = ["circulated", "agreed", "agreed-with-corrections"] as const;

/** INV-M25: a passage is withheld, as a view: what was circulated stays as it was, for whoever keeps the record. */
export const redact = minutesVerb("redact", {
  says: "Withholds a passage of minutes from everybody but those who keep the record and officials, wherever the record of the group repeats it; nothing is numbered anew.",
  mutation: "redactMinutes",
  from: circulated,
  to: "same",
  by: keepers,
  input: {
    part: refTo("Contribution", "Decision", "Item", "Paper", "Attendance").describe(
      "The id of the part of the minutes in which the passage stands.",
    ),
    passage: Note.optional().describe(
      "The words that are withheld, as they stand in the part; its whole text if left out.",
    ),
    ground: RedactionGround.describe("The ground on which the passage is withheld."),
    reason: Note.describe(
      "The reason for which it is withheld, for everybody: without the words themselves.",
    ),
    reviewOn: Day.optional().describe("The day on which it is to be looked at again."),
  },
  needs: ["partTexts"],
  refuses: ["OTHER_MEETING", "PASSAGE_IN_REASON", "PASSAGE_UNKNOWN"],
  step: (
    { redactions, meeting },
    { part, passage, ground, reason, partTexts, by, on, ...said },
  ) => {
    assertOfMeeting(part, meeting.id);
    const hidden = withheldIn(partTexts, passage);
    if (passageIn(reason, hidden) !== null) {
      const message = "The reason is for everybody: give it without the words that are withheld.";
      throw new Refusal("PASSAGE_IN_REASON", message, { path: ["reason"] });
    }
    const redaction = {
      number: redactions.length + 1,
      by,
      on,
      part: { type: part.type, id: part.id, label: part.type },
      whole: passage === undefined,
      ground,
      reason,
      reviewOn: said.reviewOn ?? null,
      lifted: null,
    };
    return { redactions: [...redactions, redaction] };
  },
});

/** The words that are withheld of the texts of a part, the first of which is its own. Refuses with `PASSAGE_UNKNOWN` what does not stand there. */
export function withheldIn(texts: readonly string[], passage: string | undefined): string {
  if (passage === undefined) {
    const [text] = texts;
    if (text !== undefined) return text;
    const message = "This part has no text of its own that could be withheld.";
    throw new Refusal("PASSAGE_UNKNOWN", message, { path: ["part"] });
  }
  const found = texts.map((text) => passageIn(text, passage)).find((each) => each !== null);
  if (found != null) return found;
  const message = "These words do not stand in the part: give whole words, as they are written.";
  throw new Refusal("PASSAGE_UNKNOWN", message, { path: ["passage"] });
}

function assertOfMeeting({ within }: Pointed, meeting: string): void {
  if (within === undefined || within === meeting) return;
  const message = "The part is one of another meeting: redact the minutes of that one.";
  throw new Refusal("OTHER_MEETING", message, { path: ["part"] });
}

/** A passage is read again. That it was withheld stays. */
export const liftRedaction = minutesVerb("liftRedaction", {
  says: "Lets a passage of minutes that was withheld be read again; that it was withheld, and why, stays.",
  mutation: "liftRedaction",
  from: circulated,
  to: "same",
  by: keepers,
  guard: ({ redactions }) =>
    redactions.some(({ lifted }) => lifted === null)
      ? null
      : new Refusal("REDACTION_UNKNOWN", "Nothing of these minutes is withheld."),
  input: {
    redaction: z.int().positive().describe("The number of the redaction."),
    reason: Note.describe("The reason for which the passage is read again."),
  },
  refuses: ["REDACTION_UNKNOWN", "TOO_EARLY"],
  step: ({ redactions }, { redaction, reason, by, on }) => {
    const found = redactions.find(({ number }) => number === redaction);
    if (found?.lifted !== null) {
      const message = `There is no redaction ${redaction} that stands: ${redactions.length} were made.`;
      throw new Refusal("REDACTION_UNKNOWN", message, { path: ["redaction"] });
    }
    assertSince(found, on, "The passage was withheld");
    const lifted = { ...found, lifted: { by, on, reason } };
    return { redactions: redactions.map((each) => (each === found ? lifted : each)) };
  },
});
