import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { defineGovernance, verified } from "@remit/gateway";
import { createGateway } from "@remit/graphql";
import { Day, Note, vocabulary } from "@remit/kernel";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const Reach = vocabulary("Reach", "How far what is kept reaches.", {
  town: "The town alone.",
  beyond: "Other towns too.",
});
const each = {
  fields: {
    reach: Reach,
    weight: z.int().min(0).describe("How much it weighs, in points."),
    visited: z.boolean().describe("Whether somebody has been there."),
    seenBy: Note.describe("Who has seen it, and when."),
  },
};
/** What the pavements group waits for before it lets an action rest. */
const rule = "An action that costs money is closed once somebody has looked at the place.";

const gateway = createGateway(
  defineGovernance({
    persons: each,
    groups: each,
    meetings: each,
    commitments: each,
    labels: {
      gd: {
        ActionStatus: { open: "Fosgailte", "in-progress": "Ga dhèanamh" },
        ActionKind: { "site-visit": "Tadhal làraich" },
      },
    },
    actions: {
      kinds: ["site-visit"],
      guards: {
        close: {
          says: rule,
          refuses: ({ own = {} }) =>
            own["budget"] !== undefined && own["inspectedOn"] === undefined ? rule : null,
        },
      },
      statuses: {
        "awaiting-funding": { of: "blocked", means: "Nobody has paid for it yet." },
        "out-to-tender": { of: "in-progress", means: "Builders are asked for their price." },
      },
      fields: {
        riskRating: vocabulary("RiskRating", "How much may go wrong with the action.", {
          low: "Little may go wrong.",
          high: "Much may go wrong.",
        }),
        budget: z.int().min(0).describe("What the action may cost, in pounds."),
        inspectedOn: Day.describe("The day on which somebody looked at the place."),
        urgent: z.boolean().describe("Whether the action comes before others."),
        inspector: Note.describe("Who looked at the place, and what they saw."),
      },
    },
  }),
);

const annotate = `mutation ($input: AnnotateActionInput!) { done: annotateAction(input: $input) {
  __typename ... on Action { id version riskRating budget inspectedOn urgent inspector }
  ... on Refusal { code message path } } }`;
const listed = `query ($filter: ActionFilter) { actions(filter: $filter) { nodes { id inspector } } }`;
const past = `query ($id: ID!) { action(by: { id: $id }) { riskRating budget urgent
  history(first: 9) { nodes { verb action { riskRating inspector } } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let id: string;
  beforeAll(async () => {
    db = open().db;
    desk = await openHarbourside(db, gateway);
    id = await desk.raise();
  });
  afterAll(() => desk.close());

  const write = async (caller: string, input: object) =>
    (await desk.send(caller, annotate, { input: { id, ...input } })).data["done"];
  const found = async (caller: string, filter: object) => {
    const { data, errors } = await desk.send(caller, listed, { filter });
    expect(errors).toBeUndefined();
    return data["actions"]?.["nodes"];
  };

  test("fields of one's own are written, found and shown as they were", async () => {
    const facts = {
      budget: 1200,
      inspectedOn: "2026-03-11",
      urgent: false,
      inspector: "Chidi Stone",
    };
    expect(await write("secretariat", { riskRating: "HIGH", ...facts })).toMatchObject({
      __typename: "Action",
      version: 2,
      riskRating: "HIGH",
      ...facts,
    });
    expect(await write("secretariat", { riskRating: "LOW", clear: ["urgent"] })).toMatchObject({
      version: 3,
      riskRating: "LOW",
      urgent: null,
      budget: 1200,
    });
    const one = [{ id, inspector: "Chidi Stone" }];
    expect(await found("member", { riskRating: "LOW" })).toEqual(one);
    expect(await found("member", { budget: 1200, inspectedOn: "2026-03-11" })).toEqual(one);
    expect(await found("member", { riskRating: "HIGH" })).toEqual([]);
    expect(await found("member", { urgent: false })).toEqual([]);
    const { data } = await desk.send("member", past, { id });
    expect(data["action"]).toEqual({
      riskRating: "LOW",
      budget: 1200,
      urgent: null,
      history: {
        nodes: [
          { verb: "raiseAction", action: { riskRating: null, inspector: null } },
          { verb: "annotateAction", action: { riskRating: "HIGH", inspector: "Chidi Stone" } },
          { verb: "annotateAction", action: { riskRating: "LOW", inspector: "Chidi Stone" } },
        ],
      },
    });
    expect(await verified(db, null, gateway)).toMatchObject({ problems: [] });
  });

  test("a status of one's own is a word for one that everybody knows, and goes with it", async () => {
    const one = await desk.raise("Sam to mend the quay wall");
    const ask = `mutation ($input: AnnotateActionInput!) { done: annotateAction(input: $input) {
      ... on Action { status ownStatus } ... on AnnotateActionRefusal { reason message path } } }`;
    const say = async (ownStatus: string) =>
      (await desk.send("secretariat", ask, { input: { id: one, ownStatus } })).data["done"];
    const now = async () => {
      const query = `query ($id: ID!) { action(by: { id: $id }) { status ownStatus } }`;
      return (await desk.send("anybody", query, { id: one })).data["action"];
    };
    expect(await say("AWAITING_FUNDING")).toEqual({
      reason: "STATUS_DIFFERS",
      message: "awaiting-funding is for what is blocked, and the action is open.",
      path: ["ownStatus"],
    });
    await desk.act("secretariat", "blockAction", { id: one, reason: "There is no money" });
    expect(await say("AWAITING_FUNDING")).toEqual({
      status: "BLOCKED",
      ownStatus: "AWAITING_FUNDING",
    });
    expect(await found("member", { ownStatus: "AWAITING_FUNDING" })).toMatchObject([{ id: one }]);
    await desk.act("secretariat", "unblockAction", { id: one, reason: "There is money" });
    expect(await now()).toEqual({ status: "OPEN", ownStatus: null });
    await desk.act("secretariat", "blockAction", { id: one, reason: "It is spent" });
    expect(await now()).toEqual({ status: "BLOCKED", ownStatus: null });
    expect(await verified(db, null, gateway)).toMatchObject({ problems: [] });
  });

  test.each(["Group", "Person", "Meeting", "Commitment"])(
    "a %s has fields of one's own by the same means",
    async (type) => {
      const lists = `${type.toLowerCase()}s`;
      const every = `{ list: ${lists}(first: 99) { nodes { id } } }`;
      const { list } = (await desk.send("secretariat", every)).data;
      const subject = z.object({ nodes: z.array(z.object({ id: z.string() })) }).parse(list);
      const { id: key } = subject.nodes[0]!;
      const verb = `annotate${type}`;
      const ask = `mutation ($input: Annotate${type}Input!) { done: ${verb}(input: $input) {
        ... on ${type} { reach weight visited seenBy } ... on Refusal { code } } }`;
      const annotated = async (caller: string, input: object) =>
        (await desk.send(caller, ask, { input: { id: key, ...input } })).data["done"];
      expect(await annotated("anybody", { weight: 1 })).toEqual({ code: "NOT_PERMITTED" });
      expect(await annotated("secretariat", { weight: -1 })).toEqual({ code: "INVALID_INPUT" });
      const facts = { reach: "BEYOND", weight: 3, visited: true, seenBy: "Chidi Stone, in May" };
      expect(await annotated("secretariat", { ...facts, clear: [] })).toEqual(facts);
      const where = `query ($filter: ${type}Filter) { list: ${lists}(filter: $filter) {
        nodes { id seenBy } } }`;
      const foundBy = async (caller: string, filter: object) => {
        const { data, errors } = await desk.send(caller, where, { filter });
        expect(errors).toBeUndefined();
        return data["list"]?.["nodes"];
      };
      const one = [{ id: key, seenBy: "Chidi Stone, in May" }];
      expect(await foundBy("secretariat", { reach: "BEYOND", visited: true, weight: 3 })).toEqual(
        one,
      );
      expect(await foundBy("secretariat", { reach: "TOWN" })).toEqual([]);
      // Whatever else is done to it, they stay.
      await annotated("secretariat", { clear: ["weight"] });
      expect(await foundBy("secretariat", { reach: "BEYOND" })).toEqual(one);
      const { rows } = await sql`select verb, after -> 'own' as own from database.journal
        where subject_id = ${key.split(":")[1]} order by version desc limit 2`.execute(db);
      const { weight: _, ...left } = { ...facts, reach: "beyond" };
      expect(rows).toEqual([
        { verb, own: left },
        { verb, own: { ...facts, reach: "beyond" } },
      ]);
      expect(await verified(db, null, gateway)).toMatchObject({ problems: [] });
    },
  );

  test("a rule of one's own stands in the way beside all others, and in what may be done now", async () => {
    const one = await desk.raise("Sam to paint the harbour gate");
    const closing = async (caller: string) => {
      const input = { id: one, agreedIn: await desk.meetingOn("2026-04-14") };
      const ask = `mutation ($input: CloseActionInput!) { done: closeAction(input: $input) {
        __typename ... on CloseActionRefusal { code reason message } ... on Action { status } } }`;
      return (await desk.send(caller, ask, { input })).data["done"];
    };
    const move = async () => {
      const query = `query ($id: ID!) { action(by: { id: $id }) { moves { move allowed code reason } } }`;
      const { data } = await desk.send("secretariat", query, { id: one });
      const moves = z.array(z.looseObject({ move: z.string() })).parse(data["action"]?.["moves"]);
      return ["CLOSE", "ANNOTATE"].map((name) => moves.find((each) => each.move === name));
    };
    const complete = { id: one, owner: { name: "Sam" }, note: "Painted" };
    expect(await desk.act("secretariat", "completeAction", complete)).toMatchObject({ version: 2 });
    await write("secretariat", { id: one, budget: 10 });
    expect(await move()).toEqual([
      { move: "CLOSE", allowed: false, code: "OWN_RULE", reason: rule },
      { move: "ANNOTATE", allowed: true, code: null, reason: null },
    ]);
    expect(await closing("secretariat")).toEqual({
      __typename: "CloseActionRefusal",
      code: "OWN_RULE",
      reason: "OWN_RULE",
      message: rule,
    });
    expect(await closing("member")).toMatchObject({ code: "NOT_PERMITTED" });
    await write("secretariat", { id: one, inspectedOn: "2026-04-01" });
    expect(await closing("secretariat")).toMatchObject({ status: "CLOSED" });
  });

  test("words are called in another language what the directorate says, and else as in English", async () => {
    const one = await desk.raise("Sam to look at the slipway", { kind: "site-visit" });
    const two = await desk.raise("Sam to write to the harbour master", {
      kind: "information-request",
    });
    const ask = `query ($one: ID!, $two: ID!, $name: String!) {
      one: action(by: { id: $one }) { kind { notation label gaelic: label(language: "gd") } }
      two: action(by: { id: $two }) { kind { notation label gaelic: label(language: "gd") } }
      words: vocabulary(name: $name, language: "gd") { name label }
      english: vocabulary(name: $name) { label } }`;
    const asked = (name: string) => desk.send("anybody", ask, { one, two, name });
    const { data } = await asked("ActionStatus");
    expect(data).toMatchObject({
      one: { kind: { notation: "site-visit", label: "Site visit", gaelic: "Tadhal làraich" } },
      two: { kind: { label: "Information request", gaelic: "Information request" } },
    });
    expect(data["words"]).toContainEqual({ name: "IN_PROGRESS", label: "Ga dhèanamh" });
    expect(data["words"]).toContainEqual({ name: "DONE", label: "Done" });
    expect(data["english"]).toContainEqual({ label: "In progress" });
    expect((await asked("Action")).data["words"]).toBeNull();
  });

  test.each([
    ["member", { budget: 1 }, "NOT_PERMITTED"],
    ["secretariat", { budget: -1 }, "INVALID_INPUT"],
    ["secretariat", {}, "INVALID_INPUT"],
    ["secretariat", { clear: ["text"] }, "INVALID_INPUT"],
  ])("%s is refused %o", async (caller, input, code) => {
    expect(await write(caller, input)).toMatchObject({ __typename: "AnnotateActionRefusal", code });
  });

  test("INV-G12 whoever is shown by role alone is named in no field of one's own", async () => {
    await sql`update groups.person set public_profile = 'role-only' where name = 'Chidi Stone'`.execute(
      db,
    );
    expect(await found("anybody", { riskRating: "LOW" })).toEqual([
      { id, inspector: "[name withheld]" },
    ]);
    expect(await found("secretariat", { riskRating: "LOW" })).toEqual([
      { id, inspector: "Chidi Stone" },
    ]);
    const lists = ["groups", "meetings", "commitments", "persons"].map(
      (list) => `${list}(filter: { reach: BEYOND }) { nodes { seenBy } }`,
    );
    const { data } = await desk.send("anybody", `{ ${lists.join(" ")} }`);
    const withheld = { nodes: [{ seenBy: "[name withheld], in May" }] };
    const { persons, ...others } = data;
    expect(others).toEqual({ groups: withheld, meetings: withheld, commitments: withheld });
    expect(JSON.stringify(persons)).not.toContain("Chidi");
  });

  test("what was done before and after stays checkable without the fields", async () => {
    expect(await verified(db)).toMatchObject({ problems: [] });
    const { data } = await desk.send(
      "anybody",
      '{ __type(name: "ActionFilter") { inputFields { name } } }',
    );
    const names = JSON.stringify(data["__type"]);
    expect(names).toContain('"budget"');
    expect(names).not.toContain('"inspector"');
  });

  test.each([
    [{}, "Europe/London"],
    [{ zone: "Pacific/Auckland" }, "Pacific/Auckland"],
  ])("what is no group's has the calendar of the home zone: %o", async (governance, zone) => {
    const { directory } = createGateway(defineGovernance(governance));
    expect(await directory.zoneOf(db, null)).toBe(zone);
    expect(await directory.zoneOf(db, desk.group)).toBe("Europe/London");
  });
}, "gateway");
