import { type Db, entriesOf } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { harboursideJson } from "@remit/commitments/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { gateway } from "./gateway.ts";
import { importDocument } from "@remit/import";
import { verified } from "@remit/gateway";
import { everyRow } from "@remit/gateway/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const source = { title: "A year on", publisher: "Harbourside Council" };
const beds = (value: string) => ({ absolute: { value, unit: "beds" } });

test("the verbs of missions are mutations, and their inputs say what they are told", () => {
  const fields = gateway.schema().getMutationType()?.getFields() ?? {};
  for (const noun of ["Commitment", "Target", "Observation"])
    for (const { mutation, says } of gateway.commands.filter((command) => command.noun === noun))
      expect(fields[mutation]?.description).toBe(says);
});

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let mission = "";
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    mission = `Mission:${await idOf("mission")}`;
  });
  afterAll(() => desk.close());

  const idOf = async (table: string, where = sql`true`) => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(`commitments.${table}`)} where ${where} order by id`.execute(db);
    return rows[0]?.id ?? "";
  };
  const made = async (verb: string, input: object): Promise<string> => {
    const answer = await desk.act("secretariat", verb, input);
    expect(answer).toMatchObject({ version: 1 });
    return String(answer["id"]);
  };
  let codes = 0;
  const commitment = () =>
    made("makeCommitment", {
      mission,
      code: `beds-${(codes += 1)}`,
      statement: "There will be more beds.",
      wording: "VERBATIM",
      kind: "OUTPUT",
      source,
    });
  const target = async (facts: object = {}) =>
    made("setTarget", {
      commitment: await commitment(),
      statement: "650 beds by 2026.",
      wording: "SUMMARY",
      asks: beds("650"),
      baseline: { exact: { value: "418", unit: "beds" } },
      within: { end: "2026" },
      source,
      ...facts,
    });
  const verbs = async (id: string) => {
    const [type = "", key = ""] = id.split(":");
    return (await entriesOf(db, { type, id: key })).map(
      ({ verb, version }) => `${version} ${verb}`,
    );
  };
  const read = async (caller: string, query: string, variables: object) => {
    const { data, errors } = await desk.send(caller, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test("INV-C19 a goal that moves from 650 to 700 leaves a revision in the journal and in the graph", async () => {
    const id = await target();
    const revised = await desk.act("secretariat", "reviseTarget", {
      id,
      expectedVersion: 1,
      asks: beds("700"),
      reason: "More people wait.",
      source,
    });
    expect(revised).toMatchObject({ __typename: "Target", status: "SET", version: 2 });
    expect(await verbs(id)).toEqual(["1 setTarget", "2 reviseTarget"]);
    const query = `query ($id: ID!) { node(id: $id) { ... on Target {
      asks { ... on AbsoluteTarget { value unit } } by { end } status version
      revisions { asked { ... on AbsoluteTarget { value } } until effect reason by source { title url } }
      history { nodes { verb version subject { ... on Target { statement } } } }
      moves { move allowed code needs } } } }`;
    expect((await read("anybody", query, { id }))["node"]).toMatchObject({
      asks: { value: "700", unit: "beds" },
      by: { end: "2026" },
      status: "SET",
      version: 2,
      revisions: [
        {
          asked: { value: "650" },
          until: "2026",
          effect: "HARDER",
          reason: "More people wait.",
          by: "secretariat",
          source: { title: "A year on", url: null },
        },
      ],
      history: {
        nodes: [
          { verb: "setTarget", version: 1, subject: { statement: "650 beds by 2026." } },
          { verb: "reviseTarget", version: 2 },
        ],
      },
      moves: [
        { move: "reviseTarget", allowed: false, code: "NOT_PERMITTED", needs: [] },
        { move: "meetTarget", allowed: false },
        { move: "missTarget", allowed: false },
        { move: "withdrawTarget", allowed: false },
      ],
    });
    const keeper = await read("chair", query, { id });
    expect(keeper["node"]?.["moves"]).toContainEqual({
      move: "reviseTarget",
      allowed: true,
      code: null,
      needs: ["reason"],
    });
    await inOrder();
  });

  test("INV-C1 a commitment that is restated keeps its statement", async () => {
    const id = await commitment();
    await desk.act("chair", "restateCommitment", { id, statement: "More beds by 2026.", source });
    await desk.act("chair", "beginCommitment", { id });
    await desk.act("chair", "concludeCommitment", {
      id,
      outcome: "PARTLY_DELIVERED",
      reason: "Half of them came.",
    });
    const query = `query ($id: ID!) { node(id: $id) { ... on Commitment {
      statement status restatements { statement source { title } } ended { by on reason } } } }`;
    expect((await read("anybody", query, { id }))["node"]).toMatchObject({
      statement: "There will be more beds.",
      status: "PARTLY_DELIVERED",
      restatements: [{ statement: "More beds by 2026.", source: { title: "A year on" } }],
      ended: { by: "chair", reason: "Half of them came." },
    });
    expect(await verbs(id)).toEqual([
      "1 makeCommitment",
      "2 restateCommitment",
      "3 beginCommitment",
      "4 concludeCommitment",
    ]);
  });

  const figures = `query ($id: ID!) { node(id: $id) { ... on Indicator {
    observations { value vintage status current reason } latest { value } } } }`;
  const figuresOf = async (id: string) => (await read("anybody", figures, { id }))["node"];

  test("INV-C11 figures are recorded, revised and taken back, each vintage staying", async () => {
    const indicator = `Indicator:${await idOf("indicator")}`;
    const period = { start: "2027-01", end: "2027-12" };
    const facts = { indicator, period, value: "20", publishedOn: "2026-02", source };
    const id = await made("recordObservation", facts);
    expect(
      await desk.act("secretariat", "recordObservation", {
        ...facts,
        period: { start: "2027", end: "2027" },
      }),
    ).toMatchObject({ code: "INV-C11", path: ["period"] });
    expect(
      await desk.act("secretariat", "reviseObservation", {
        id,
        value: "21",
        source,
        reason: "A late return.",
      }),
    ).toMatchObject({ id, status: "SUPERSEDED", version: 2 });
    const all = await figuresOf(indicator);
    expect(all?.["observations"]).toEqual([
      ...Array(4).fill(expect.anything()),
      { value: "20", vintage: 1, status: "SUPERSEDED", current: false, reason: "A late return." },
      { value: "21", vintage: 2, status: "REVISED", current: true, reason: null },
    ]);
    expect(all).toMatchObject({ latest: { value: "21" } });
    const second = `Observation:${await idOf("observation", sql`value = '21'`)}`;
    expect(
      await desk.act("secretariat", "withdrawObservation", {
        id: second,
        reason: "Counted twice.",
      }),
    ).toMatchObject({ status: "WITHDRAWN", version: 2 });
    expect(await figuresOf(indicator)).toMatchObject({ latest: { value: "20" } });
    expect(await verbs(second)).toEqual(["1 reviseObservation", "2 withdrawObservation"]);
    await inOrder();
  });

  test("INV-C26 a target is met when a figure shows it", async () => {
    const indicator = `Indicator:${await idOf("indicator")}`;
    const id = await target({
      indicator,
      asks: { threshold: { operator: "AT_LEAST", value: "30", unit: "dropped kerbs" } },
      baseline: { notStated: true },
    });
    const meet = () => desk.act("secretariat", "meetTarget", { id, reason: "They were counted." });
    expect(await meet()).toMatchObject({ code: "INV-C26" });
    const period = { start: "2030", end: "2030" };
    await made("recordObservation", { indicator, period, value: "30", source });
    expect(await meet()).toMatchObject({ status: "MET", version: 2 });
  });

  test.each([
    { caller: "anybody", code: "NOT_PERMITTED" },
    { caller: "member", code: "NOT_PERMITTED" },
    { caller: "stranger", code: "NOT_PERMITTED" },
  ])("$caller may change nothing of a mission: $code", async ({ caller, code }) => {
    const id = await target();
    const before = await everyRow(db);
    const reason = "No";
    for (const [verb, input] of Object.entries({
      reviseTarget: { id, asks: beds("1"), reason },
      withdrawTarget: { id, reason },
      makeCommitment: {
        mission,
        code: "mine",
        statement: "x",
        wording: "SUMMARY",
        kind: "OUTPUT",
        source,
      },
    }))
      expect(await desk.act(caller, verb, input)).toMatchObject({ code });
    expect(await everyRow(db)).toEqual(before);
  });

  test.each([
    {
      what: "a stale version",
      verb: "reviseTarget",
      input: { expectedVersion: 7, asks: beds("1"), reason: "x" },
      code: "CONFLICT",
    },
    {
      what: "nothing new",
      verb: "reviseTarget",
      input: { asks: beds("650"), reason: "x" },
      code: "NOTHING_CHANGES",
    },
    { what: "no reason", verb: "withdrawTarget", input: { reason: " " }, code: "INVALID_INPUT" },
    {
      what: "a day to come",
      verb: "missTarget",
      input: { reason: "x", on: "2999-01-01" },
      code: "IN_FUTURE",
    },
    {
      what: "a day before it was set",
      verb: "missTarget",
      input: { reason: "x", on: "1999-01-01" },
      code: "BEFORE_FIRST",
    },
  ])("$what is refused, and nothing is written", async ({ verb, input, code }) => {
    const id = await target();
    const before = await everyRow(db);
    expect(await desk.act("secretariat", verb, { id, ...input })).toMatchObject({ code });
    expect(await everyRow(db)).toEqual(before);
  });

  test("a target asks one thing", async () => {
    const asks = { ...beds("1"), milestone: "A guide" };
    const two = desk.act("secretariat", "reviseTarget", { id: await target(), asks, reason: "x" });
    await expect(two).rejects.toThrow("TargetSpecInput");
  });

  test("what belongs to another mission measures no target", async () => {
    const slug = "quayside";
    const json = {
      ...harboursideJson,
      mission: { ...harboursideJson.mission, slug, title: "Quayside" },
    };
    const bytes = new TextEncoder().encode(JSON.stringify(json));
    await importDocument(db, { name: "quayside.json", bytes }, {}, surroundings);
    const other = await idOf(
      "indicator",
      sql`mission_id = (select id from commitments.mission where slug = ${slug})`,
    );
    const input = {
      commitment: await commitment(),
      statement: "x",
      wording: "SUMMARY",
      asks: beds("1"),
      source,
      indicator: `Indicator:${other}`,
    };
    expect(await desk.act("secretariat", "setTarget", input)).toMatchObject({
      code: "OTHER_MISSION",
      path: ["indicator"],
    });
  });

  test("two who change one target at once: one of them is told of the conflict", async () => {
    const id = await target();
    const revise = (value: string) =>
      desk.act("chair", "reviseTarget", { id, expectedVersion: 1, asks: beds(value), reason: "x" });
    const answers = await Promise.all([revise("1"), revise("2")]);
    expect(new Set(answers.map((answer) => answer["code"] ?? answer["__typename"]))).toEqual(
      new Set(["Target", "CONFLICT"]),
    );
    expect(await verbs(id)).toHaveLength(2);
    await inOrder();
  });
}, "gateway");
