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
