import { Access, Id, SourceRef, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";

/** What a meeting did when it decided. */
export const DecisionKind = vocabulary("DecisionKind", "What a meeting did with a decision.", {
  agreed: "The meeting agreed the matter.",
  approved: "The meeting approved, adopted or endorsed what was before it.",
  noted: "The meeting noted what was before it.",
  rejected: "The meeting rejected what was before it.",
  deferred: "The meeting put the decision off.",
  recommended: "The meeting made a recommendation.",
  "not-stated": "The minutes do not state what kind of decision it is.",
});
export type DecisionKind = z.infer<typeof DecisionKind>;

/** What the meeting decided, in the words of its minutes. */
export const Decision = z.object({
  id: Id,
  meeting: Id,
  item: Id.nullable(),
  place: z.int().positive(),
  kind: DecisionKind,
  text: z.string().min(1),
  wording: Wording,
  access: Access,
  source: SourceRef.nullable(),
});
export type Decision = Readonly<z.infer<typeof Decision>>;
