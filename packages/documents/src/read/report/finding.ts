import type { ReportFinding } from "../../report-reading.ts";
import type { Passage } from "../source/passage.ts";

/** A finding of a kind, of which a sentence says no more than its words. */
export const finding = (
  kind: ReportFinding["kind"],
  passage: Passage,
  facts: Partial<ReportFinding> = {},
): ReportFinding => ({
  kind,
  text: passage.written,
  value: null,
  unit: null,
  hedge: null,
  direction: null,
  subject: null,
  by: null,
  span: passage.span,
  basis: "stated",
  confidence: null,
  ...facts,
});
