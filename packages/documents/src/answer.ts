import { Note, type Stamp } from "@remit/kernel";

/** The input that every answer to a fact may have. */
export const answer = {
  note: Note.optional().describe("A remark on the answer, such as who knows it."),
};

/** What an answer adds to a fact: from now on somebody's word stands for it. */
export const answeredFrom = ({ on, note }: Stamp & { readonly note?: string | undefined }) => ({
  basis: "edited",
  confidence: null,
  answeredOn: on,
  note: note ?? null,
});
