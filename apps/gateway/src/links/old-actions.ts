import { Action } from "@remit/actions";
import { type Db, type Tx, writeEntries } from "@remit/database";
import { sql } from "kysely";
import { entryOfImport } from "../import/importer.ts";

/** Writes the first entry of each action that was imported before there was a journal, so that verbs can follow it. */
export async function journalOldActions(db: Db): Promise<void> {
  const { rows } = await sql<{ record: unknown; document: string | null }>`
    select record, document_id as document from actions.action a where not exists
      (select from database.journal where subject_type = 'Action' and subject_id = a.id)`.execute(
    db,
  );
  if (rows.length === 0) return;
  const entries = rows.map(({ record, document }) => {
    const after = Action.parse(record);
    return entryOfImport(
      null,
      after,
      document ?? "before the journal",
      `${after.raisedAt.on}T00:00:00.000Z`,
    );
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely runs migrations in a transaction, and does not say so
  const tx = db as Tx;
  await writeEntries(
    tx,
    entries,
    entries
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? "",
  );
}
