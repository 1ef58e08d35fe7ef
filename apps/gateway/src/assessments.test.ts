import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verified } from "@remit/gateway";
import { dashboard } from "./testing/dashboard.ts";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const source = { title: "A year on", publisher: "Harbourside Council" };

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let mission = "";
  let commitment = "";
  let target = "";
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    mission = `Mission:${await idOf("mission")}`;
    commitment = `Commitment:${await idOf("commitment", sql`code = 'dropped-kerbs'`)}`;
    target = `Target:${await idOf("target", sql`position = 1`)}`;
  });
  afterAll(() => desk.close());

  const idOf = async (table: string, where = sql`true`) => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(`commitments.${table}`)} where ${where} order by id`.execute(db);
    return rows[0]?.id ?? "";
  };
  const read = async (caller: string, query: string, variables: object = {}) => {
    const { data, errors } = await desk.send(caller, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const assess = (subject: string, facts: object, caller = "secretariat") =>
    desk.act(caller, "assess", {
      subject,
      kind: "SELF",
      scale: "ogp-completion",
      scaleVersion: "1",
      value: "substantial",
      assessor: { name: "Harbourside Council" },
      rationale: "Most of the kerbs are there.",
      ...facts,
    });

  test("INV-C8 what three say of one target stands side by side, and where they differ is asked for", async () => {
    expect(await assess(target, {})).toMatchObject({ __typename: "Assessment", version: 1 });
    expect(
      await assess(target, {
        kind: "INDEPENDENT",
        value: "limited",
        assessor: { name: "Kerb Watch" },
        rationale: "Two of them lead onto a step.",
      }),
    ).toMatchObject({ version: 1 });
    expect(await desk.act("chair", "computeAssessment", { target })).toMatchObject({ version: 1 });
    const query = `query ($id: ID!) { node(id: $id) { ... on Target { assessments {
      kind scale scaleVersion value says assessor rationale method methodVersion status } } } }`;
    const { node } = await read("anybody", query, { id: target });
    expect(node?.["assessments"]).toEqual([
      {
        kind: "COMPUTED",
        scale: "open-sdg-progress",
        scaleVersion: "2",
        value: "substantial-progress",
        says: "Substantial progress",
        assessor: null,
        rationale: null,
        method: "open-sdg-growth",
        methodVersion: "2",
        status: "GIVEN",
      },
      expect.objectContaining({ kind: "INDEPENDENT", value: "limited", assessor: "Kerb Watch" }),
      expect.objectContaining({ kind: "SELF", value: "substantial", says: "Substantial" }),
    ]);
    const diverging = `{ divergingAssessments { nodes { one { kind value } other { kind value
      subject { ... on Target { statement } } } } } }`;
    const differ = {
      nodes: [
        {
          one: { kind: "INDEPENDENT", value: "limited" },
          other: {
            kind: "SELF",
            value: "substantial",
            subject: { statement: "Half as many dropped kerbs again." },
          },
        },
      ],
    };
    expect((await read("anybody", diverging))["divergingAssessments"]).toEqual(differ);
    // An earlier word of the same is past.
    await assess(target, { value: "limited" });
    expect((await read("anybody", diverging))["divergingAssessments"]).toEqual({ nodes: [] });
    expect((await verified(db)).problems).toEqual([]);
  });

  test.each([
    { what: "no rationale", facts: { rationale: " " }, code: "INVALID_INPUT" },
    {
      what: "a value that the scale has not",
      facts: { value: "splendid" },
      code: "RATING_UNKNOWN",
    },
    { what: "a scale that is not there", facts: { scale: "stars" }, code: "SCALE_UNKNOWN" },
    {
      what: "somebody who does not keep the record",
      facts: {},
      caller: "member",
      code: "NOT_PERMITTED",
    },
  ])("INV-C9 an assessment by $what is refused", async ({ facts, code, caller }) => {
    expect(await assess(commitment, facts, caller)).toMatchObject({ code });
  });

  test("INV-C6 a target that cannot be judged is not, and the reason is told", async () => {
    const id = await idOf("target", sql`position = 3`);
    expect(await desk.act("chair", "computeAssessment", { target: `Target:${id}` })).toMatchObject({
      code: "NOT_COMPUTABLE",
      message: "No rating can be worked out: NOT_QUANTIFIED.",
    });
  });

  test("INV-C18 a recommendation is answered, with what follows from it, or is listed as unanswered", async () => {
    const record = (code: string, answerDue?: string) =>
      desk.act("secretariat", "recordRecommendation", {
        mission,
        code,
        text: "Count the kerbs every year.",
        wording: "VERBATIM",
        madeBy: { name: "The People's Panel" },
        ...(answerDue === undefined ? {} : { answerDue }),
        source,
      });
    const { id } = await record("panel-1", "2026-01-31");
    await record("panel-2", "2030-01-31");
    await record("panel-3");
    expect(await record("panel-3")).toMatchObject({ code: "CODE_TAKEN" });
    const unanswered = `query ($dueBefore: Date) {
      unansweredRecommendations(dueBefore: $dueBefore) { nodes { code } totalCount } }`;
    const listed = async (dueBefore?: string) =>
      (await read("anybody", unanswered, { dueBefore }))["unansweredRecommendations"];
    expect(await listed()).toMatchObject({ totalCount: 3 });
    expect(await listed("2026-03-10")).toEqual({ nodes: [{ code: "panel-1" }], totalCount: 1 });
    const answer = {
      id,
      position: "ACCEPTED",
      text: "We will count them.",
      commitments: [commitment],
      source,
    };
    expect(await desk.act("member", "answerRecommendation", answer)).toMatchObject({
      code: "NOT_PERMITTED",
    });
    expect(await desk.act("chair", "answerRecommendation", answer)).toMatchObject({
      status: "ANSWERED",
      version: 2,
    });
    expect(await listed("2026-03-10")).toEqual({ nodes: [], totalCount: 0 });
    const query = `query ($id: ID!) { node(id: $id) { ... on Recommendation {
      text madeBy position answer answeredOn commitments { code recommendations { code } } mission { slug }
      history { nodes { verb } } } } }`;
    expect((await read("anybody", query, { id }))["node"]).toMatchObject({
      text: "Count the kerbs every year.",
      madeBy: "The People's Panel",
      position: "ACCEPTED",
      answer: "We will count them.",
      commitments: [{ code: "dropped-kerbs", recommendations: [{ code: "panel-1" }] }],
      mission: { slug: "step-free-harbourside" },
      history: { nodes: [{ verb: "recordRecommendation" }, { verb: "answerRecommendation" }] },
    });
    expect(
      await desk.act("chair", "settleRecommendation", {
        id,
        outcome: "IMPLEMENTED",
        reason: "Counted.",
      }),
    ).toMatchObject({ status: "IMPLEMENTED" });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("INV-C14 money is added up by its kind, and kinds are never added to each other", async () => {
    const { rows } = await sql<{ id: string }>`select id from commitments.funding_envelope`.execute(
      db,
    );
    for (const [index, [kind, amount]] of (
      [
        ["committed", "0.5"],
        ["announced", "120000"],
      ] as const
    ).entries())
      await sql`insert into commitments.funding_envelope select (jsonb_populate_record(f, jsonb_build_object(
        'id', ${`01990000-0000-7000-8000-00000000aaa${index}`}::text, 'kind', ${kind}::text, 'amount', ${amount}::text))).*
        from commitments.funding_envelope f where id = ${rows[0]?.id ?? ""}`.execute(db);
    const query = `{ mission(by: {slug: "step-free-harbourside"}) { fundingTotals { kind currency start amount envelopes } } }`;
    expect((await read("anybody", query))["mission"]).toEqual({
      fundingTotals: [
        { kind: "ANNOUNCED", currency: "GBP", start: "2025", amount: "120000", envelopes: 1 },
        { kind: "COMMITTED", currency: "GBP", start: "2025", amount: "120000.5", envelopes: 2 },
      ],
    });
  });

  test("INV-C3 a target without a baseline is a question of its own, and one in words is not", async () => {
    const query = `{ targetsWithoutBaseline { nodes { statement required { ... on NotComputable { reason } } } } }`;
    expect((await read("anybody", query))["targetsWithoutBaseline"]).toEqual({
      nodes: [
        {
          statement: "Far fewer kerbs that nobody can pass.",
          required: { reason: "BASELINE_NOT_STATED" },
        },
      ],
    });
  });

  test("the dashboard of a mission says of each target how far it has come, or why that is not known", async () => {
    const slug = "step-free-harbourside";
    const { mission: shown } = await read("anybody", dashboard, { slug });
    expect(shown?.["commitments"]).toMatchObject([
      {
        code: "dropped-kerbs",
        targets: [
          {
            required: { value: "15" },
            progress: { met: false, way: { share: "0.6" }, latest: { value: "13" } },
          },
          { progress: { met: null, way: { reason: "BASELINE_NOT_STATED" }, latest: null } },
          { progress: { way: { reason: "NOT_QUANTIFIED" } } },
          { progress: { way: { reason: "BASELINE_NOT_EXACT" } } },
        ],
      },
      { code: "yearly-report", targets: [] },
    ]);
  });
}, "gateway");
