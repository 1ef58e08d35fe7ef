import { createHash } from "node:crypto";
import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { verified } from "@remit/gateway";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const said = (name: string) => ({ speakers: [{ mention: "the Chair", name }] });
const numbering = `query ($id: ID!) { node(id: $id) { ... on Meeting { ordinal ordinalBasis
  numbered { reason } findings { code stated expected } } } }`;

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

  const read = async (caller: string, query: string, variables: object = {}) => {
    const { data, errors } = await town.send(caller, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const act = (verb: string, input: object) => town.act("secretariat", verb, input);
  const done = async (verb: string, input: object) => {
    const answer = await act(verb, input);
    expect(answer).not.toHaveProperty("code");
    return String(answer["id"]);
  };
  const personCalled = async (name: string) => {
    const { id } = await db
      .selectFrom("groups.person")
      .select("id")
      .where("name", "=", name)
      .executeTakeFirstOrThrow();
    return `Person:${id}`;
  };
  /** A meeting in session, with items. */
  const opened = async (on: string, ...headings: string[]) => {
    const meeting = await done("scheduleMeeting", { group, starts: { local: `${on}T10:00` } });
    const items: string[] = [];
    for (const heading of headings) items.push(await done("addItem", { meeting, heading }));
    await done("openMeeting", { id: meeting, on });
    return { meeting, items };
  };
  const held = async (on: string) => {
    const meeting = await done("scheduleMeeting", { group, starts: { local: `${on}T10:00` } });
    return done("endMeeting", { id: meeting, on, attendanceNotStated: true });
  };

  const stated = async (id: string) => (await read("chair", numbering, { id }))["node"];

  const record = `query ($id: ID!) { node(id: $id) { ... on Meeting {
    chair { name } roles { name fromItem { heading } }
    items { heading chair { name person { name } } contributions { speakers { mention name } } }
    attendance { name presence { fromItem { heading } toItem { heading } arrivedAt leftAt } }
    findings { code message stated expected item { heading } speaker { name } } } } }`;

  test("INV-M6, INV-M31 a meeting is minuted live: who came and went, who chaired, and who spoke for what", async () => {
    const on = "2026-06-02";
    const { meeting, items } = await opened(on, "Kerbs", "Gulls", "Lamps");
    const [kerbs, gulls, lamps] = items;
    const [ada, robin] = [await personCalled("Ada Quill"), await personCalled("Robin Vale")];
    const chair = await done("recordAttendance", { meeting, person: ada });
    await done("recordAttendance", {
      meeting,
      person: robin,
      arrived: { fromItem: gulls, arrivedAt: "10:20" },
    });
    await done("takeChair", { meeting, person: ada });
    await done("takeChair", { meeting, person: robin, fromItem: lamps });
    const text = "That is agreed.";
    for (const item of items)
      await done("recordContribution", { item, text, speakers: [{ chair: true }] });
    expect(await act("takeChair", { meeting, person: robin })).toMatchObject({
      code: "CHAIR_THERE",
    });
    await done("recordContribution", { item: kerbs, text: "Wait!", speakers: [{ person: robin }] });
    await done("recordDeparture", { id: chair, item: gulls, at: "11:05" });
    expect(await act("recordDeparture", { id: chair, item: lamps })).toMatchObject({
      code: "INV-M12",
    });
    expect(await act("correctAttendance", { id: chair, status: "APOLOGIES" })).toMatchObject({
      code: "INV-M5",
    });
    const told = {
      chair: { name: "Ada Quill" },
      roles: [
        { name: "Ada Quill", fromItem: null },
        { name: "Robin Vale", fromItem: { heading: "Lamps" } },
      ],
      items: [
        { chair: { name: "Ada Quill" }, contributions: [said("Ada Quill"), {}] },
        { chair: { name: "Ada Quill" }, contributions: [said("Ada Quill")] },
        { chair: { person: { name: "Robin Vale" } }, contributions: [said("Robin Vale")] },
      ],
      attendance: [
        { name: "Ada Quill", presence: [{ toItem: { heading: "Gulls" }, leftAt: "11:05" }] },
        { name: "Robin Vale", presence: [{ fromItem: { heading: "Gulls" }, arrivedAt: "10:20" }] },
      ],
    };
    expect((await read("chair", record, { id: meeting }))["node"]).toMatchObject({
      ...told,
      findings: [
        {
          code: "SPEAKER_NOT_RECORDED_PRESENT",
          item: { heading: "Kerbs" },
          speaker: { name: "Robin Vale" },
        },
      ],
    });
    // All of it is a draft until the minutes are circulated.
    expect((await read("member", record, { id: meeting }))["node"]).toMatchObject({
      chair: null,
      roles: [],
      attendance: [],
      findings: [],
    });
    await done("endMeeting", { id: meeting, on });
    const minutes = await done("circulateMinutes", { meeting });
    await done("publishMinutes", { id: minutes, asDraft: true });
    const everybody = (await read("anybody", record, { id: meeting }))["node"];
    expect(everybody).toMatchObject({ ...told, findings: [] });
    const asked = `query ($group: String!) { whoChaired(group: $group, on: "${on}") { nodes { name fromItem { heading } } } }`;
    const { slug } = await db
      .selectFrom("groups.group")
      .select("slug")
      .where("id", "=", town.group)
      .executeTakeFirstOrThrow();
    expect(await read("anybody", asked, { group: slug })).toEqual({
      whoChaired: { nodes: told.roles },
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("INV-M1, INV-M2 a number that does not follow is a finding, with both, and the stated one stays", async () => {
    const april = await town.meetingOn("2026-04-14");
    expect(
      await act("numberMeeting", { id: april, ordinal: 4, reason: "As counted" }),
    ).toMatchObject({ __typename: "Meeting" });
    const may = await held("2026-05-05");
    expect(await act("numberMeeting", { id: may, ordinal: 4, reason: "x" })).toMatchObject({
      code: "INV-M1",
    });
    expect(await act("numberMeeting", { id: may, ordinal: 6 })).toMatchObject({ code: "INV-M1" });
    await done("numberMeeting", { id: may, ordinal: 6, reason: "One was never minuted" });
    expect(await stated(may)).toEqual({
      ordinal: 6,
      ordinalBasis: "EDITED",
      numbered: { reason: "One was never minuted" },
      findings: [],
    });
    // As minutes would state it, without a reason.
    await db
      .updateTable("meetings.meeting")
      .set({ ordinal: 9, ordinal_basis: "stated" })
      .where("id", "=", (await held("2026-05-19")).slice("Meeting:".length))
      .execute();
    expect(await stated(await town.meetingOn("2026-05-19"))).toMatchObject({
      ordinal: 9,
      findings: [{ code: "ORDINAL_MISMATCH", stated: 9, expected: 7 }],
    });
  });

  const register = `query ($group: String!, $due: Date!) {
    decisionRegister(filter: {group: $group, reviewDueBy: $due}) { totalCount nodes { status reviewOn
      carriedOutBy { id } reviews { text } quotes { where text diverges } implemented { how }
      decision { text textHash registered { status } } } }
    undertakings(filter: {group: $group, dueBy: $due}) { totalCount nodes { status text sentence due
      who { name } to { name } kept { how through { id } } contribution { text } history { nodes { verb } } } } }`;

  test("INV-M30 what was decided and undertaken is followed, and a quotation in other words is a finding", async () => {
    const on = "2026-07-14";
    const { meeting, items } = await opened(on, "Benches");
    const [item] = items;
    const text = "Robin Vale offered to count the benches for the harbour.";
    const person = await personCalled("Robin Vale");
    const said = await done("recordContribution", { item, text, speakers: [{ person }] });
    const unsaid = await done("recordContribution", { item, text: "Somebody is to ask." });
    const decision = await done("recordDecision", { item, text: "Benches face the sea." });
    const due = "2026-08-31";
    const promised = { contribution: said, text: "To count the benches", due };
    expect(await act("recordUndertaking", { ...promised, contribution: unsaid })).toMatchObject({
      code: "WHO_MISSING",
    });
    expect(await act("recordUndertaking", { ...promised, due: "2026-07-01" })).toMatchObject({
      code: "TOO_EARLY",
    });
    const undertaking = await done("recordUndertaking", {
      ...promised,
      to: { name: "The harbour" },
    });
    const id = await done("registerDecision", { decision, reviewOn: due });
    expect(await act("registerDecision", { decision })).toMatchObject({ code: "REGISTERED" });
    const action = await town.raise("Sam to turn the benches");
    await done("carryOutDecision", { id, through: action });
    await done("quoteDecision", { id, where: "A letter" });
    await done("quoteDecision", { id, where: "The website", text: "Benches face the land." });
    const group = "harbourside-pavements-working-group";
    const listed = async (caller: string) => read(caller, register, { group, due });
    const nothing = { decisionRegister: { totalCount: 0 }, undertakings: { totalCount: 0 } };
    expect(await listed("member")).toMatchObject(nothing);
    expect((await read("chair", record, { id: meeting }))["node"]).toMatchObject({
      findings: [{ code: "DECISION_QUOTED_OTHERWISE" }],
    });
    await done("endMeeting", { id: meeting, on, attendanceNotStated: true });
    await done("circulateMinutes", { meeting });
    expect(await listed("anybody")).toMatchObject(nothing);
    expect(await listed("member")).toMatchObject({
      decisionRegister: {
        nodes: [
          {
            status: "OPEN",
            reviewOn: due,
            carriedOutBy: [{ id: action }],
            quotes: [
              { where: "A letter", text: "Benches face the sea.", diverges: false },
              { where: "The website", diverges: true },
            ],
            decision: {
              text: "Benches face the sea.",
              textHash: createHash("sha256").update("Benches face the sea.").digest("hex"),
              registered: { status: "OPEN" },
            },
          },
        ],
      },
      undertakings: {
        nodes: [
          {
            status: "OPEN",
            sentence: text,
            who: { name: "Robin Vale" },
            to: { name: "The harbour" },
            contribution: { text },
            history: { nodes: [] },
          },
        ],
      },
    });
    // What is followed is no part of the minutes: it goes on once they are out.
    await done("reviewDecision", { id, text: "Half of them do." });
    await done("implementDecision", { id, how: "All of them do." });
    expect(await act("carryOutDecision", { id, through: action })).toMatchObject({
      code: "MOVE_REFUSED",
    });
    const later = "2026-09-30";
    await done("putOffUndertaking", { id: undertaking, due: later, reason: "Rain" });
    expect(await listed("secretariat")).toMatchObject(nothing);
    await done("keepUndertaking", { id: undertaking, how: "All are counted.", through: action });
    const kept = await read("secretariat", register, { group, due: later });
    expect(kept["undertakings"]).toMatchObject({
      nodes: [
        { status: "KEPT", due: later, kept: { how: "All are counted.", through: { id: action } } },
      ],
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a pack, the meetings that were missed and the minutes that are late are each one question", async () => {
    const on = "2026-09-08";
    const { meeting, items } = await opened(on, "Lamps");
    const pack = `query ($id: ID!) { meetingPack(meeting: {id: $id}) { items { heading } papers { title }
      previous { heldOn } actions { nodes { text } } expected { nodes { person { name } attendance { status } } } } }`;
    expect(items).toHaveLength(1);
    await done("recordAttendance", {
      meeting,
      person: await personCalled("Robin Vale"),
      status: "APOLOGIES",
    });
    expect((await read("chair", pack, { id: meeting }))["meetingPack"]).toMatchObject({
      items: [{ heading: "Lamps" }],
      papers: [],
      previous: { heldOn: expect.stringMatching(/^2026-0[78]/u) },
      expected: {
        nodes: expect.arrayContaining([
          { person: { name: "Robin Vale" }, attendance: { status: "APOLOGIES" } },
        ]),
      },
    });
    const terms = await done("draftTermsOfReference", {
      group,
      on: "2024-01-01",
      purpose: "To mend kerbs",
      meetsEveryMonths: 1,
      minutesDueDays: 14,
    });
    const april = await town.meetingOn("2026-04-14");
    const agreed = await act("agreeTermsOfReference", { id: terms, meeting: april });
    expect(agreed).not.toHaveProperty("code");
    await done("endMeeting", { id: meeting, on, attendanceNotStated: true });
    const starts = { local: "2026-09-22T10:00" };
    const called = await done("scheduleMeeting", { group, starts });
    await done("cancelMeeting", { id: called, reason: "Snow" });
    const late = `query ($group: ID!, $slug: String!) {
      group(by: {id: $group}) { missedMeetings(to: "2026-10-20") { nodes { from until everyMonths calledOff { heldOn } } } }
      overduePublications(group: $slug) { nodes { meeting { heldOn } dueOn minutesDueOn plannedFor } } }`;
    const slug = "harbourside-pavements-working-group";
    const asked = async (caller: string) => read(caller, late, { group, slug });
    expect(await asked("chair")).toMatchObject({
      group: {
        missedMeetings: {
          nodes: [
            { from: "2026-06-14", until: "2026-07-13", everyMonths: 1, calledOff: [] },
            { from: "2026-09-14", until: "2026-10-13", calledOff: [{ heldOn: "2026-09-22" }] },
          ],
        },
      },
      overduePublications: {
        nodes: expect.arrayContaining([
          {
            meeting: { heldOn: on },
            dueOn: "2026-09-22",
            minutesDueOn: "2026-09-22",
            plannedFor: null,
          },
        ]),
      },
    });
    expect(await asked("anybody")).toMatchObject({ overduePublications: { nodes: [] } });
  });

  test("INV-M9 whoever is no member any more has attended all the same", async () => {
    const person = await personCalled("Ada Quill");
    const attended = `query ($id: ID!) { node(id: $id) { ... on Person { attendance { totalCount } memberships { id } } } }`;
    const before = (await read("secretariat", attended, { id: person }))["node"];
    const [membership] = Object(before?.["memberships"]);
    await done("endMembership", { id: membership.id, to: "2026-05" });
    expect((await read("secretariat", attended, { id: person }))["node"]).toEqual(before);
  });

  test("INV-M17 one paper goes to several meetings, under the number that each gives it", async () => {
    const numbers: unknown[] = [];
    for (const [day, ...others] of [["2099-02-03"], ["2099-02-10", "A map", "A list"]]) {
      const starts = { local: `${day}T10:00` };
      const meeting = await done("scheduleMeeting", { group, starts });
      for (const title of others) await done("addPaper", { meeting, title });
      const paper = await done("addPaper", { meeting, title: "A count of kerbs" });
      const query = `query ($id: ID!) { node(id: $id) { ... on Paper { number title } } }`;
      numbers.push((await read("chair", query, { id: paper }))["node"]);
    }
    expect(numbers).toEqual([
      { number: "1", title: "A count of kerbs" },
      { number: "3", title: "A count of kerbs" },
    ]);
  });
}, "gateway");
