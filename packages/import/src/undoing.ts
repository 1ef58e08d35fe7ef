import { type Entry, type Tx, writeEntries } from "@remit/database";
import type { listDocuments } from "@remit/documents/store";
import { importer, Refusal } from "@remit/kernel";

/** What was taken out of the record with a document. */
export interface UndoReport {
  readonly document: string;
  readonly title: string;
  /** How many rows of each kind are gone. */
  readonly removed: Readonly<Record<string, number>>;
  /** References of actions that are as they were before the document. */
  readonly restored: readonly string[];
}

export type ImportedDocument = Awaited<ReturnType<typeof listDocuments>>[number];

/** What an undo has to do with, while it is done. */
export interface Undoing {
  readonly document: ImportedDocument;
  /** How the journal knows the undo. */
  readonly requestId: string;
  readonly newId: () => string;
  readonly at: string;
}

/** What else would be taken out or left dangling, each thing by name. */
export type InTheWay = readonly string[];

/** Writes entries of an undo. What has nothing left has nothing after it: an empty object. */
export const writeUndone = (
  tx: Tx,
  { requestId, at }: Undoing,
  entries: readonly Omit<Entry, "actor" | "requestId" | "verb">[],
): Promise<void> => {
  const by = { verb: "undo", actor: { name: importer, person: null }, requestId };
  return writeEntries(
    tx,
    entries.map((entry) => ({ ...entry, ...by })),
    at,
  );
};

/** Refuses with `BUILT_UPON` where there is anything in the way. */
export function assertClear(inTheWay: InTheWay): void {
  if (inTheWay.length === 0) return;
  const listed = inTheWay.map((each) => `\n  - ${each}`).join("");
  throw new Refusal("BUILT_UPON", `Others have built on this document since:${listed}`);
}
