import { verifyJournal } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { expect, test } from "vitest";
import { surroundings } from "../context.ts";
import { importDocument } from "../import/import.ts";
import { march } from "../testing.ts";
import { journalOldActions } from "./old-actions.ts";

const step: Migration = { up: journalOldActions };

onEachDatabase((open) => {
  test("actions that were there before the journal get their first entry, once", async () => {
    const { db } = open();
    const file = { name: "march.txt", bytes: new TextEncoder().encode(march) };
    await importDocument(db, file, {}, surroundings);
    const problems = () => verifyJournal(db, [{ type: "Action", table: "actions.action" }]);
    const tables = ["journal", "journal_position", "journal_head"].map((name) =>
      sql.table(`database.${name}`),
    );
    for (const table of tables) await sql`alter table ${table} disable trigger all`.execute(db);
    await sql`delete from database.journal`.execute(db);
    await sql`delete from database.journal_position`.execute(db);
    await sql`update database.journal_head set position = 0, chain = ''`.execute(db);
    for (const table of tables) await sql`alter table ${table} enable trigger all`.execute(db);
    expect(await problems()).toHaveLength(3);
    for (let round = 1; round <= 2; round += 1) await db.transaction().execute((tx) => step.up(tx));
    expect(await problems()).toEqual([]);
  });
}, "gateway");
