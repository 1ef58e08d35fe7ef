import { type Db, type ForPublicColumn, insertAll, type Tx } from "@remit/database";
import type { Generated, JSONColumnType } from "kysely";
import type { Document } from "./document.ts";

declare module "@remit/database" {
  interface Database {
    "documents.document": DocumentTable;
  }
}

interface DocumentTable extends ForPublicColumn {
  id: string;
  sha256: string;
  kind: Document["kind"];
  name: string;
  title: string;
  text: string;
  official_record: string | null;
  findings: JSONColumnType<Document["findings"]>;
  imported_at: string;
  superseded_by: Generated<string | null>;
  /** When what it brought was taken out again. */
  undone_at: Generated<string | null>;
  access: Document["access"];
  version: Generated<number>;
}

/** Writes a document that is new. */
export const insertDocument = (tx: Tx, document: Document): Promise<void> =>
  insertAll(tx, "documents.document", [
    {
      id: document.id,
      sha256: document.sha256,
      kind: document.kind,
      name: document.name,
      title: document.title,
      text: document.text,
      official_record: document.officialRecord,
      findings: JSON.stringify(document.findings),
      imported_at: document.importedAt,
      access: document.access,
    },
  ]);

/** The document of these bytes, if they were imported before. */
export const findDocument = (db: Db, sha256: string) =>
  db
    .selectFrom("documents.document")
    .select(["id", "title", "name", "findings", "superseded_by as supersededBy"])
    .where("sha256", "=", sha256)
    .where("undone_at", "is", null)
    .executeTakeFirst();

/** Notes that another document has taken the place of this one, which stays. */
export async function supersedeDocument(tx: Tx, id: string, by: string): Promise<void> {
  await tx
    .updateTable("documents.document")
    .set({ superseded_by: by })
    .where("id", "=", id)
    .execute();
}

/** Notes that what a document brought was taken out of the record; the document stays. */
export async function markUndone(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable("documents.document").set({ undone_at: at }).where("id", "=", id).execute();
}

/** Every document without its text, as they came. */
export const listDocuments = (db: Db) =>
  db
    .selectFrom("documents.document")
    .select(["id", "kind", "name", "title", "access", "imported_at as importedAt"])
    .select(["superseded_by as supersededBy", "undone_at as undoneAt"])
    .orderBy("imported_at")
    .orderBy("id")
    .execute();

export {
  countWaiting,
  factCommands,
  keptFact,
  listAnswered,
  listWaiting,
  type Ports,
  removeUnanswered,
  saveFacts,
  type WaitingFact,
} from "./store/fact.ts";
export { isAnswered } from "./fact.ts";
