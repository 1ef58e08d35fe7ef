import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { lampsReport } from "@remit/documents/testing";
import { surroundings, verified } from "@remit/gateway";
import { everyRow, giveTokens, openDesk } from "@remit/gateway/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument } from "./import.ts";
import { lampsMinutes, lampsMission } from "./testing/lamps.ts";

const series = {
  code: "benches",
  title: "Benches",
  definition: "Benches under a lamp",
  unit: "benches",
  measure: "count",
  publisher: "Town Council",
  observations: [],
};
const money = {
  statement: "More money for lamps.",
  wording: "summary",
  source: "plan",
  kind: "committed",
  amount: { amount: "1200000", currency: "GBP" },
};
const file = { ...lampsMission, series: [series], funding: [money] };

interface Finding {
  readonly kind: string;
  readonly subject: string | null;
  readonly text: string;
}
interface Statement {
  readonly number: number;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly origin: object | null;
  readonly judged: object | null;
}

onEachDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let report = "";
  let statements: readonly Statement[] = [];
  beforeAll(async () => {
    ({ db } = open());
    desk = await openDesk(db);
    await take(lampsMinutes, "minutes.txt");
    const group = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, {
      keeper: { role: "secretariat", group: group.id },
      member: { role: "member", group: group.id },
    });
    await take(JSON.stringify(file), "lamps.json");
    await take(lampsReport, "report.txt");
    report = `Report:${await idOf("report")}`;
    statements = (await readStatements()).map((each) => each);
  });
  afterAll(() => desk.close());

  const take = (text: string, name: string, told: object = {}) =>
    importDocument(db, { name, bytes: new TextEncoder().encode(text) }, told, surroundings);
  const idOf = async (table: string) => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(`commitments.${table}`)} order by id`.execute(db);
    return rows[0]?.id ?? "";
  };
  const readStatements = async (): Promise<readonly Statement[]> => {
    const { data, errors } = await desk.send(
      "keeper",
      `{ mission(by: {slug: "lamps"}) { reports { statements { number text kind
        judged { verdict reason record { label } } origin { basis confidence }
        findings { kind subject text basis confidence
          judged { verdict reason by { name } record { label } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the query asks for
    const { reports } = data["mission"] as unknown as {
      readonly reports: readonly [{ readonly statements: readonly Statement[] }];
    };
    return reports[0].statements;
  };
  /** Where a finding stands: the statement that begins so, and in it the finding of a kind. */
  const at = (start: string, kind?: string) => {
    const statement = statements.find(({ text }) => text.startsWith(start));
    const finding = statement?.findings.findIndex((each) => each.kind === kind) ?? -1;
    return {
      statement: statement?.number ?? 0,
      ...(kind === undefined ? {} : { finding: finding + 1 }),
    };
  };
  const confirm = async (place: object, as: object, caller = "keeper") =>
    desk.act(caller, "confirmFinding", { id: report, ...place, as });
  const list = async (selection: string) => {
    const { data, errors } = await desk.send(
      "anybody",
      `{ mission(by: {slug: "lamps"}) { ${selection} } }`,
    );
    expect(errors).toBeUndefined();
    return data["mission"];
  };
  const cited = { title: "Light in Every Street: annual report 2025 to 2026" };

  test.each([
    {
      becomes: "a commitment, in the report's own words",
      start: "increase our work",
      as: () => ({ commitment: { code: "back-lanes-work", kind: "ACTIVITY" } }),
      read: "commitments { code statement wording source { title } }",
      there: {
        commitments: expect.arrayContaining([
          {
            code: "back-lanes-work",
            statement: "increase our work in back lanes.",
            wording: "VERBATIM",
            source: cited,
          },
        ]),
      },
    },
    {
      becomes: "a target of the commitment of which the statement speaks, without a baseline",
      start: "We continue to work",
      kind: "TARGET",
      as: () => ({ target: {} }),
      read: `commitments { targets { by { label } asks { ... on RelativeTarget { percent direction } } } }`,
      there: {
        commitments: expect.arrayContaining([
          {
            targets: [
              expect.objectContaining({
                by: { label: "by the end of this council" },
                asks: { percent: "200", direction: "INCREASE" },
              }),
            ],
          },
        ]),
      },
    },
    {
      becomes: "something delivered",
      start: "We also launched",
      kind: "DELIVERABLE",
      as: () => ({ deliverable: { kind: "CAMPAIGN", producedBy: { name: "Town Council" } } }),
      read: "deliverables { title kind producedBy { name } }",
      there: {
        deliverables: [
          {
            title: "the Dark Lanes campaign",
            kind: "CAMPAIGN",
            producedBy: { name: "Town Council" },
          },
        ],
      },
    },
    {
      becomes: "a circumstance, which is corrected at once",
      start: "The next year will be hard",
      kind: "CIRCUMSTANCE",
      as: () => ({ contextFactor: { kind: "PRESSURE", title: "The price of copper" } }),
      read: "contextFactors { title kind wording }",
      there: {
        contextFactors: [{ title: "The price of copper", kind: "PRESSURE", wording: "VERBATIM" }],
      },
    },
    {
      becomes: "what the mission wants to come about",
      start: "A core element",
      kind: "OUTCOME",
      as: () => ({ outcome: { code: "every-door", kind: "AIM" } }),
      read: "outcomes { code title }",
      there: { outcomes: [{ code: "every-door", title: "light the way to every door" }] },
    },
    {
      becomes: "the part that people had",
      start: "The Night Walks Panel was",
      kind: "INVOLVEMENT",
      as: () => ({ involvement: { how: "MEMBER" } }),
      read: "involvement { who how }",
      there: { involvement: [{ who: "people with lived experience", how: "MEMBER" }] },
    },
    {
      becomes: "a recommendation, in other words",
      start: "In response to",
      kind: "RECOMMENDATION",
      as: () => ({
        recommendation: {
          code: "walks",
          madeBy: { name: "Night Walks Panel" },
          text: "Light the walks.",
        },
      }),
      read: "recommendations { code text wording }",
      there: {
        recommendations: [{ code: "walks", text: "Light the walks.", wording: "SUMMARY" }],
      },
    },
    {
      becomes: "a figure with its hedge",
      start: "more money for crews",
      kind: "QUANTITY",
      as: async () => ({
        observation: {
          indicator: `Indicator:${await idOf("indicator")}`,
          period: { start: "2025", end: "2025" },
        },
      }),
      read: "series { observations { value hedge } }",
      there: { series: [{ observations: [{ value: "90", hedge: "MORE_THAN" }] }] },
    },
    {
      becomes: "a part of the money, put right",
      start: "The accounts show",
      kind: "MONEY",
      as: async () => ({
        fundingLine: {
          envelope: `FundingEnvelope:${await idOf("funding_envelope")}`,
          kind: "SPEND",
          firmness: "FORMAL",
          period: { start: "2025", end: "2025" },
          amount: "35395",
        },
      }),
      read: "funding { lines { amount kind } }",
      there: { funding: [{ lines: [{ amount: "35395", kind: "SPEND" }] }] },
    },
    {
      becomes: "the money that is recorded already",
      start: "The council committed",
      kind: "MONEY",
      as: async () => ({ existing: `FundingEnvelope:${await idOf("funding_envelope")}` }),
      read: "funding { statement }",
      there: { funding: [{ statement: "More money for lamps." }] },
    },
  ])("it becomes $becomes", async ({ start, kind, as, read, there }) => {
    const place = at(start, kind);
    expect(await confirm(place, await as())).toMatchObject({ status: "DRAFT" });
    expect(await list(read)).toMatchObject(there);
    const statement = (await readStatements()).find((each) => each.number === place.statement);
    const said =
      kind === undefined
        ? { ...statement?.origin, judged: statement?.judged }
        : statement?.findings.find((each) => each.kind === kind);
    const judged = { verdict: "CONFIRMED", record: { label: expect.any(String) } };
    expect(said).toMatchObject({ basis: "EDITED", confidence: null, judged });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("what is not so is rejected with a reason, and its words stay", async () => {
    const place = at("The aims of our mission", "LINK");
    const reason = "It is a street, and no mission.";
    expect(
      await desk.act("keeper", "rejectFinding", { id: report, ...place, reason }),
    ).toMatchObject({ status: "DRAFT" });
    const statement = (await readStatements()).find((each) => each.number === place.statement);
    expect(statement?.findings[0]).toMatchObject({
      subject: "Safer Crossings",
      judged: { verdict: "REJECTED", reason, record: null },
    });
  });

  test("a statement that was taken for something else is put right by hand", async () => {
    const { statement } = at("We must remain alert");
    await desk.act("keeper", "reviseReportStatement", { id: report, statement, kind: "RISK" });
    expect((await readStatements()).find((each) => each.number === statement)).toMatchObject({
      kind: "RISK",
      origin: { basis: "EDITED", confidence: null },
    });
  });

  test.each([
    {
      what: "what was judged before",
      place: () => at("The aims of our mission", "LINK"),
      as: { outcome: { code: "streets", kind: "AIM" } },
      code: "FINDING_JUDGED",
      path: ["finding"],
    },
    {
      what: "a statement that is not there",
      place: () => ({ statement: 900 }),
      as: { outcome: { code: "streets", kind: "AIM" } },
      code: "FINDING_MISSING",
      path: ["statement"],
    },
    {
      what: "a finding that is not there",
      place: () => ({ ...at("We must remain alert"), finding: 1 }),
      as: { outcome: { code: "streets", kind: "AIM" } },
      code: "FINDING_MISSING",
      path: ["finding"],
    },
    {
      what: "a code that is taken",
      place: () => at("train the crews"),
      as: { commitment: { code: "back-lanes", kind: "ACTIVITY" } },
      code: "CODE_TAKEN",
      path: ["as", "commitment", "code"],
    },
    {
      what: "a target of no commitment",
      place: () => at("train the crews"),
      as: { target: {} },
      code: "INVALID_INPUT",
      path: ["as", "target"],
    },
    {
      what: "a member, to whom the draft is not there",
      place: () => at("train the crews"),
      as: { outcome: { code: "streets", kind: "AIM" } },
      caller: "member",
      code: "NOT_FOUND",
      path: ["id"],
    },
  ])("$what is refused, and nothing is changed", async ({ place, as, caller, code, path }) => {
    const before = await everyRow(db);
    expect(await confirm(place(), as, caller)).toMatchObject({ code, path });
    expect(await everyRow(db)).toEqual(before);
  });

  test("a report that is read again keeps what a person has said of it", async () => {
    const more = lampsReport.replace("a long frost", "a short frost");
    await take(more, "more.txt", { supersede: true });
    const again = await readStatements();
    expect(again.find(({ text }) => text.startsWith("We must remain"))).toMatchObject({
      kind: "RISK",
    });
    expect(again.find(({ text }) => text.startsWith("increase our work"))).toMatchObject({
      judged: { verdict: "CONFIRMED", record: { label: "back-lanes-work" } },
    });
  });
}, "gateway");
