import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { verified } from "@remit/gateway";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const asked = `query ($id: ID!, $meeting: ID!) {
  node(id: $id) { ... on Minutes { ...Told } }
  meeting(by: {id: $meeting}) { minutes { ...Told } items { contributions { text } } actions { text } } }
  fragment Told on Minutes { id status access
    publication { status plannedFor publishedOn number withdrawnOn withdrawnReason }
    versions { number } texts { content } corrections { text } }`;

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let meeting = "";
  let item = "";
  let id = "";
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    const starts = { local: "2026-06-09T10:00" };
    const on = "2026-06-09";
    meeting = await done("scheduleMeeting", { group: `Group:${town.group}`, starts });
    await done("openMeeting", { id: meeting, on });
    item = await done("addItem", { meeting, heading: "Lamps" });
    await done("recordContribution", { item, text: "A lamp was broken by a gull." });
    await done("endMeeting", { id: meeting, on, attendanceNotStated: true });
    id = await done("circulateMinutes", { meeting, on: "2026-06-10" });
    await done("requestCorrection", { id, text: "It was a tern that broke the lamp." });
    await done("settleCorrection", { id, correction: 1, accept: false });
    await done("publishMinutes", { id, asDraft: true, on: "2026-06-12" });
  });
  afterAll(() => town.close());

  const done = async (verb: string, input: object) => {
    const answer = await town.act("secretariat", verb, input);
    expect(answer).not.toHaveProperty("code");
    return String(answer["id"]);
  };
  const read = async (caller: string) => {
    const { data, errors } = await town.send(caller, asked, { id, meeting });
    expect(errors).toBeUndefined();
    return data;
  };
  const tombstone = {
    id: expect.any(String),
    status: "CIRCULATED",
    access: "GROUP",
    publication: {
      status: "WITHDRAWN",
      plannedFor: null,
      publishedOn: "2026-06-12",
      number: 1,
      withdrawnOn: "2026-06-15",
      withdrawnReason: "A wrong name",
    },
    versions: [],
    texts: [],
    corrections: [],
  };

  test("minutes are not withdrawn before the day on which they were published", async () => {
    const told = { id, reason: "A wrong name", on: "2026-06-11" };
    expect(await town.act("secretariat", "withdrawMinutes", told)).toMatchObject({
      code: "TOO_EARLY",
      path: ["on"],
    });
  });

  test("INV-M27 INV-K2: everybody is told at the same address that minutes were published and withdrawn, and nothing that they say", async () => {
    expect(await read("anybody")).toMatchObject({ node: { texts: [{}], corrections: [{}] } });
    await done("withdrawMinutes", { id, reason: "A wrong name", on: "2026-06-15" });
    for (const caller of ["anybody", "stranger"]) {
      const told = await read(caller);
      expect(told).toEqual({
        node: tombstone,
        meeting: { minutes: tombstone, items: [], actions: [] },
      });
      expect(JSON.stringify(told)).not.toMatch(/gull|tern/u);
    }
    expect(await read("member")).toMatchObject({
      node: {
        versions: [{ number: 1 }],
        texts: [{ content: expect.stringContaining("gull") }],
        corrections: [{ text: "It was a tern that broke the lamp." }],
      },
    });
    // What is raised from now on is no more the public's than what is said.
    const raised = { meeting, text: "Sam to mend the lamp", owners: [{ agent: { name: "Sam" } }] };
    const action = await done("raiseAction", raised);
    const access = `query ($id: ID!) { action(by: {id: $id}) { access } }`;
    expect((await town.send("anybody", access, { id: action })).data).toEqual({ action: null });
  });

  test("a day that is set for withdrawn minutes does not show them again; publishing does", async () => {
    await done("planPublication", { id, day: "2098-01-01" });
    const planned = { ...tombstone.publication, plannedFor: "2098-01-01" };
    expect(await read("anybody")).toMatchObject({
      node: { ...tombstone, publication: planned },
    });
    await done("publishMinutes", { id, asDraft: true });
    expect(await read("anybody")).toMatchObject({
      node: {
        access: "PUBLIC",
        publication: { status: "PUBLISHED", withdrawnOn: null, withdrawnReason: null },
        texts: [{ content: expect.stringContaining("gull") }],
        corrections: [{}],
      },
    });
    expect((await verified(db)).problems).toEqual([]);
  });
}, "gateway");
