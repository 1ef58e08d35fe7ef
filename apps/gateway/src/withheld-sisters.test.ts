import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument, undoImport } from "@remit/import";
import { surroundings } from "@remit/gateway";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

// Who is shown by role alone, and what is not for everybody, in places that came after the rule.

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let group = "";
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    group = `Group:${town.group}`;
  });
  afterAll(() => town.close());

  const done = async (verb: string, input: object, caller = "secretariat") => {
    const answer = await town.act(caller, verb, input);
    expect(answer).not.toHaveProperty("code");
    return String(answer["id"]);
  };
  const personCalled = async (name: string) => {
    const { rows } = await sql<{
      id: string;
    }>`select id from groups.person where name = ${name}`.execute(db);
    return `Person:${rows[0]?.id}`;
  };
  const held = async (day: string) =>
    done("scheduleMeeting", { group, starts: { local: `${day}T10:00` }, on: "2026-05-01" });

  test("INV-G12: a surname is withheld in versions of minutes as in their parts", async () => {
    const person = await personCalled("Robin Vale");
    const id = await held("2026-06-09");
    await done("openMeeting", { id, on: "2026-06-09" });
    await done("recordAttendance", { meeting: id, person });
    const item = await done("addItem", { meeting: id, heading: "Kerbs" });
    const said = await done("recordContribution", { item, text: "Vale thanked everybody." });
    await done("endMeeting", { id });
    const minutes = await done("circulateMinutes", { meeting: id });
    await done("publishMinutes", { id: minutes, asDraft: true });
    const readBy = async (caller: string) => {
      const query = `query ($minutes: ID!, $said: ID!) {
        minutes: node(id: $minutes) { ... on Minutes { texts { content } } }
        said: node(id: $said) { ... on Contribution { text } } }`;
      const { data, errors } = await town.send(caller, query, { minutes, said });
      expect(errors).toBeUndefined();
      return JSON.stringify(data);
    };
    expect(await readBy("anybody")).toContain("Vale thanked everybody.");
    await done("setPublicProfile", { id: person, profile: "ROLE_ONLY" });
    expect(await readBy("anybody")).not.toContain("Vale");
    expect(await readBy("anybody")).toContain("[name withheld] thanked everybody.");
    expect(await readBy("secretariat")).toContain("Vale thanked everybody.");
  });

  test("INV-G12: whoever keeps the record of a group names its member whom only they know in a verb, and nobody else does", async () => {
    const person = await personCalled("Chidi Stone");
    await done("setPublicProfile", { id: person, profile: "ROLE_ONLY" });
    const owners = [{ agent: { person } }];
    const meeting = await town.meetingOn("2026-04-14");
    const raise = { meeting, text: "Chidi Stone to count kerbs", owners };
    for (const caller of ["secretariat", "chair"])
      expect(await town.act(caller, "raiseAction", raise)).toMatchObject({ version: 1 });
    const other = { group: `Group:${town.hill}`, person, from: "2026-05-01" };
    expect(await town.act("stranger", "addMember", other)).toMatchObject({ code: "NOT_FOUND" });
  });

  test("a refusal does not tell of a meeting that its reader may not see", async () => {
    const id = await held("2098-06-10");
    await sql`update meetings.meeting set title = 'Heron meeting', access = 'officials'
      where id = ${id.slice("Meeting:".length)}`.execute(db);
    const again = { group, starts: { local: "2098-06-10T10:00" } };
    const answer = await town.act("chair", "scheduleMeeting", again);
    expect(answer).toMatchObject({ code: "MEETING_THERE" });
    expect(JSON.stringify(answer)).not.toContain("Heron");
    expect(JSON.stringify(answer)).not.toContain(id.slice("Meeting:".length));
  });

  test.each<[string, (meeting: string) => Promise<unknown>]>([
    [
      "terms of reference",
      async (meeting) => {
        const id = await done("draftTermsOfReference", { group, purpose: "Pavements" });
        return done("agreeTermsOfReference", { id, meeting });
      },
    ],
    [
      "the minutes of another meeting",
      async (meeting) => {
        const before = await held("2026-05-12");
        await done("endMeeting", { id: before, on: "2026-05-12", attendanceNotStated: true });
        const id = await done("circulateMinutes", { meeting: before });
        return done("agreeMinutes", { id, meeting });
      },
    ],
    [
      "who is a deputy at it",
      async (meeting) => {
        const { rows } = await sql<{ id: string }>`select id from groups.membership
          where group_id = ${town.group} and role = 'member' order by id limit 1`.execute(db);
        const membership = `Membership:${rows[0]?.id}`;
        const scope = { meeting };
        return done("nominateDeputy", {
          membership,
          person: await personCalled("Ada Quill"),
          scope,
        });
      },
    ],
    [
      "an action log",
      async (meeting) => {
        const id = await done("takeActionLog", {
          meeting: await town.meetingOn("2026-04-14"),
          on: "2026-05-01",
        });
        return done("agreeActionLog", { id, meeting });
      },
    ],
  ])("a document is not undone once its meeting has settled %s", async (what, agree) => {
    const day =
      { "terms of reference": "07", "an action log": "08", "who is a deputy at it": "10" }[what] ??
      "09";
    const text = `Harbourside Pavements Working Group minutes: July 2026

Minutes from the meeting of the group on ${day} July 2026.

Attendees and apologies

Group members:

  • Ada Quill (Chair), Harbour Trust

Items and actions

Kerbs

Ada Quill said that the kerbs are dry.
`;
    const name = `${day}.txt`;
    const bytes = new TextEncoder().encode(text);
    await importDocument(db, { name, bytes }, {}, surroundings);
    await agree(await town.meetingOn(`2026-07-${day}`));
    await expect(undoImport(db, name, surroundings)).rejects.toMatchObject({
      code: "BUILT_UPON",
    });
  });
}, "gateway");
