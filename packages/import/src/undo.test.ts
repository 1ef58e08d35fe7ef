import { harboursideJson } from "@remit/commitments/testing";
import type { Db } from "@remit/database";
import { forgetEntries, onOneDatabase } from "@remit/database/testing";
import { listDocuments } from "@remit/documents/store";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { verified } from "@remit/gateway";
import { everyRow } from "@remit/gateway/testing";
import { april, kerbLinks, march } from "./testing.ts";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { importDocument } from "./import.ts";
import type { Told } from "./incoming.ts";
import { undoImport } from "./undo.ts";

const moved = april.replaceAll("14 April", "21 April");
const mission = JSON.stringify(harboursideJson);

onOneDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openDesk(db);
  });
  beforeEach(async () => {
    await forgetEntries(db);
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, actions.log_snapshot, commitments.mission, documents.document, gateway.token,
      database.answer cascade`.execute(db);
  });
  afterAll(() => desk.close());

  const take = (text: string, name: string, told: Told = {}) =>
    importDocument(db, { name, bytes: new TextEncoder().encode(text) }, told, surroundings);
  const undo = (name: string) => undoImport(db, name, surroundings);
  /** Everything but the journal, which keeps all, and the documents, which stay and are counted. */
  const record = async () => {
    const rows = Object.entries(await everyRow(db));
    return Object.fromEntries(
      rows.filter(([table]) => !/^database\.(?:journal|turn)|^documents\.document$/u.test(table)),
    );
  };
  const secretariat = async () => {
    const { id } = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { secretariat: { role: "secretariat", group: id } });
  };
  const action = async (reference: string) => {
    const { id } = await db
      .selectFrom("actions.action")
      .select("id")
      .where("reference", "=", reference)
      .executeTakeFirstOrThrow();
    return `Action:${id}`;
  };
  const act = async (verb: string, input: object) =>
    expect(await desk.act("secretariat", verb, input)).not.toMatchObject({
      code: expect.anything(),
    });
  const dues = async () =>
    (
      await sql`select reference, due_kind, due_on, record -> 'due' as due from actions.action order by 1`.execute(
        db,
      )
    ).rows;
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test("an import that is undone leaves the record as it was, and may come again", async () => {
    const empty = await record();
    await take(march, "march.txt");
    const before = await record();
    await take(april, "april.txt");
    expect(await undo("april.txt")).toMatchObject({
      removed: { meeting: 1, action: 1, person: 2, attendance: 6 },
      restored: [],
    });
    expect(await record()).toEqual(before);
    await inOrder();
    expect(await take(april, "april.txt")).toMatchObject({ outcome: "created" });
    await undo("april.txt");
    expect(await undo("march.txt")).toMatchObject({ removed: { group: 1, action: 3 } });
    expect(await record()).toEqual(empty);
    await inOrder();
  });

  test.each([
    { what: "a mission", name: "mission.json", text: mission },
    { what: "links", name: "links.json", text: kerbLinks("HPWG-2026-03-A1") },
  ])("$what that is undone leaves the record as it was", async ({ name, text }) => {
    await take(march, "march.txt");
    if (name === "links.json") await take(mission, "mission.json");
    const before = await record();
    await take(text, name);
    await undo(name);
    expect(await record()).toEqual(before);
    await inOrder();
  });

  test("what was published is not without trace: the document is marked, the journal keeps the actions", async () => {
    await take(march, "march.txt");
    const id = (await action("HPWG-2026-03-A1")).split(":")[1];
    await undo("march.txt");
    expect(await listDocuments(db)).toMatchObject([
      { name: "march.txt", undoneAt: expect.stringMatching(/Z$/u) },
    ]);
    const { rows } = await sql`select version, verb, after ->> 'reference' as reference
      from database.journal where subject_id = ${id} order by version`.execute(db);
    expect(rows).toEqual([
      { version: 1, verb: "import", reference: "HPWG-2026-03-A1" },
      { version: 2, verb: "undo", reference: null },
    ]);
  });

  test("INV-A11 an action that followed the meeting is as it was before", async () => {
    await take(march, "march.txt");
    await secretariat();
    await act("rescheduleAction", {
      id: await action("HPWG-2026-03-A1"),
      due: { byNextMeeting: true },
      on: "2026-03-12",
      reason: "The group said so",
    });
    const before = await dues();
    await take(moved, "april.txt");
    expect(await dues()).not.toEqual(before);
    expect(await undo("april.txt")).toMatchObject({ restored: ["HPWG-2026-03-A1"] });
    expect(await dues()).toEqual(before);
    await inOrder();
  });

  const built = [
    {
      by: "a verb on an action of it",
      what: "HPWG-2026-04-A1 has changed since: startAction",
      build: async () => act("startAction", { id: await action("HPWG-2026-04-A1") }),
    },
    {
      by: "an action raised at it",
      what: "HPWG-2026-04-A2 was raised at the meeting by a verb: raiseAction",
      build: async () =>
        act("raiseAction", {
          meeting: `Meeting:${(await db.selectFrom("meetings.meeting").select("id").where("held_on", "=", "2026-04-14").executeTakeFirstOrThrow()).id}`,
          text: "Sam to paint",
          ownerNotStated: true,
        }),
    },
    {
      by: "links",
      what: "HPWG-2026-04-A1 contributes to dropped-kerbs",
      build: async () => {
        await take(mission, "mission.json");
        await take(kerbLinks("HPWG-2026-04-A1"), "links.json");
      },
    },
    {
      by: "a log taken for it",
      what: /the action log of .* was taken for the meeting/u,
      build: async () =>
        act("takeActionLog", {
          meeting: `Meeting:${(await db.selectFrom("meetings.meeting").select("id").where("held_on", "=", "2026-04-14").executeTakeFirstOrThrow()).id}`,
        }),
    },
    {
      by: "an action that waits for one of it",
      what: "HPWG-2026-03-A1",
      build: async () =>
        act("addActionDependency", {
          id: await action("HPWG-2026-03-A1"),
          after: await action("HPWG-2026-04-A1"),
        }),
    },
  ];
  test.each(built)("what $by has built upon is not undone", async ({ what, build }) => {
    await take(march, "march.txt");
    await take(april, "april.txt");
    await secretariat();
    await build();
    const before = await everyRow(db);
    await expect(undo("april.txt")).rejects.toMatchObject({
      code: "BUILT_UPON",
      message: expect.stringMatching(what),
    });
    expect(await everyRow(db)).toEqual(before);
  });

  test("a mission that links lean on is not undone", async () => {
    await take(march, "march.txt");
    await take(mission, "mission.json");
    await take(kerbLinks("HPWG-2026-03-A1"), "links.json");
    await expect(undo("mission.json")).rejects.toThrow(
      /HPWG-2026-03-A1 contributes to dropped-kerbs/u,
    );
  });

  test("a mission whose target was revised since is not undone", async () => {
    await take(march, "march.txt");
    await take(mission, "mission.json");
    await secretariat();
    const { id } = await db
      .selectFrom("commitments.target")
      .select("id")
      .where("position", "=", 1)
      .executeTakeFirstOrThrow();
    await act("withdrawTarget", { id: `Target:${id}`, reason: "Nobody counts" });
    await expect(undo("mission.json")).rejects.toThrow(
      /a target of it has changed since: withdrawTarget/u,
    );
  });

  test("a document that took another's place, or lost its own, is not undone", async () => {
    await take(march, "march.txt");
    await take(`${march}\n`, "again.txt", { supersede: true });
    await expect(undo("march.txt")).rejects.toMatchObject({ code: "DOCUMENT_SUPERSEDED" });
    await expect(undo("again.txt")).rejects.toMatchObject({ code: "DOCUMENT_SUPERSEDES" });
  });

  test("what is not there, what is undone and what several have the name of is refused", async () => {
    await expect(undo("none.txt")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await take(march, "minutes.txt");
    await take(april, "minutes.txt");
    await expect(undo("minutes.txt")).rejects.toMatchObject({ code: "SEVERAL" });
    const [, last] = await listDocuments(db);
    await undo(`Document:${last?.id}`);
    await expect(undo(last?.id ?? "")).rejects.toMatchObject({ code: "UNDONE" });
  });

  test("a person whom other minutes name stays, and so do the roles that other minutes show", async () => {
    await take(march, "march.txt");
    await take(april, "april.txt");
    await undo("march.txt");
    const { rows } = await sql<{ name: string; as_of: string }>`select p.name, s.as_of
      from groups.membership s join groups.person p on p.id = s.person_id order by 1`.execute(db);
    expect(rows.map(({ name }) => name)).toContain("Ada Quill");
    expect(new Set(rows.map(({ as_of }) => as_of))).toEqual(new Set(["2026-04-14"]));
    await inOrder();
  });
}, "gateway");
