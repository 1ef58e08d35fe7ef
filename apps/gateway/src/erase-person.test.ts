import { type Db, erasedEntries } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { surroundings, verified } from "@remit/gateway";
import { everyRow, giveTokens } from "@remit/gateway/testing";
import { importDocument } from "@remit/import";
import { april } from "@remit/import/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let mo: string;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    await sql`update gateway.token set administrator = true where name = 'chair'`.execute(db);
    await take(
      "may.txt",
      april.replaceAll("April", "May").replaceAll("Mo Farrow", "Mo \u00a0FARROW"),
    );
    const july = april.replaceAll("April", "July");
    await take("july.txt", `${july}\nFarrow thanked everybody.\n`);
    await take("july.txt", july, true);
    const { rows } = await sql<{ id: string }>`select p.id from groups.person p
      join meetings.attendance a on a.person_id = p.id join meetings.meeting m on m.id = a.meeting_id
      where a.name ilike '%farrow%' and m.group_id = ${town.group} order by m.held_on limit 1`.execute(
      db,
    );
    mo = `Person:${rows[0]?.id}`;
    await giveTokens(db, {
      farrows: { role: "member", group: town.group, person: mo.slice("Person:".length) },
    });
  });
  afterAll(() => town.close());

  const take = (name: string, text: string, supersede = false) =>
    importDocument(
      db,
      { name, bytes: new TextEncoder().encode(text) },
      { supersede },
      surroundings,
    );
  const erase = (told: object = {}, caller = "chair") =>
    town.act(caller, "erasePerson", { id: mo, ...told });
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test.each(["anybody", "member", "secretariat"])("%s may not erase anybody", async (caller) => {
    expect(await erase({}, caller)).toMatchObject({ code: "NOT_PERMITTED" });
  });

  test("whoever the record has to name is kept, with the reasons", async () => {
    const refused = await erase();
    expect(refused).toMatchObject({ code: "MUST_BE_KEPT", path: ["id"] });
    expect(refused["message"]).toMatch(/is a member of a group: .*; and owns an action/u);
  });

  test("a name that somebody else has is not taken from them", async () => {
    await untie();
    expect(await erase({ texts: ["Quill"] })).toMatchObject({ code: "NAME_SHARED" });
    expect(await erase({ texts: ["Q"] })).toMatchObject({ code: "INVALID_INPUT" });
  });

  /** Who did something, as the journal has it. */
  const actors = async () => {
    const { rows } = await sql<{
      name: string;
      salt: string | null;
    }>`select distinct actor ->> 'name' as name,
      actor ->> 'salt' as salt from database.journal
      where actor ->> 'person' = ${mo.slice("Person:".length)}`.execute(db);
    return rows;
  };

  /** What keeps Mo in the record is ended, and the record gets texts of every kind with the name. */
  const untie = async () => {
    const { rows: memberships } = await sql<{ id: string }>`select id from groups.membership
      where person_id = ${mo.slice("Person:".length)}`.execute(db);
    for (const { id } of memberships)
      await town.act("chair", "endMembership", {
        id: `Membership:${id}`,
        on: "2026-05-20",
        reason: "Mo Farrow moved",
      });
    const { rows: actions } = await sql<{ id: string }>`select distinct a.id from actions.action a
      join actions.owner o on o.action_id = a.id where o.agent_id = ${mo.slice("Person:".length)}`.execute(
      db,
    );
    for (const { id } of actions) {
      await town.act("farrows", "reportAction", { id: `Action:${id}`, text: "It is mine" });
      await town.act("chair", "withdrawAction", {
        id: `Action:${id}`,
        reason: "Dr. Farrow, Mo, said so",
      });
    }
    const meeting = await town.meetingOn("2026-03-10");
    const minutes = await town.act("chair", "circulateMinutes", { meeting });
    expect(minutes).toMatchObject({ __typename: "Minutes" });
    const log = await town.act("chair", "takeActionLog", { meeting, on: "2026-05-10" });
    expect(log).toMatchObject({ __typename: "ActionLogSnapshot" });
    await town.raise("Write to mo.farrow@harbourside.example, says Mo\nFarrow", {
      idempotencyKey: "k",
    });
    const others = { id: mo, otherNames: [{ name: 'Maureen "Mo" Farrow', kind: "BIRTH" }] };
    await town.act("chair", "correctName", others);
  };

  test("INV-G14 INV-A15 INV-K8 somebody who asks for it is named nowhere any more, and what is kept is still provable", async () => {
    const noted = (await verified(db)).head;
    const before = await sql<{
      id: string;
      text: string;
    }>`select id, text from documents.document order by id`.execute(db);
    expect(await actors()).toContainEqual({ name: "Dr Mo Farrow", salt: expect.any(String) });
    const erased = await erase({ texts: ["the map man"] });
    expect(erased).toMatchObject({ id: mo });
    const all = await everyRow(db);
    const named = Object.entries(all).flatMap(([table, rows]) =>
      rows.filter((row) => /farrow/iu.test(row)).map((row) => `${table} ${row}`),
    );
    expect(named).toEqual([]);
    expect((await verified(db, noted)).problems).toEqual([]);
    expect((await erasedEntries(db)).length).toBeGreaterThan(5);
    expect(await actors()).toEqual([{ name: "[name erased]", salt: null }]);
    // Spans count in documents as before.
    const after = await sql<{
      id: string;
      text: string;
    }>`select id, text from documents.document order by id`.execute(db);
    const lengths = ({ rows }: typeof before) => rows.map(({ id, text }) => [id, text.length]);
    expect(lengths(after)).toEqual(lengths(before));
    const asked = `query ($id: ID!) { person(by: { id: $id }) { name erasedOn
      attendance(first: 9) { nodes { name } } } }`;
    const told = await town.send("chair", asked, { id: mo });
    expect(told.errors).toBeUndefined();
    expect(told.data["person"]).toMatchObject({
      name: "[name erased]",
      erasedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u),
      attendance: { nodes: expect.arrayContaining([{ name: "█████████" }]) },
    });
    // What was agreed to be so is agreed to be so still: the log has the hash of what is left of it.
    const log = await sql<{ id: string }>`select id from actions.log_snapshot`.execute(db);
    const agreed = await town.act("chair", "agreeActionLog", {
      id: `ActionLogSnapshot:${log.rows[0]?.id}`,
      meeting: await town.meetingOn("2026-05-14"),
    });
    expect(agreed).toMatchObject({ __typename: "ActionLogSnapshot" });
  });

  test("nobody names again who was erased, and what turns up later is taken out as well", async () => {
    expect(await town.act("chair", "correctName", { id: mo, name: "Mo Farrow" })).toMatchObject({
      code: "ERASED",
    });
    const shown = { id: mo, profile: "NAMED" };
    expect(await town.act("chair", "setPublicProfile", shown)).toMatchObject({ code: "ERASED" });
    expect(await erase()).toMatchObject({ id: mo, version: 3 });
    await town.raise("As Mo Farrow said");
    expect(await erase({ texts: ["Mo Farrow"] })).toMatchObject({ id: mo, version: 4 });
    expect(JSON.stringify(await everyRow(db))).not.toMatch(/Farrow/iu);
    await inOrder();
  });
}, "gateway");
