import type { Assertion, SourceRef } from "@remit/kernel";
import type { ColumnType, Generated } from "kysely";

/** JSON that is written as text and read as data. */
export type Json<Value> = ColumnType<Value, string, string>;

/** Where a fact comes from, as a table keeps it. */
export interface SourceColumns {
  document_id: string | null;
  span_start: number | null;
  span_end: number | null;
}

/** How a fact is held, as a table keeps it. */
export interface AssertionColumns {
  basis: Assertion["basis"];
  confidence: number | null;
}

/** What the public reads in place of some of a row's texts, by column; null where it reads them as they are. */
export interface ForPublicColumn {
  for_public: Generated<Readonly<Record<string, string>> | null>;
}

/** The columns that hold where in a document something is said. */
export const sourceColumns = (source: SourceRef | null): SourceColumns => ({
  document_id: source?.document ?? null,
  span_start: source?.span?.start ?? null,
  span_end: source?.span?.end ?? null,
});

/** The columns that hold on what basis something is said. */
export const assertionColumns = (assertion: Assertion): AssertionColumns => ({
  basis: assertion.basis,
  confidence: assertion.basis === "inferred" ? assertion.confidence : null,
});
