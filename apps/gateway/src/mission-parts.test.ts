import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { harboursideJson } from "@remit/commitments/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings, verified } from "@remit/gateway";
import { giveTokens } from "@remit/gateway/testing";
import { importDocument } from "@remit/import";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const source = { title: "A year on", publisher: "Harbourside Council" };
const slug = "step-free-harbourside";

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let mission = "";
  let lamps = "";
  let commitment = "";
  let indicator = "";
  let envelope = "";
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    const governance = ["Hill Lamps Working Group"];
    const own = { ...harboursideJson.mission, slug: "lit-hill", title: "A lit hill", governance };
    const file = { ...harboursideJson, commitments: [], series: [], mission: own };
    await take("hill.json", file);
    await giveTokens(db, {
      official: { role: "member", group: desk.hill, official: true },
    });
    mission = `Mission:${await idOf("mission", sql`slug = ${slug}`)}`;
    lamps = `Mission:${await idOf("mission", sql`slug = 'lit-hill'`)}`;
    const here = sql`mission_id = ${mission.slice("Mission:".length)}`;
    commitment = `Commitment:${await idOf("commitment", sql`code = 'dropped-kerbs'`)}`;
    indicator = `Indicator:${await idOf("indicator", here)}`;
    envelope = `FundingEnvelope:${await idOf("funding_envelope", here)}`;
  });
  afterAll(() => desk.close());

  const take = (name: string, json: object, told: object = {}) =>
    importDocument(
      db,
      { name, bytes: new TextEncoder().encode(JSON.stringify(json)) },
      told,
      surroundings,
    );
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
  const act = (verb: string, input: object, caller = "secretariat") =>
    desk.act(caller, verb, input);
  const made = async (verb: string, input: object): Promise<string> => {
    const answer = await act(verb, input);
    expect(answer).toMatchObject({ version: 1 });
    return String(answer["id"]);
  };
  const ofMission = async (caller: string, fields: string) =>
    (
      await read(caller, `query ($slug: String!) { mission(by: {slug: $slug}) { ${fields} } }`, {
        slug,
      })
    )["mission"];

  const drafted = (title: string) =>
    made("draftReport", {
      mission,
      title,
      series: "annual",
      covers: { start: "2025-01", end: "2026-03-31", label: "the first fifteen months" },
      foreword: { by: { name: "Jo Quay" }, text: "Much was done." },
    });

  test("INV-C16 a report says what stood when it was settled, whatever is changed later", async () => {
    const id = await drafted("The first year");
    const statement = { id, kind: "PROGRESS", wording: "SUMMARY", about: [commitment, indicator] };
    await act("addReportStatement", { ...statement, text: "Three more kerbs were dropped." });
    expect(await act("publishReport", { id })).toMatchObject({ code: "MOVE_REFUSED" });
    expect(await act("freezeReport", { id })).toMatchObject({ status: "FROZEN", version: 3 });
    expect(await act("addReportStatement", { ...statement, text: "x" })).toMatchObject({
      code: "MOVE_REFUSED",
    });
    await act("publishReport", { id, source });
    const shown = `query ($id: ID!) { node(id: $id) { ... on Report {
      title series status covers { start end label } foreword { by { name } text } publishedOn frozenOn
      statements { number kind text about { label } } source { title } errata { number text by { name } }
      snapshot { commitments { commitment { label } status } targets { statement share latest }
        figures { observation { label } period { end } value unit vintage }
        funding { kind amount currency } assessments { value } }
      mission { slug } history { nodes { verb } } } } }`;
    const report = async () => (await read("anybody", shown, { id }))["node"];
    const before = await report();
    expect(before).toMatchObject({
      title: "The first year",
      covers: { start: "2025-01", end: "2026-03-31", label: "the first fifteen months" },
      foreword: { by: { name: "Jo Quay" } },
      statements: [{ number: 1, kind: "PROGRESS", about: [{ label: "dropped-kerbs" }, {}] }],
      errata: [],
      snapshot: {
        commitments: [{ commitment: { label: "dropped-kerbs" }, status: "MADE" }, {}],
        targets: [{ share: "0.6", latest: "13" }, { share: null, latest: null }, {}, {}],
        figures: [
          { value: "10", vintage: 2 },
          { value: "13", unit: "dropped kerbs" },
        ],
        funding: [{ kind: "COMMITTED", amount: "120000", currency: "GBP" }],
      },
    });
    const figure = await idOf("observation", sql`value = '13'`);
    await act("reviseObservation", {
      id: `Observation:${figure}`,
      value: "14",
      source,
      reason: "A late return.",
    });
    await act("beginCommitment", { id: commitment });
    const erratum = { id, statement: 1, text: "They were four.", source };
    expect(await act("publishErratum", { ...erratum, statement: 2 })).toMatchObject({
      code: "INV-C16",
      path: ["statement"],
    });
    await act("publishErratum", erratum);
    const after = await report();
    expect(after).toEqual({
      ...before,
      errata: [{ number: 1, text: "They were four.", by: { name: "secretariat" } }],
      history: { nodes: [{ verb: "publishReport" }, { verb: "publishErratum" }] },
    });
    // A draft of the record stays with its keepers, in the history too.
    const kept = (await read("chair", shown, { id }))["node"];
    expect(kept?.["history"]).toMatchObject({
      nodes: [
        { verb: "draftReport" },
        { verb: "addReportStatement" },
        { verb: "freezeReport" },
        { verb: "publishReport" },
        { verb: "publishErratum" },
      ],
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a report that is not published is seen by the keepers of the record alone", async () => {
    const id = await drafted("A draft");
    const node = `query ($id: ID!) { node(id: $id) { ... on Report { title } } }`;
    for (const [caller, seen] of [
      ["anybody", null],
      ["member", null],
      ["official", null],
      ["chair", { title: "A draft" }],
    ] as const) {
      expect((await read(caller, node, { id }))["node"]).toEqual(seen);
      const titles = (await ofMission(caller, "reports { title }"))?.["reports"];
      expect(JSON.stringify(titles).includes("A draft")).toBe(seen !== null);
    }
    expect(await act("freezeReport", { id }, "member")).toMatchObject({ code: "NOT_FOUND" });
    await act("withdrawReport", { id, reason: "Another will come." });
    expect((await read("anybody", node, { id }))["node"]).toBeNull();
    const later = await drafted("The second year");
    await act("freezeReport", { id: later });
    expect((await read("anybody", node, { id: later }))["node"]).toBeNull();
  });

  test("a snapshot says no more than whoever may read the report may be told", async () => {
    await sql`update commitments.observation set access = 'officials' where value = '10'`.execute(
      db,
    );
    const id = await drafted("With less");
    await act("freezeReport", { id });
    const shown = `query ($id: ID!) { node(id: $id) { ... on Report { snapshot { figures { value } } } } }`;
    expect(JSON.stringify(await read("chair", shown, { id }))).not.toContain('"10"');
    await sql`update commitments.observation set access = 'public' where value = '10'`.execute(db);
  });

  const line = (kind: string, start: string, amount: string) =>
    act("recordFundingLine", {
      envelope,
      kind,
      amount,
      period: { start, end: `${Number(start.slice(0, 4)) + 1}-03-31` },
      firmness: "FORMAL",
      source,
    });

  test("INV-C13 INV-C14 money is added up by year and kind, and a profile is declared when all is there", async () => {
    for (const start of ["2025-04-01", "2026-04-01", "2027-04-01"])
      await line("BUDGET", start, "40000");
    await line("SPEND", "2025-04-01", "39000.5");
    await line("SPEND", "2025-04-01", "0.5");
    const taken = await line("BUDGET", "2025-04-01", "1");
    expect(await act("declareFundingProfile", { envelope, source })).toMatchObject({
      code: "INV-C13",
    });
    await act("withdrawFundingLine", { id: taken["id"], reason: "A misprint." });
    expect(await act("declareFundingProfile", { envelope, source }, "member")).toMatchObject({
      code: "NOT_PERMITTED",
    });
    expect(await act("declareFundingProfile", { envelope, source })).toMatchObject({
      __typename: "FundingProfile",
    });
    expect(await line("BUDGET", "2028-04-01", "1")).toMatchObject({ code: "INV-C13" });
    expect(
      await act("recordFundingLine", {
        envelope,
        kind: "SPEND",
        amount: "1",
        period: { start: "2025", end: "2026" },
        firmness: "FORMAL",
        source,
      }),
    ).toMatchObject({ code: "INV-C15", path: ["period"] });
    const shown = await ofMission(
      "anybody",
      "fundingByYear { kind start amount lines } funding { amount lines { amount } profiles { amount status } }",
    );
    expect(shown?.["fundingByYear"]).toEqual([
      { kind: "BUDGET", start: "2025-04-01", amount: "40000", lines: 1 },
      { kind: "SPEND", start: "2025-04-01", amount: "39001", lines: 2 },
      { kind: "BUDGET", start: "2026-04-01", amount: "40000", lines: 1 },
      { kind: "BUDGET", start: "2027-04-01", amount: "40000", lines: 1 },
    ]);
    expect(shown?.["funding"]).toMatchObject([
      { amount: "120000", profiles: [{ amount: "120000", status: "STANDING" }] },
    ]);
  });

  test("two who make a budget complete and add to it at once do not both succeed", async () => {
    const profile = await idOf("funding_profile", sql`status = 'standing'`);
    await act("withdrawFundingProfile", { id: `FundingProfile:${profile}`, reason: "x" });
    const answers = await Promise.all([
      act("declareFundingProfile", { envelope, source }),
      line("BUDGET", "2028-04-01", "1"),
    ]);
    expect(answers.map((answer) => answer["code"]).filter(Boolean)).toEqual(["INV-C13"]);
  });

  test("INV-C19 the days that were changed since a day are a question of their own", async () => {
    const id = await made("setMilestone", {
      commitment,
      title: "Ten kerbs",
      due: "2026-06-01",
      source,
      on: "2026-01-05",
    });
    await act("rescheduleMilestone", { id, due: "2026-09-01", reason: "Frost.", on: "2026-02-05" });
    await act("rateMilestone", { id, progress: "MINOR_DELAY", forecast: "2026-09-11" });
    const target = `Target:${await idOf("target", sql`position = 1`)}`;
    await act("reviseTarget", {
      id: target,
      within: { end: "2029" },
      reason: "Frost.",
      on: "2026-03-05",
    });
    const query = `query ($since: Date) { dateRevisions(since: $since) { nodes { from to on
      subject { ... on Milestone { title slippage commitment { code milestones { title } } } ... on Target { statement } } } } }`;
    const all = (await read("anybody", query, {}))["dateRevisions"];
    expect(all).toEqual({
      nodes: [
        {
          from: "2026-06-01",
          to: "2026-09-01",
          on: "2026-02-05",
          subject: {
            title: "Ten kerbs",
            slippage: 102,
            commitment: { code: "dropped-kerbs", milestones: [{ title: "Ten kerbs" }] },
          },
        },
        {
          from: "2028",
          to: "2029",
          on: "2026-03-05",
          subject: { statement: "Half as many dropped kerbs again." },
        },
      ],
    });
    const since = (await read("anybody", query, { since: "2026-03-01" }))["dateRevisions"];
    expect(since?.["nodes"]).toHaveLength(1);
  });

  test("an outcome is worked for by commitments, and stands above its parts", async () => {
    const outcome = { mission, kind: "OUTCOME", source };
    const whole = await made("setOutcome", {
      ...outcome,
      code: "o1",
      title: "Nobody meets a step.",
    });
    const part = await made("setOutcome", {
      ...outcome,
      kind: "SUB_OUTCOME",
      code: "o1a",
      title: "Crossings are level.",
      parent: whole,
      framework: "the plan of 2025",
    });
    expect(await act("setOutcome", { ...outcome, code: "o1", title: "x" })).toMatchObject({
      code: "CODE_TAKEN",
    });
    expect(
      await act("setOutcome", { ...outcome, mission: lamps, code: "o2", title: "x" }, "stranger"),
    ).toMatchObject({ version: 1 });
    await act("alignOutcome", { id: part, commitments: [commitment] });
    const query = `query ($id: ID!) { node(id: $id) { ... on Outcome { code parts { code framework parent { code }
      commitments { code outcomes { code } } } } } }`;
    expect((await read("anybody", query, { id: whole }))["node"]).toEqual({
      code: "o1",
      parts: [
        {
          code: "o1a",
          framework: "the plan of 2025",
          parent: { code: "o1" },
          commitments: [{ code: "dropped-kerbs", outcomes: [{ code: "o1a" }] }],
        },
      ],
    });
  });

  test("INV-C22 what areas make of standards is counted by value", async () => {
    const standard = await made("recordStandard", {
      mission,
      code: "level",
      title: "A kerb is level.",
      issuedBy: { name: "Kerb Watch" },
      source,
    });
    const assess = (area: string, value: string) =>
      act("assessStandard", {
        standard,
        area,
        period: { start: "2026-01", end: "2026-03" },
        scale: "mat-ragb",
        scaleVersion: "2024",
        value,
        assessor: { name: "Kerb Watch" },
        source,
      });
    await assess("North", "green");
    await assess("South", "green");
    const east = await assess("East", "red");
    expect(await assess("North", "red")).toMatchObject({ code: "INV-C22", path: ["area"] });
    expect(await assess("West", "splendid")).toMatchObject({ code: "RATING_UNKNOWN" });
    await act("withdrawStandardAssessment", { id: east["id"], reason: "Another street." });
    await assess("East", "amber");
    const shown = await ofMission("anybody", "standardTotals { value assessments start }");
    expect(shown?.["standardTotals"]).toEqual([
      { value: "amber", assessments: 1, start: "2026-01" },
      { value: "green", assessments: 2, start: "2026-01" },
    ]);
    const both = await Promise.all([assess("Quay", "green"), assess("Quay", "green")]);
    expect(both.map((answer) => answer["code"]).filter(Boolean)).toEqual(["INV-C22"]);
  });

  test("INV-C21 a link of missions is confirmed by the other side, and read from both", async () => {
    const link = {
      mission,
      other: lamps,
      kind: "SUPPORTS",
      statement: "Lamps show the kerbs.",
      wording: "SUMMARY",
      source,
    };
    expect(await act("linkMissions", { ...link, other: mission })).toMatchObject({
      code: "INV-C21",
      path: ["other"],
    });
    const id = await made("linkMissions", link);
    expect(await act("confirmMissionLink", { id }, "chair")).toMatchObject({
      code: "NOT_PERMITTED",
    });
    const query = `query ($slug: String!) { mission(by: {slug: $slug}) {
      relations { kind inverse status confirmedBy { name } other { slug } }
      relatedBy { kind inverse status mission { slug } } } }`;
    const before = (await read("anybody", query, { slug }))["mission"];
    expect(before?.["relations"]).toEqual([
      {
        kind: "SUPPORTS",
        inverse: "SUPPORTED_BY",
        status: "STATED",
        confirmedBy: null,
        other: { slug: "lit-hill" },
      },
    ]);
    expect(await act("confirmMissionLink", { id }, "stranger")).toMatchObject({
      status: "CONFIRMED",
    });
    expect((await read("anybody", query, { slug: "lit-hill" }))["mission"]).toEqual({
      relations: [],
      relatedBy: [
        { kind: "SUPPORTS", inverse: "SUPPORTED_BY", status: "CONFIRMED", mission: { slug } },
      ],
    });
  });

  test("circumstances, deliverables and the part that people had stand beside the promises", async () => {
    await made("recordContextFactor", {
      mission,
      title: "Frost",
      kind: "PRESSURE",
      statement: "Frost breaks kerbs.",
      wording: "SUMMARY",
      source,
    });
    await made("recordInvolvement", {
      mission,
      commitment,
      who: "People who use wheelchairs",
      how: "CO_DESIGNED",
      source,
    });
    const id = await made("planDeliverable", {
      mission,
      commitment,
      title: "A charter of kerbs",
      kind: "CHARTER",
      producedBy: { group: `Group:${desk.group}` },
      source,
    });
    await act("produceDeliverable", { id, deliveredOn: "2026-05" });
    const shown = await ofMission(
      "anybody",
      `contextFactors { title kind since ended { reason } } involvement { who how effect commitment { code } }
      deliverables { title kind status deliveredOn producedBy { name kind } }`,
    );
    expect(shown).toEqual({
      contextFactors: [{ title: "Frost", kind: "PRESSURE", since: null, ended: null }],
      involvement: [
        {
          who: "People who use wheelchairs",
          how: "CO_DESIGNED",
          effect: null,
          commitment: { code: "dropped-kerbs" },
        },
      ],
      deliverables: [
        {
          title: "A charter of kerbs",
          kind: "CHARTER",
          status: "PRODUCED",
          deliveredOn: "2026-05",
          producedBy: { name: desk.pavements.group.label, kind: "GROUP" },
        },
      ],
    });
  });

  test("another version of the mission's file leaves what was recorded since, and no file is undone beneath it", async () => {
    const before = await ofMission(
      "chair",
      "reports { title } standards { code } fundingLines { amount }",
    );
    await take(
      "again.json",
      { ...harboursideJson, funding: [], commitments: [] },
      { supersede: true },
    );
    expect(
      await ofMission("chair", "reports { title } standards { code } fundingLines { amount }"),
    ).toEqual(before);
    const kept = await ofMission(
      "chair",
      "funding { amount } commitments { code milestones { title } }",
    );
    expect(kept).toMatchObject({
      funding: [{ amount: "120000" }],
      commitments: [{ code: "dropped-kerbs", milestones: [{ title: "Ten kerbs" }] }],
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("INV-C23 the parts of which there is no figure are listed, and a part is no figure of the whole", async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Indicator { expectedParts { dimension category }
      missingParts { category } latest { value } observations(current: true) { value dimensions { dimension category } } } } }`;
    const shown = async () => (await read("anybody", query, { id: indicator }))["node"];
    const before = await shown();
    expect(before).toMatchObject({
      expectedParts: [
        { dimension: "ward", category: "North ward" },
        { dimension: "ward", category: "South ward" },
      ],
      missingParts: [{ category: "North ward" }, { category: "South ward" }],
    });
    const facts = { indicator, period: { start: "2025", end: "2025" }, value: "8", source };
    const dimensions = [{ dimension: "ward", category: "North ward" }];
    const id = await made("recordObservation", { ...facts, dimensions });
    expect(await act("recordObservation", { ...facts, dimensions })).toMatchObject({
      code: "INV-C11",
    });
    await act("reviseObservation", { id, value: "9", source, reason: "A late return." });
    const after = await shown();
    expect(after).toMatchObject({
      missingParts: [{ category: "South ward" }],
      latest: before?.["latest"],
    });
    expect(after?.["observations"]).toContainEqual({
      value: "9",
      dimensions: [{ dimension: "ward", category: "North ward" }],
    });
    const progress = `query ($id: ID!) { node(id: $id) { ... on Indicator { targets { progress { latest { value } } } } } }`;
    expect(JSON.stringify(await read("anybody", progress, { id: indicator }))).not.toContain('"9"');
  });

  test("INV-C11 the figures that stood on a day are asked for by that day", async () => {
    const query = `query ($id: ID!, $asAt: Date!) { node(id: $id) { ... on Indicator {
      observations(asAt: $asAt) { value vintage period { end } } } } }`;
    const stood = async (asAt: string) =>
      (await read("anybody", query, { id: indicator, asAt }))["node"]?.["observations"];
    expect(await stood("2025-01-31")).toEqual([]);
    expect(await stood("2025-06-30")).toEqual([
      { value: "12", vintage: 1, period: { end: "2024" } },
    ]);
    expect(await stood("2025-07-01")).toEqual([
      { value: "10", vintage: 2, period: { end: "2024" } },
    ]);
    expect(await stood("2026-02-01")).toEqual([
      { value: "10", vintage: 2, period: { end: "2024" } },
      { value: "13", vintage: 1, period: { end: "2025" } },
    ]);
  });

  const counts = () =>
    ofMission(
      "anybody",
      `made: commitmentCount ${["MADE", "SUPERSEDED", "WITHDRAWN"]
        .map((status) => `${status.toLowerCase()}Now: commitmentCount(status: ${status})`)
        .join(" ")}`,
    );

  test("INV-C20 what was withdrawn or superseded is counted among all that was promised", async () => {
    const promise = (code: string) =>
      made("makeCommitment", {
        mission,
        code,
        statement: "More benches.",
        wording: "SUMMARY",
        kind: "OUTPUT",
        source,
      });
    const [one, two] = [await promise("benches"), await promise("bins")];
    const before = await counts();
    await act("withdrawCommitment", { id: two, reason: "No money." });
    const next = {
      id: one,
      code: "benches-2",
      statement: "More benches with backs.",
      wording: "SUMMARY",
      source,
      reason: "People asked for backs.",
    };
    expect(await act("supersedeCommitment", { ...next, code: "bins" })).toMatchObject({
      code: "CODE_TAKEN",
    });
    expect(await act("supersedeCommitment", next)).toMatchObject({
      status: "SUPERSEDED",
      version: 2,
    });
    expect(await counts()).toEqual({
      made: Number(before?.["made"]) + 1,
      madeNow: Number(before?.["madeNow"]) - 1,
      supersededNow: 1,
      withdrawnNow: 1,
    });
    const query = `query ($id: ID!) { node(id: $id) { ... on Commitment { status ended { reason }
      successor { code status supersedes { code } history { nodes { verb version } } } } } }`;
    expect((await read("anybody", query, { id: one }))["node"]).toEqual({
      status: "SUPERSEDED",
      ended: { reason: "People asked for backs." },
      successor: {
        code: "benches-2",
        status: "MADE",
        supersedes: [{ code: "benches" }],
        history: { nodes: [{ verb: "supersedeCommitment", version: 1 }] },
      },
    });
  });

  test("INV-C16 a report takes another's place when it is published, and not before", async () => {
    const blank = { mission, title: "A year on", covers: {} };
    const publish = async (id: string) => {
      await act("freezeReport", { id });
      return act("publishReport", { id });
    };
    const [id, successor] = [await made("draftReport", blank), await made("draftReport", blank)];
    await publish(id);
    expect(await act("supersedeReport", { id, successor })).toMatchObject({
      code: "INV-C16",
      path: ["successor"],
    });
    await publish(successor);
    expect(await act("supersedeReport", { id, successor })).toMatchObject({
      status: "SUPERSEDED",
    });
  });

  test("INV-C25 evidence that is gone says so, and what a reader may not see is not named", async () => {
    const action = await desk.raise("Sam to count the kerbs");
    const figure = await made("recordObservation", {
      indicator,
      period: { start: "2030", end: "2030" },
      value: "1",
      source,
    });
    const [item, document] = [desk.pavements.item, desk.pavements.document];
    const evidence = [action, figure, `Item:${item.id}`, `Document:${document.id}`];
    const rating = {
      subject: commitment,
      kind: "SELF",
      scale: "ogp-completion",
      scaleVersion: "1",
      value: "limited",
      assessor: { name: "Kerb Watch" },
      rationale: "Two are there.",
    };
    expect(
      await act("assess", { ...rating, evidence: [`Action:${surroundings.newId()}`] }),
    ).toMatchObject({ code: "NOT_FOUND", path: ["evidence", "0"] });
    const id = await made("assess", { ...rating, evidence });
    await sql`update actions.action set access = 'officials' where id = ${action.slice("Action:".length)}`.execute(
      db,
    );
    await sql`delete from commitments.observation where id = ${figure.slice("Observation:".length)}`.execute(
      db,
    );
    const query = `query ($id: ID!) { node(id: $id) { ... on Assessment { evidence { gone of { id label } } } } }`;
    const shown = async (caller: string) =>
      (await read(caller, query, { id }))["node"]?.["evidence"];
    const rest = [
      { gone: true, of: { id: figure, label: "dropped-kerbs of 2030" } },
      { gone: false, of: { id: evidence[2], label: item.label } },
      { gone: false, of: { id: evidence[3], label: document.label } },
    ];
    expect(await shown("anybody")).toEqual([
      { gone: false, of: { id: action, label: "an action" } },
      ...rest,
    ]);
    expect(await shown("official")).toMatchObject([
      { of: { label: expect.stringMatching(/-A\d+$/u) } },
      {},
      {},
      {},
    ]);
  });
}, "gateway");
