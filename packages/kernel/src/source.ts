import * as z from "zod";
import { vocabulary } from "./vocabulary.ts";

/** Characters `start` to `end` of a document's text, counted in UTF-16 units from 0, `end` not included. */
export const Span = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .refine(({ start, end }) => start <= end, "A span ends where it starts or later.");
export type Span = Readonly<z.infer<typeof Span>>;

/** Where a fact comes from: a document, and the place in it when the fact was read there. */
export const SourceRef = z.object({
  document: z.uuid(),
  span: Span.nullable(),
});
export type SourceRef = Readonly<z.infer<typeof SourceRef>>;

/** `stated` in the source, `inferred` from it, or `edited` by a person afterwards. */
export const Basis = vocabulary(
  "Basis",
  "How a fact is held: stated in its source, inferred from it, or edited by a person.",
  {
    stated: "The fact stands in its source.",
    inferred: "The fact was concluded from its source, with a confidence.",
    edited: "A person wrote the fact afterwards.",
  },
);
export type Basis = z.infer<typeof Basis>;

/** How we come to hold a fact. Only what is inferred carries a confidence, above 0 and below 1. */
export const Assertion = z.discriminatedUnion("basis", [
  z.object({ basis: z.literal("stated") }),
  z.object({ basis: z.literal("inferred"), confidence: z.number().gt(0).lt(1) }),
  z.object({ basis: z.literal("edited") }),
]);
export type Assertion = Readonly<z.infer<typeof Assertion>>;

/** Whether a text is the source's own, or this project's summary of it. */
export const Wording = vocabulary(
  "Wording",
  "Whether a text is its source's own or a summary of it.",
  { verbatim: "The text is the source's own.", summary: "The text is a summary of the source." },
);
export type Wording = z.infer<typeof Wording>;
