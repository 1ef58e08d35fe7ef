import { AgentRef, Day, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";

/** Why something that minutes say is withheld. */
export const RedactionGround = vocabulary(
  "RedactionGround",
  "The ground on which a passage of minutes is withheld.",
  {
    "personal-data": "The passage tells of somebody what is theirs alone to tell.",
    confidence: "The passage was said or given in confidence.",
    "legal-privilege": "The passage is legal advice, or is before a court.",
    "commercial-interests": "The passage would harm somebody's trade.",
    security: "The passage would put somebody or something in danger.",
    other: "The passage is withheld on another ground, which the reason tells.",
  },
);
export type RedactionGround = z.infer<typeof RedactionGround>;

const done = {
  by: AgentRef.describe("Whoever did so, by name."),
  on: Day.describe("The day on which it was done."),
};
const reason = z.string().min(1);

/** That a redaction was lifted. */
export const RedactionLift = z
  .object({ ...done, reason: reason.describe("The reason for which the passage is read again.") })
  .meta({ id: "RedactionLift", description: "That a passage of minutes is read again." });

/** That a passage of minutes is withheld. The words themselves are no part of it. */
export const Redaction = z
  .object({
    number: z.int().positive().describe("The number of the redaction, from 1."),
    ...done,
    part: Ref.describe("The part of the minutes in which the passage stands."),
    whole: z.boolean().describe("Whether the whole text of the part is withheld."),
    ground: RedactionGround.describe("The ground on which the passage is withheld."),
    reason: reason.describe("The reason for which the passage is withheld, for everybody."),
    reviewOn: Day.nullable().describe(
      "The day on which the redaction is to be looked at again; null where none is set.",
    ),
    lifted: RedactionLift.nullable().describe(
      "That the redaction was lifted; null while the passage is withheld.",
    ),
  })
  .meta({ id: "Redaction", description: "That a passage of minutes is withheld, and why." });
export type Redaction = Readonly<z.infer<typeof Redaction>>;

const escaped = (words: string) => words.replaceAll(/[$()*+.?[\\\]^{|}]/gu, "\\$&");
const letter = /[\p{L}\p{N}]/u;

/** Where a passage stands in a text as whole words; null where it does not. White space is all the same. */
export function passageIn(text: string, passage: string): string | null {
  const words = passage.trim().split(/\s+/u).map(escaped).join("\\s+");
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "iu").exec(text);
  return letter.test(passage) ? (found?.[0] ?? null) : null;
}

/** The sentences, and the words after a label such as Action, of which a passage is made: each is withheld on its own, since what was made of it may be one of them alone. */
export const sentencesOf = (passage: string): string[] =>
  passage
    .split(/[.!?;:]+(?:\s+|$)|[\n\r]+/u)
    .map((piece) => piece.trim())
    .filter((piece) => wordsIn(piece) > 1);

/** How many words a passage has. */
export const wordsIn = (passage: string): number =>
  passage.split(/\s+/u).filter((word) => letter.test(word)).length;
