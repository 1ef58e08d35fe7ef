import { vocabulary } from "@remit/kernel";
import type * as z from "zod";

/** What does not fit in the record of a meeting. */
export const FindingCode = vocabulary(
  "MeetingFindingCode",
  "What does not fit in the record of a meeting.",
  {
    "ordinal-mismatch":
      "The number of the meeting is not the one that follows from the meetings before.",
    "decision-quoted-otherwise": "A decision is quoted elsewhere in other words than its own.",
    "speaker-not-recorded-present":
      "Somebody spoke under an item and is not recorded as present for it.",
    "speaker-recorded-away": "Somebody spoke and is recorded with apologies, or as absent.",
  },
);
export type FindingCode = z.infer<typeof FindingCode>;

interface Found {
  readonly code: FindingCode;
  readonly stated: number | null;
  readonly expected: number | null;
}

/** What a finding says, in a sentence that names nobody. */
export function sentenceOf({ code, stated, expected }: Found): string {
  if (code === "ordinal-mismatch")
    return `The meeting is stated to be number ${stated}, and would be number ${expected} by those before: correct the number, or say why it is right.`;
  if (code === "decision-quoted-otherwise")
    return "A decision of the meeting is quoted elsewhere in other words than its own: have the quotation put right.";
  if (code === "speaker-recorded-away")
    return "Somebody is recorded with apologies or as absent, and spoke: correct their attendance, or who spoke.";
  return "Somebody spoke under an item and is not recorded as present for it: record when they were there, or correct who spoke.";
}
