import { lockLineage } from "@remit/actions/store";
import type { Db, Tx } from "@remit/database";
import { markUndone, listDocuments } from "@remit/documents/store";
import { Id, Refusal } from "@remit/kernel";
import { sql } from "kysely";
import type { Surroundings } from "./incoming.ts";
import { undoMinutes } from "./undo-minutes.ts";
import { undoReport } from "./undo-report.ts";
import { undoMission } from "./undo-mission.ts";
import type { ImportedDocument, Undoing, UndoReport } from "./undoing.ts";

/**
 * Takes out of the record what one document alone brought, all of it or nothing. Refuses with `BUILT_UPON`, and says by
 * what, where others have built on it since. The document stays, marked; the journal keeps what there was.
 */
export const undoImport = (
  db: Db,
  named: string,
  { newId, now }: Surroundings,
): Promise<UndoReport> =>
  db.transaction().execute(async (tx) => {
    // As an import does, and as verbs do before they lock any action.
    await sql`select pg_advisory_xact_lock(hashtext('remit import'))`.execute(tx);
    await lockLineage(tx);
    const document = await documentNamed(tx, named);
    const at = now().toISOString();
    const undoing = { document, requestId: newId(), newId, at };
    const done = await kinds[document.kind](tx, undoing);
    await markUndone(tx, document.id, at);
    return { document: document.id, title: document.title, ...done };
  });

type Undone = Pick<UndoReport, "removed" | "restored">;

const kinds: Record<ImportedDocument["kind"], (tx: Tx, undoing: Undoing) => Promise<Undone>> = {
  minutes: undoMinutes,
  mission: undoMission,
  report: undoReport,
  links: async (tx, { document }) => {
    const gone = await tx
      .deleteFrom("gateway.action_commitment")
      .where("document_id", "=", document.id)
      .executeTakeFirst();
    return { removed: { link: Number(gone.numDeletedRows) }, restored: [] };
  },
};

/** The document of an id, or the last one of a file's name. Refuses what is not there, was undone, or is not the last of its kind. */
async function documentNamed(tx: Tx, named: string): Promise<ImportedDocument> {
  const documents = await listDocuments(tx);
  const id = named.replace(/^Document:/u, "");
  const found = Id.safeParse(id).success
    ? documents.filter((document) => document.id === id)
    : documents.filter(({ name, undoneAt }) => name === named && undoneAt === null);
  const [document, other] = found;
  if (document === undefined) {
    const message = `There is no document ${named} to undo. List them with: remit documents`;
    throw new Refusal("NOT_FOUND", message);
  }
  if (other !== undefined) {
    const ids = found.map((each) => each.id).join(" or ");
    throw new Refusal("SEVERAL", `Several documents have the name ${named}. Give the id: ${ids}.`);
  }
  if (document.undoneAt !== null)
    throw new Refusal("UNDONE", `"${document.title}" was undone on ${document.undoneAt}.`);
  assertAlone(document, documents);
  return document;
}

/** A document that took another's place, or gave its own, did not bring what it holds alone. */
function assertAlone(document: ImportedDocument, documents: readonly ImportedDocument[]): void {
  const later = documents.find(({ id }) => id === document.supersededBy);
  const earlier = documents.find(({ supersededBy }) => supersededBy === document.id);
  if (later !== undefined)
    throw new Refusal(
      "DOCUMENT_SUPERSEDED",
      `"${later.title}" (${later.name}) has taken the place of this document.`,
    );
  if (earlier !== undefined)
    throw new Refusal(
      "DOCUMENT_SUPERSEDES",
      `This document took the place of "${earlier.title}" (${earlier.name}), which undoing it would not bring back. Put a right one in its place with: remit import --supersede`,
    );
}
