import type { Db, Tx } from "@remit/database";
import { forgetEntries, serverDatabase, type TestDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { march } from "./testing.ts";
import { importDocument, importWithin } from "./import.ts";
import type { Told } from "./incoming.ts";

/** Minutes of a meeting at which these people were. */
const minutesOf = (group: string, month: string, people: readonly string[]) =>
  `${group} minutes: ${month} 2026

Minutes from the meeting of the group on 10 ${month} 2026.

Attendees and apologies

Group members:

${people.map((name) => `  • ${name}, Tram Users`).join("\n")}

Items and actions

Welcome

The Chair welcomed all. Action: ${people[0]} to send the map to members
`;

const trams = minutesOf("Harbourside Trams Working Group", "March", ["Lea Brook", "Tom Ash"]);
const ferries = minutesOf("Harbourside Ferries Working Group", "March", ["Kit Marsh", "Una Reed"]);
const buses = minutesOf("Harbourside Buses Working Group", "March", ["Lea Brook", "Una Reed"]);

const file = (text: string) => ({ name: "minutes.txt", bytes: new TextEncoder().encode(text) });
const within = (tx: Tx, text: string, told: Told = {}) =>
  importWithin(tx, file(text), told, surroundings);

// The embedded database has one connection: there, everybody waits for everybody.
describe.skipIf("missing" in inject("templates").postgres)("on PostgreSQL", () => {
  let database: TestDatabase;
  let db: Db;
  beforeAll(async () => {
    database = await serverDatabase("gateway");
    ({ db } = database);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await forgetEntries(db);
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, documents.document cascade`.execute(db);
  });

  const take = (text: string, told: Told = {}) =>
    importDocument(db, file(text), told, surroundings);

  /** What comes of a second import while the first is held open; it waits a moment, and no longer. */
  const beside = (first: string, second: string, told: Told = {}) =>
    db.transaction().execute(async (held) => {
      await within(held, first);
      return db.transaction().execute(async (tx) => {
        await sql`set local lock_timeout = '1s'`.execute(tx);
        return (await within(tx, second, told)).outcome;
      });
    });
  const persons = async () => {
    const rows = await db.selectFrom("groups.person").select("name").orderBy("name").execute();
    return rows.map(({ name }) => name);
  };

  test.each([
    { what: "groups that are new", known: [] },
    { what: "groups that are known", known: ["trams", "ferries"] },
  ])("an import waits for none of another group: $what", async ({ known }) => {
    const february = {
      trams: trams.replaceAll("March", "February"),
      ferries: ferries.replaceAll("March", "February"),
    };
    for (const each of known) await take(each === "trams" ? february.trams : february.ferries);
    expect(await beside(trams, ferries)).toBe("created");
    expect(await persons()).toEqual(["Kit Marsh", "Lea Brook", "Tom Ash", "Una Reed"]);
  });

  test.each([
    { what: "that lists one of the same people", second: buses },
    {
      what: "of the same group",
      second: trams.replaceAll("March", "April").replaceAll(/Lea Brook|Tom Ash/gu, "Jo Fell"),
    },
    { what: "of the same bytes", second: trams },
  ])("an import waits for one $what", async ({ second }) => {
    await expect(beside(trams, second)).rejects.toThrow("lock timeout");
  });

  test("imports of different groups at once make one person of one name", async () => {
    const report = await Promise.all([take(trams), take(buses), take(ferries)]);
    expect(report.map(({ outcome }) => outcome)).toEqual(["created", "created", "created"]);
    expect(await persons()).toEqual(["Kit Marsh", "Lea Brook", "Tom Ash", "Una Reed"]);
  });

  test("two documents that take the place of one at once leave one meeting, whose actions are there once", async () => {
    await take(march);
    const corrected = ["half", "a third"].map((share) =>
      march.replace("half of the crossings have", `${share} of all crossings have`),
    );
    const reports = await Promise.all(corrected.map((text) => take(text, { supersede: true })));
    expect(reports.map(({ outcome }) => outcome)).toEqual(["superseded", "superseded"]);
    const meetings = await db.selectFrom("meetings.meeting").select("id").execute();
    expect(meetings).toHaveLength(1);
    const actions = await db
      .selectFrom("actions.action")
      .select(["reference", "status"])
      .orderBy("reference")
      .execute();
    expect(actions).toEqual(
      ["A1", "A2", "A3"].map((number) => ({ reference: `HPWG-2026-03-${number}`, status: "open" })),
    );
    const standing = await db
      .selectFrom("documents.document")
      .select("id")
      .where("superseded_by", "is", null)
      .execute();
    expect(standing).toHaveLength(1);
  });
});
