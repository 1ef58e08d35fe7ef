import { type Db, verifyJournal } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { gateway } from "@remit/gateway";
import { everyRow } from "@remit/gateway/testing";
import { april, march } from "./testing.ts";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { importDocument } from "./import.ts";

// The minutes of March say that the next meeting is on 14 April at 10:00.
const moved = march.replace("on 14 April 2026 at", "on 21 April 2026 at");
const may = april.replaceAll("14 April", "12 May").replaceAll("April 2026", "May 2026");

onEachDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    ({ db } = open());
    await take(march);
    const group = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { secretariat: { role: "secretariat", group: group.id } });
    desk = await openDesk(db);
  });
  afterAll(() => desk.close());

  const take = (text: string, told = {}) =>
    importDocument(
      db,
      { name: "minutes.txt", bytes: new TextEncoder().encode(text) },
      told,
      surroundings,
    );

  const revise = async (reference: string, due: object, on: string) => {
    const { id } = await db
      .selectFrom("actions.action")
      .select("id")
      .where("reference", "=", reference)
      .executeTakeFirstOrThrow();
    const facts = { id: `Action:${id}`, due, on, reason: "The group said so" };
    expect(await desk.act("secretariat", "rescheduleAction", facts)).toMatchObject({
      __typename: "Action",
    });
  };

  const dueOf = async (reference: string) => {
    const { data } = await desk.send(
      "anybody",
      `query ($reference: String!) { action(by: {reference: $reference}) {
        version due { kind on inWords }
        dueRevisions { reason on by { name } }
        history { nodes { version verb by at } } } }`,
      { reference },
    );
    return data["action"];
  };

  const inOrder = async () => expect(await verifyJournal(db, gateway.journalled)).toEqual([]);

  test("INV-A11 what is due by the next meeting follows it from its notice to its minutes", async () => {
    await revise("HPWG-2026-03-A1", { byNextMeeting: true }, "2026-03-12");
    await revise("HPWG-2026-03-A2", { date: "2026-04-14" }, "2026-03-12");
    expect(await dueOf("HPWG-2026-03-A1")).toMatchObject({
      due: { kind: "BY_MEETING", on: "2026-04-14" },
    });

    await take(moved, { supersede: true });
    await revise("HPWG-2026-03-A3", { byNextMeeting: true }, "2026-03-12");
    expect(await dueOf("HPWG-2026-03-A3")).toMatchObject({ due: { on: "2026-04-21" } });
    expect(await dueOf("HPWG-2026-03-A1")).toMatchObject({
      due: {
        kind: "BY_MEETING",
        on: "2026-04-21",
        inWords: "by the next meeting (21 April 2026)",
      },
    });
    await inOrder();

    await take(april);
    const followed = await dueOf("HPWG-2026-03-A1");
    expect(followed).toMatchObject({
      version: 5,
      due: {
        kind: "BY_MEETING",
        on: "2026-04-14",
        inWords: expect.stringMatching(/^by .*April 2026 \(14 April 2026\)$/u),
      },
      dueRevisions: [
        { reason: "The group said so" },
        {
          reason: "The next meeting is on 2026-04-21, no longer on 2026-04-14",
          on: "2026-03-12",
          by: { name: "remit import" },
        },
        {
          reason: expect.stringMatching(/ is on 2026-04-14, no longer on 2026-04-21$/u),
          on: "2026-04-14",
          by: { name: "remit import" },
        },
      ],
      history: {
        nodes: [
          { version: 1 },
          { version: 2 },
          { version: 3, verb: "import" },
          { version: 4, verb: "import", at: "2026-03-12T00:00:00Z" },
          // British Summer Time has begun.
          { version: 5, verb: "import", by: "remit import", at: "2026-04-13T23:00:00Z" },
        ],
      },
    });
    expect(await dueOf("HPWG-2026-03-A2")).toMatchObject({
      due: { kind: "DATE", on: "2026-04-14" },
      dueRevisions: [{ reason: "The group said so" }],
    });
    await inOrder();

    const before = await everyRow(db);
    await take(april);
    expect(await everyRow(db)).toEqual(before);
    await take(`${april}\n`, { supersede: true });
    await take(may);
    expect(await dueOf("HPWG-2026-03-A1")).toEqual(followed);
    await inOrder();
  });

  test("INV-A11 the next meeting gives its day at once where that is known", async () => {
    const due = { byNextMeeting: true };
    const { id: meeting } = await db
      .selectFrom("meetings.meeting")
      .select("id")
      .where("held_on", "=", "2026-03-10")
      .executeTakeFirstOrThrow();
    const facts = { meeting: `Meeting:${meeting}`, text: "Sam to dig", ownerNotStated: true, due };
    const { id } = await desk.act("secretariat", "raiseAction", facts);
    await desk.act("secretariat", "splitAction", {
      id,
      reason: "x",
      parts: [{ text: "Half", due }, { text: "The other half" }],
    });
    await revise("HPWG-2026-03-A5", due, "2026-04-14");
    await revise("HPWG-2026-03-A2", due, "2026-05-12");
    const set = ["HPWG-2026-03-A4", "HPWG-2026-03-A5", "HPWG-2026-03-A2"].map(dueOf);
    expect(await Promise.all(set)).toMatchObject([
      { due: { inWords: expect.stringContaining("April 2026 (14 April 2026)") } },
      { due: { inWords: expect.stringContaining("May 2026 (12 May 2026)") } },
      { due: { inWords: "by the next meeting" } },
    ]);
    await inOrder();
  });

  test("INV-A11 minutes of a meeting before the due was set change nothing", async () => {
    await revise("HPWG-2026-03-A3", { byNextMeeting: true }, "2026-05-20");
    const before = await dueOf("HPWG-2026-03-A3");
    expect(before).toMatchObject({ due: { kind: "BY_MEETING", on: null } });
    await take(may.replaceAll("12 May", "3 February").replaceAll("May 2026", "February 2026"));
    expect(await dueOf("HPWG-2026-03-A3")).toEqual(before);
    await inOrder();
  });
}, "gateway");
