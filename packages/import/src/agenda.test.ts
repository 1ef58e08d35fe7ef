import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { march } from "./testing.ts";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { importDocument } from "./import.ts";
import type { Told } from "./incoming.ts";

const agenda = `Harbourside Pavements Working Group minutes: January 2027

Date of meeting: 12 January 2027
Time: 10:00
Location: Quay Hall

Agenda

1. Welcome and apologies
2. Damp kerbs (paper 7)
3. Any other business
`;
const minutes = march
  .replaceAll("10 March 2026", "12 January 2027")
  .replaceAll("March 2026", "January 2027");

const question = `{ group(by: {slug: "harbourside-pavements-working-group"}) { zone access: members { totalCount }
  nextMeeting { on startsAt location text meeting { slug status items { number heading outcome } papers { number } } announcedAt { heldOn } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let clock = "";
  const now = () => new Date(clock);
  beforeAll(async () => {
    ({ db } = open());
    desk = await openDesk(db, now);
  });
  beforeEach(async () => {
    clock = "2026-03-20T12:00:00Z";
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, documents.document, gateway.token cascade`.execute(db);
  });
  afterAll(() => desk.close());

  const take = (text: string, told: Told = {}) =>
    importDocument(db, { name: "a.txt", bytes: new TextEncoder().encode(text) }, told, {
      ...surroundings,
      now,
    });
  const next = async (caller = "anybody") => {
    const { data, errors } = await desk.send(caller, question);
    expect(errors).toBeUndefined();
    return data["group"]?.["nextMeeting"];
  };
  const meetings = async () => {
    const { rows } = await sql<{ id: string; status: string; access: string }>`
      select id, status, access from meetings.meeting order by held_on`.execute(db);
    return rows;
  };

  test("a document of a day to come schedules its meeting, with its items and nothing said or agreed", async () => {
    clock = "2026-12-01T12:00:00Z";
    expect(await take(agenda)).toMatchObject({
      created: {
        meeting: 1,
        item: 3,
        paper: 1,
        attendance: 0,
        contribution: 0,
        action: 0,
        person: 0,
      },
      findings: [{ code: "MEETING_TO_COME" }],
    });
    expect(await next()).toEqual({
      on: "2027-01-12",
      startsAt: "2027-01-12T10:00:00Z",
      location: "Quay Hall",
      text: null,
      meeting: {
        slug: "harbourside-pavements-working-group-2027-01-12",
        status: "SCHEDULED",
        items: [
          { number: "1", heading: "Welcome and apologies", outcome: "NOT_STATED" },
          { number: "2", heading: "Damp kerbs (paper 7)", outcome: "NOT_STATED" },
          { number: "3", heading: "Any other business", outcome: "NOT_STATED" },
        ],
        papers: [{ number: "7" }],
      },
      announcedAt: null,
    });
  });

  test("minutes dated in the future are of a meeting to come: nobody was there, and nothing is due", async () => {
    clock = "2026-12-01T12:00:00Z";
    expect(await take(minutes)).toMatchObject({
      created: { meeting: 1, attendance: 0, person: 0, membership: 0, action: 0 },
    });
  });

  test.each([
    // The last moment of 11 January in London, and the first of 12 January.
    { at: "2027-01-11T23:59:59Z", status: "scheduled" },
    { at: "2027-01-12T00:00:00Z", status: "held" },
  ])("by the calendar of the group, at $at a meeting of 12 January is $status", async (the) => {
    clock = the.at;
    await take(minutes);
    expect(await meetings()).toMatchObject([{ status: the.status }]);
  });

  test("minutes take the place of the agenda of their meeting without being told to", async () => {
    clock = "2026-12-01T12:00:00Z";
    await take(agenda, { access: "group" });
    const [scheduled] = await meetings();
    await expect(take(`${agenda}\n4. More\n`)).rejects.toMatchObject({ code: "MEETING_RECORDED" });
    clock = "2027-01-20T12:00:00Z";
    expect(await take(minutes)).toMatchObject({ outcome: "superseded", access: "group" });
    expect(await meetings()).toEqual([{ ...scheduled, status: "held" }]);
    await expect(take(`${minutes}\n`)).rejects.toMatchObject({ code: "MEETING_RECORDED" });
  });

  test("the next meeting is what the latest minutes announce, until its day is over or it is scheduled", async () => {
    await take(march);
    const announced = {
      on: "2026-04-14",
      startsAt: "2026-04-14T09:00:00Z",
      text: "The next meeting will be on 14 April 2026 at 10:00.",
      meeting: null,
      announcedAt: { heldOn: "2026-03-10" },
    };
    expect(await next()).toMatchObject(announced);
    clock = "2026-04-14T22:59:59Z";
    expect(await next()).toMatchObject(announced);
    clock = "2026-04-14T23:00:00Z";
    expect(await next()).toBeNull();
    await take(agenda);
    expect(await next()).toMatchObject({ on: "2027-01-12", text: null });
    clock = "2027-01-13T00:00:00Z";
    expect(await next()).toBeNull();
  });

  test("a month that is announced is to come until its last day", async () => {
    await take(march.replace("on 14 April 2026 at 10:00", "in April 2026"));
    clock = "2026-04-30T12:00:00Z";
    expect(await next()).toMatchObject({ on: "2026-04" });
    clock = "2026-05-01T12:00:00Z";
    expect(await next()).toBeNull();
  });

  test.each(["public", "group", "officials", "restricted"] as const)(
    "an import for %s makes everything so, and tells",
    async (access) => {
      expect(await take(march, { access })).toMatchObject({ access });
      for (const table of [
        "groups.group",
        "meetings.meeting",
        "meetings.item",
        "meetings.contribution",
        "meetings.paper",
        "actions.action",
        "documents.document",
      ]) {
        const { rows } = await sql<{ access: string }>`
          select distinct access from ${sql.table(table)}`.execute(db);
        const document = table === "documents.document" && access === "group";
        expect([table, rows]).toEqual([table, [{ access: document ? "officials" : access }]]);
      }
    },
  );

  test("what follows is for whom the group is, unless it is said; superseding keeps it", async () => {
    await take(march, { access: "group" });
    const april = march.replaceAll("10 March", "11 April").replaceAll("March 2026", "April 2026");
    expect(await take(april)).toMatchObject({ access: "group" });
    const may = march.replaceAll("10 March", "12 May").replaceAll("March 2026", "May 2026");
    expect(await take(may, { access: "restricted" })).toMatchObject({ access: "restricted" });
    expect(await take(`${may}\n`, { supersede: true })).toMatchObject({ access: "restricted" });
    expect((await meetings()).map(({ access }) => access)).toEqual([
      "group",
      "group",
      "restricted",
    ]);
  });

  test("a list of a meeting that the group's readers may not see makes nobody its member", async () => {
    await take(march, { access: "public" });
    const may = march.replaceAll("10 March", "12 May").replaceAll("March 2026", "May 2026");
    clock = "2026-06-01T12:00:00Z";
    await take(may.replace("Bela Novak", "Chidi Stone"), { access: "restricted" });
    const { rows } = await sql<{ name: string }>`select p.name from groups.membership s
      join groups.person p on p.id = s.person_id order by 1`.execute(db);
    expect(rows.map(({ name }) => name)).not.toContain("Chidi Stone");
  });

  test("an announcement is seen by whoever sees the meeting that makes it", async () => {
    await take(march, { access: "group" });
    await db.updateTable("groups.group").set({ access: "public" }).execute();
    const { id } = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { member: { role: "member", group: id } });
    expect(await next()).toBeNull();
    expect(await next("member")).toMatchObject({ on: "2026-04-14" });
  });

  test("an access is refused where the file says itself who may see what", async () => {
    const told = { access: "group" } as const;
    const file = { name: "links.json", bytes: new TextEncoder().encode(`{"contributions": []}`) };
    await expect(importDocument(db, file, told, surroundings)).rejects.toMatchObject({
      code: "ACCESS_NOT_TAKEN",
    });
  });

  test("two meetings of a group on one day are refused without a word that would lose one", async () => {
    await take(march);
    await expect(take(march.replace("Kerbs (paper 1)", "Lamps"))).rejects.toThrow(
      /If this document is of that very meeting.*may be gone/su,
    );
  });
}, "gateway");
