import { verifyJournal } from "@remit/database";
import { forgetEntries, onEachDatabase } from "@remit/database/testing";
import type { Migration } from "kysely/migration";
import { expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { march } from "@remit/import/testing";
import { migrations } from "@remit/links/migrations";

const step: Migration =
  migrations["2026-11-25.4 gateway: first entries of actions that were there before the journal"];

onEachDatabase((open) => {
  test("actions that were there before the journal get their first entry, once", async () => {
    const { db } = open();
    const file = { name: "march.txt", bytes: new TextEncoder().encode(march) };
    await importDocument(db, file, {}, surroundings);
    const problems = () => verifyJournal(db, [{ type: "Action", table: "actions.action" }]);
    await forgetEntries(db);
    expect(await problems()).toHaveLength(3);
    for (let round = 1; round <= 2; round += 1) await db.transaction().execute((tx) => step.up(tx));
    expect(await problems()).toEqual([]);
  });
}, "gateway");
