import { onEachDatabase } from "@remit/database/testing";
import { expect, test } from "vitest";
import type { Document } from "./document.ts";
import { findDocument, insertDocument, supersedeDocument } from "./store.ts";

const minutes: Document = {
  id: "01990000-0000-7000-8000-000000000501",
  sha256: "ab".repeat(32),
  kind: "minutes",
  name: "march.txt",
  title: "Harbourside Pavements Working Group minutes: March 2026",
  text: "The kerbs were discussed.",
  officialRecord: null,
  findings: [{ code: "PERSON_IN_DOUBT", message: "Ada Quil may be Ada Quill." }],
  importedAt: "2026-03-05T09:00:00Z",
  access: "public",
};

onEachDatabase((open) => {
  test("a document is found by the hash of its bytes", async () => {
    const { db } = open();
    expect(await findDocument(db, minutes.sha256)).toBeUndefined();
    await db.transaction().execute((tx) => insertDocument(tx, minutes));
    const { id, title, name, findings } = minutes;
    const found = { id, title, name, findings, supersededBy: null };
    expect(await findDocument(db, minutes.sha256)).toEqual(found);
  });

  test("a superseded document stays and says by which", async () => {
    const { db } = open();
    const next = {
      ...minutes,
      id: "01990000-0000-7000-8000-000000000502",
      sha256: "cd".repeat(32),
    };
    await db.transaction().execute(async (tx) => {
      await insertDocument(tx, next);
      await supersedeDocument(tx, minutes.id, next.id);
    });
    expect(await findDocument(db, minutes.sha256)).toMatchObject({ supersededBy: next.id });
  });
});
