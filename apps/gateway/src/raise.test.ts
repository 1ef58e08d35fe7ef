import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const missing = "01990000-0000-7000-8000-00000000dead";

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let leaflet = "";
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    leaflet = await desk.raise("Sam to print the leaflet");
  });
  afterAll(() => desk.close());

  const record = async (id: string, fields: string) => {
    const query = `query ($id: ID!) { action(by: {id: $id}) { ${fields} } }`;
    const { data, errors } = await desk.send("anybody", query, { id });
    expect(errors).toBeUndefined();
    return data["action"];
  };
  const refuse = async (facts: object) =>
    desk.act("secretariat", "raiseAction", {
      meeting: await desk.meetingOn("2026-03-10"),
      text: "Sam to hand it out",
      ownerNotStated: true,
      ...facts,
    });

  test("an action is raised with what it waits for and what is to come back", async () => {
    const april = await desk.meetingOn("2026-04-14");
    const id = await desk.raise("Sam to hand the leaflet out", {
      dependsOn: [leaflet],
      followUps: [
        { kind: "REPORT_BACK", meeting: april, text: "How many were taken" },
        { kind: "AGENDA_ITEM", text: "The next leaflet" },
      ],
      kind: "task",
      beneficiaries: [{ name: "The neighbours" }],
    });
    const fields = `kind { notation } beneficiaries { name } followUps { kind meeting { id } text }`;
    expect(await record(id, fields)).toEqual({
      kind: { notation: "task" },
      beneficiaries: [{ name: "The neighbours" }],
      followUps: [
        { kind: "REPORT_BACK", meeting: { id: april }, text: "How many were taken" },
        { kind: "AGENDA_ITEM", meeting: null, text: "The next leaflet" },
      ],
    });
    const query = `query ($id: ID!) { action(by: {id: $id}) { waitsFor { id } } }`;
    const { data } = await desk.send("anybody", query, { id });
    expect(data["action"]).toEqual({ waitsFor: [{ id: leaflet }] });
  });

  test.each([
    {
      what: "an action that is not there",
      facts: () => ({ dependsOn: [leaflet, `Action:${missing}`] }),
      refusal: { code: "NOT_FOUND", path: ["dependsOn", "1"] },
    },
    {
      what: "an action twice",
      facts: () => ({ dependsOn: [leaflet, leaflet] }),
      refusal: { code: "DEPENDS_ALREADY", path: ["dependsOn"] },
    },
    {
      what: "a meeting as what it waits for",
      facts: async () => ({ dependsOn: [await desk.meetingOn("2026-03-10")] }),
      refusal: { code: "INVALID_INPUT", issues: [{ path: ["dependsOn", "0"] }] },
    },
    {
      what: "another group's meeting",
      facts: async () => ({
        followUps: [
          { kind: "AGENDA_ITEM", text: "x" },
          {
            kind: "AGENDA_ITEM",
            text: "x",
            meeting: await desk.meetingOn("2026-03-10", desk.hill),
          },
        ],
      }),
      refusal: { code: "OTHER_GROUP", path: ["followUps", "1", "meeting"] },
    },
    {
      what: "a follow-up of no words",
      facts: () => ({ followUps: [{ kind: "AGENDA_ITEM", text: " " }] }),
      refusal: { code: "INVALID_INPUT", issues: [{ path: ["followUps", "0", "text"] }] },
    },
    {
      what: "an owner who is not there",
      facts: () => ({ owners: [{ agent: { person: `Person:${missing}` } }] }),
      refusal: { code: "NOT_FOUND", path: ["owners", "0", "agent", "person"] },
    },
    {
      what: "a due at a meeting that is not there",
      facts: () => ({ due: { byMeeting: `Meeting:${missing}` } }),
      refusal: { code: "NOT_FOUND", path: ["due", "byMeeting"] },
    },
  ])("$what is refused, with its place", async ({ facts, refusal }) => {
    expect(await refuse(await facts())).toMatchObject(refusal);
  });

  test("what a caller may not see is not there to wait for", async () => {
    const [hidden] = await sql<{ id: string }>`update actions.action set access = 'group',
      record = record || '{"access": "group"}' where group_id = ${desk.hill} and number = 1
      returning id`
      .execute(db)
      .then(({ rows }) => rows);
    expect(await refuse({ dependsOn: [`Action:${hidden?.id}`] })).toMatchObject({
      code: "NOT_FOUND",
      path: ["dependsOn", "0"],
    });
  });

  test.each([
    {
      progress: { exact: { value: "0.5", unit: "of the leaflets" } },
      kept: { kind: "EXACT", value: "0.5", unit: "of the leaflets", text: null },
    },
    {
      progress: { qualitative: "Most of them" },
      kept: { kind: "QUALITATIVE", value: null, unit: null, text: "Most of them" },
    },
    {
      progress: { notStated: true },
      kept: { kind: "NOT_STATED", value: null, unit: null, text: null },
    },
    { progress: null, kept: null },
  ])("a report says how far it has come: $progress", async ({ progress, kept }) => {
    const id = await desk.raise("Sam to count leaflets");
    const reported = { id, text: "Under way", progress };
    expect(await desk.act("secretariat", "reportAction", reported)).toMatchObject({ version: 2 });
    expect(await record(id, `updates { progress { kind value unit text } }`)).toEqual({
      updates: [{ progress: kept }],
    });
  });

  test("progress of no unit is refused, with its place", async () => {
    const progress = { exact: { value: "3", unit: "" } };
    const answer = await desk.act("secretariat", "reportAction", {
      id: leaflet,
      text: "x",
      progress,
    });
    expect(answer).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: ["progress", "exact", "unit"] }],
    });
  });
}, "gateway");
