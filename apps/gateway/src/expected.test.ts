import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const asked = `query ($id: ID!) { meeting(by: {id: $id}) { previous { heldOn }
  expected(first: 50) { totalCount nodes { person { name } membership { role } attendance { status capacity } } }
  quorum { check { __typename ... on QuorumCheck { present required isQuorate }
    ... on QuorumNotComputable { reason } } } } }`;
const summary = `query ($id: ID!, $from: Date, $to: Date) { group(by: {id: $id}) {
  attendanceSummary(from: $from, to: $to, first: 50) { totalCount
    nodes { person { name } meetings present apologies absent notStated deputised } } } }`;

interface Named {
  readonly person: { readonly name: string } | null;
}
interface Expected extends Named {
  readonly attendance: object | null;
}

const namesOf = (nodes: readonly Named[]) =>
  nodes.flatMap(({ person }) => person?.name ?? []).toSorted((a, b) => a.localeCompare(b));

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

  const read = async (caller: string, query: string, variables: object) => {
    const { data, errors } = await town.send(caller, query, variables);
    expect(errors).toBeUndefined();
    return Object(data);
  };
  const meetingAs = async (caller: string, id: string) =>
    (await read(caller, asked, { id }))["meeting"];
  const done = async (verb: string, input: object) => {
    const answer = await town.act("secretariat", verb, input);
    expect(answer).not.toHaveProperty("code");
    return String(answer["id"]);
  };

  const check = async (caller: string, id: string) =>
    (await meetingAs(caller, id))["quorum"]?.["check"];

  test("INV-M8 each member of the day is expected, whatever the record says of them", async () => {
    const march = await town.meetingOn("2026-03-10");
    const { id } = await db
      .selectFrom("groups.membership")
      .select("id")
      .where("person_id", "=", (await personCalled("Robin Vale")).slice("Person:".length))
      .executeTakeFirstOrThrow();
    await done("dateMembership", { id: `Membership:${id}`, from: "2026-03-01", on: "2026-04-20" });
    const { expected, previous } = await meetingAs("anybody", march);
    expect(previous).toBeNull();
    expect(namesOf(expected.nodes)).toEqual([
      "Ada Quill",
      "Bela Novak",
      "Dr Mo Farrow",
      "Robin Vale",
      "Sam Okoro",
    ]);
    const robin = expected.nodes.find((each: Named) => each.person?.name === "Robin Vale");
    expect(robin).toMatchObject({
      membership: { role: "MEMBER" },
      attendance: { status: "APOLOGIES" },
    });
    const april = await town.meetingOn("2026-04-14");
    expect(await meetingAs("anybody", april)).toMatchObject({ previous: { heldOn: "2026-03-10" } });
  });

  test("INV-M11 the quorum is that of the terms in force on the day of the meeting", async () => {
    const march = await town.meetingOn("2026-03-10");
    const april = await town.meetingOn("2026-04-14");
    expect(await check("anybody", march)).toEqual({
      __typename: "QuorumNotComputable",
      reason: "NO_RULE",
    });
    const id = await done("draftTermsOfReference", {
      group,
      on: "2026-03-01",
      purpose: "To make the pavements passable",
      quorum: { percent: 100, countsDeputies: false },
    });
    expect(await check("secretariat", march)).toMatchObject({ reason: "NO_RULE" });
    await done("agreeTermsOfReference", { id, meeting: march, on: "2026-03-10" });
    expect(await check("anybody", march)).toMatchObject({
      present: 4,
      required: 5,
      isQuorate: false,
    });
    expect(await check("anybody", april)).toEqual({
      __typename: "QuorumCheck",
      present: 5,
      required: 7,
      isQuorate: false,
    });
  });

  test("a meeting to come has no quorum yet, and expects the members of its day", async () => {
    const starts = { local: "2026-05-12T10:00" };
    const id = await done("scheduleMeeting", { group, starts });
    const { quorum, expected } = await meetingAs("anybody", id);
    expect(quorum).toBeNull();
    expect(expected.totalCount).toBeGreaterThan(4);
    expect(expected.nodes.map((each: Expected) => each.attendance)).not.toContainEqual(
      expect.anything(),
    );
  });

  test("what is being minuted counts for whoever keeps the record alone", async () => {
    const id = await done("scheduleMeeting", { group, starts: { local: "2026-04-20T10:00" } });
    await done("openMeeting", { id, on: "2026-04-20" });
    const before = await attendedBy("anybody", "Ada Quill");
    await done("recordAttendance", {
      meeting: id,
      person: await personCalled("Ada Quill"),
      on: "2026-04-20",
    });
    await done("endMeeting", { id, on: "2026-04-20" });
    for (const caller of ["anybody", "member", "stranger"]) {
      const { quorum, expected } = await meetingAs(caller, id);
      expect(quorum).toBeNull();
      expect(expected.nodes.map((each: Expected) => each.attendance)).not.toContainEqual(
        expect.anything(),
      );
      expect(await attendedBy(caller, "Ada Quill")).toEqual({
        ...before,
        meetings: before.meetings + 1,
        notStated: before.notStated + 1,
      });
    }
    expect(await check("secretariat", id)).toMatchObject({ reason: "ATTENDANCE_NOT_STATED" });
    expect(await attendedBy("chair", "Ada Quill")).toEqual({
      ...before,
      meetings: before.meetings + 1,
      present: before.present + 1,
    });
    await done("circulateMinutes", { meeting: id, on: "2026-04-21" });
    expect(await attendedBy("member", "Ada Quill")).toMatchObject({ present: before.present + 1 });
    expect(await attendedBy("anybody", "Ada Quill")).toMatchObject({ present: before.present });
  });

  test.each([
    ["any", null, null, 2],
    ["from a day on", "2026-04-01", null, 1],
    ["until a day", null, "2026-03-31", 1],
    ["between two days", "2026-03-11", "2026-04-13", 0],
  ])("attendance is counted over the meetings of a period: %s", async (_, from, to, meetings) => {
    const found = await attendedBy("anybody", "Dr Mo Farrow", { from, to: to ?? "2026-04-14" });
    expect(found?.meetings ?? 0).toBe(meetings);
  });

  test("who belongs to a group for officials is not told by a meeting that is public", async () => {
    const march = await town.meetingOn("2026-03-10");
    const hide = (access: string) =>
      sql`update groups.group set access = ${access} where id = ${town.group}`.execute(db);
    await hide("officials");
    for (const caller of ["anybody", "stranger"])
      expect(await meetingAs(caller, march)).toMatchObject({
        expected: { totalCount: 0, nodes: [] },
        quorum: null,
      });
    await hide("public");
    expect(await meetingAs("anybody", march)).toMatchObject({ expected: { totalCount: 5 } });
  });

  const attendedBy = async (caller: string, name: string, period: object = {}) => {
    const { group: found } = await read(caller, summary, { id: group, ...period });
    const { person: _, ...counts } =
      found.attendanceSummary.nodes.find((each: Named) => each.person?.name === name) ?? {};
    return counts;
  };
  const personCalled = async (name: string) => {
    const { id } = await db
      .selectFrom("groups.person")
      .select("id")
      .where("name", "=", name)
      .executeTakeFirstOrThrow();
    return `Person:${id}`;
  };
}, "gateway");
