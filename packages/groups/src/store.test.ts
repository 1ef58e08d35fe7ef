import { onEachDatabase } from "@remit/database/testing";
import { expect, test } from "vitest";
import { insertGroup, saveMemberships, insertPersons, listGroups, listPersons } from "./store.ts";
import { ada, pavements, robin } from "./testing.ts";

onEachDatabase((open) => {
  test("a group, its people and who belongs to it read back as they were written", async () => {
    const { db } = open();
    const abroad = { ...pavements, zone: "Pacific/Auckland" };
    await db.transaction().execute(async (tx) => {
      await insertGroup(tx, abroad);
      await insertPersons(tx, [ada, robin]);
      await saveMemberships(tx, [
        {
          id: "01990000-0000-7000-8000-000000000020",
          version: 1,
          group: pavements.id,
          person: ada.id,
          role: "chair",
          position: null,
          from: "2025-03",
          to: null,
          asOf: null,
          endReason: null,
          assertion: { basis: "inferred", confidence: 0.5 },
          source: null,
        },
      ]);
    });
    expect(await listGroups(db)).toEqual([abroad]);
    expect(await listPersons(db)).toEqual([ada, robin]);
  });

  test("a time zone that the database does not know is refused by it", async () => {
    const { db } = open();
    const lost = { ...pavements, id: ada.id, slug: "lost", code: "LOST", zone: "Europe/Nowhere" };
    await expect(db.transaction().execute((tx) => insertGroup(tx, lost))).rejects.toThrow(
      "Europe/Nowhere",
    );
  });

  test("a person of the same slug is refused by the database", async () => {
    const { db } = open();
    const twin = { ...ada, id: "01990000-0000-7000-8000-000000000099" };
    await expect(db.transaction().execute((tx) => insertPersons(tx, [twin]))).rejects.toThrow(
      "person_slug_key",
    );
  });
});
