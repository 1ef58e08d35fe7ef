import { harboursideJson } from "@remit/commitments/testing";
import type { Db } from "@remit/database";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { sql } from "kysely";
import type { Samples } from "./asking.ts";
import type { Harbourside } from "./harbourside.ts";

const source = { title: "A year on" };
const stated = { statement: "More kerbs.", wording: "SUMMARY", source };

/** What verbs of missions make and change. */
export const promises = [
  "Assessment",
  "Commitment",
  "ContextFactor",
  "Deliverable",
  "FundingLine",
  "FundingProfile",
  "Involvement",
  "Milestone",
  "MissionRelation",
  "Observation",
  "Outcome",
  "Recommendation",
  "Report",
  "Standard",
  "StandardAssessment",
  "Target",
];

/** What else than 1 is read of a thing before a verb is done to it. */
const versions: Readonly<Record<string, number>> = {
  settleRecommendation: 2,
  confirmFinding: 2,
  rejectFinding: 2,
  reviseReportStatement: 2,
  publishReport: 3,
  publishErratum: 4,
  supersedeReport: 4,
};

/** What is right in each place of what a verb of missions is told; what it is done to is made for it. */
export async function openPromises(db: Db, { act }: Pick<Harbourside, "act">) {
  const idOf = async (table: string) => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(`commitments.${table}`)} order by id`.execute(db);
    return rows[0]?.id ?? "";
  };
  const mission = `Mission:${await idOf("mission")}`;
  const slug = "quayside";
  const own = { ...harboursideJson.mission, slug, title: "Quayside" };
  const file = { ...harboursideJson, commitments: [], series: [], mission: own };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  await importDocument(db, { name: "quayside.json", bytes }, {}, surroundings);
  const found = await sql<{ id: string }>`
    select id from commitments.mission where slug = ${slug}`.execute(db);
  const other = `Mission:${found.rows[0]?.id ?? ""}`;
  const commitment = `Commitment:${await idOf("commitment")}`;
  const indicator = `Indicator:${await idOf("indicator")}`;
  const indicatorFigure = `Observation:${await idOf("observation")}`;
  let made = 0;
  const next = () => String((made += 1));
  const make = async (verb: string, input: object): Promise<string> => {
    const answer = await act("secretariat", verb, { ...input, on: "2026-03-10" });
    if (typeof answer["id"] !== "string") throw new Error(`${verb}: ${JSON.stringify(answer)}`);
    return answer["id"];
  };
  const target = (facts: object) => make("setTarget", { commitment, ...stated, ...facts });
  const absolute = { asks: { absolute: { value: "9", unit: "dropped kerbs" } } };
  const recommendation = () =>
    make("recordRecommendation", {
      mission,
      code: `advice-${next()}`,
      text: "Count the kerbs.",
      wording: "SUMMARY",
      madeBy: { name: "The People's Panel" },
      source,
    });
  const answered = async () => {
    const id = await recommendation();
    return make("answerRecommendation", { id, position: "ACCEPTED", text: "We will." });
  };
  const observed = (year: string) => ({ indicator, period: { start: year, end: year } });
  /** A year of which there is no figure. */
  const freeYear = () => String(2100 + Number(next()));
  const makers: Readonly<Record<string, () => Promise<string>>> = {
    Commitment: () =>
      make("makeCommitment", { mission, code: `more-${next()}`, kind: "OUTPUT", ...stated }),
    Target: () => target({ ...absolute, within: { end: "2028" } }),
    Observation: () => make("recordObservation", { ...observed(freeYear()), value: "9", source }),
    Assessment: () =>
      make("assess", {
        subject: commitment,
        kind: "SELF",
        scale: "ogp-completion",
        scaleVersion: "1",
        value: "limited",
        assessor: { name: "Kerb Watch" },
        rationale: "Two of them are there.",
      }),
    Recommendation: recommendation,
    settleRecommendation: answered,
    // Any figure meets what asks for none at least.
    meetTarget: () =>
      target({
        indicator,
        asks: { threshold: { operator: "AT_LEAST", value: "0", unit: "dropped kerbs" } },
      }),
  };
  const body = { name: "Kerb Watch" };
  const draft = () =>
    make("draftReport", { mission, title: "The first year", covers: { start: "2025" } });
  const withStatement = async () => {
    const id = await draft();
    const said = {
      kind: "ACHIEVEMENT",
      text: "Two kerbs.",
      wording: "SUMMARY",
      about: [commitment],
    };
    return make("addReportStatement", { id, ...said });
  };
  /** A draft in which something was read. */
  const withFinding = async () => {
    const id = await withStatement();
    const place = { basis: "inferred", confidence: 0.6, start: 0, end: 9 };
    const read = { kind: "quantity", text: "Two kerbs", value: "2", unit: "kerbs", hedge: null };
    const finding = { ...read, direction: null, subject: null, by: null, ...place };
    await sql`update commitments.report set record = jsonb_set(record, '{statements,0,findings}',
      ${JSON.stringify([finding])}::jsonb) where id = ${id.slice("Report:".length)}`.execute(db);
    return id;
  };
  const frozen = async () => make("freezeReport", { id: await withStatement() });
  const published = async () => make("publishReport", { id: await frozen() });
  const standard = () =>
    make("recordStandard", {
      mission,
      code: `standard-${next()}`,
      title: "A level kerb",
      issuedBy: body,
      source,
    });
  const envelope = async (amount = "0") => {
    const id = surroundings.newId();
    await sql`insert into commitments.funding_envelope select (jsonb_populate_record(f, jsonb_build_object(
      'id', ${id}::text, 'amount', ${amount}::text))).* from commitments.funding_envelope f
      order by id limit 1`.execute(db);
    return `FundingEnvelope:${id}`;
  };
  const line = async () =>
    make("recordFundingLine", {
      envelope: await envelope(),
      kind: "SPEND",
      amount: "1",
      period: { start: "2025", end: "2025" },
      firmness: "FORMAL",
      source,
    });
  const partMakers: Readonly<Record<string, () => Promise<string>>> = {
    Report: draft,
    confirmFinding: withFinding,
    rejectFinding: withFinding,
    reviseReportStatement: withStatement,
    publishReport: frozen,
    publishErratum: published,
    supersedeReport: published,
    Outcome: () =>
      make("setOutcome", {
        mission,
        code: `outcome-${next()}`,
        title: "No step",
        kind: "OUTCOME",
        source,
      }),
    Milestone: () => make("setMilestone", { commitment, title: "Ten kerbs", source }),
    Deliverable: () =>
      make("planDeliverable", { mission, title: "A map", kind: "PLAN", producedBy: body, source }),
    FundingLine: line,
    FundingProfile: async () =>
      make("declareFundingProfile", { envelope: await envelope(), source }),
    Standard: standard,
    StandardAssessment: async () =>
      make("assessStandard", {
        standard: await standard(),
        area: "North",
        period: { start: "2025" },
        scale: "mat-ragb",
        scaleVersion: "2024",
        value: "green",
        assessor: body,
        source,
      }),
    ContextFactor: () =>
      make("recordContextFactor", { mission, title: "Frost", kind: "RISK", ...stated }),
    Involvement: () =>
      make("recordInvolvement", { mission, who: "Parents", how: "CONSULTED", source }),
    MissionRelation: () => make("linkMissions", { mission, other, kind: "SUPPORTS", ...stated }),
  };
  const measured = await target({
    ...absolute,
    indicator,
    within: { end: "2028" },
    baseline: { exact: { value: "5", unit: "dropped kerbs" } },
  });
  /** The samples for a verb of a noun, by the name of its mutation. */
  return async (noun: string, mutation: string): Promise<Samples> => {
    const all = { ...makers, ...partMakers };
    const maker = all[mutation] ?? all[noun];
    const isMaker = /^(?:make|set(?!tle)|record|assess|compute|draft|plan|declare|link)/u.test(
      mutation,
    );
    const year = freeYear();
    return {
      ...(isMaker || maker === undefined ? {} : { id: await maker() }),
      mission,
      commitment,
      expectedVersion: versions[mutation] ?? 1,
      ...((noun.startsWith("Funding") && isMaker) || mutation === "confirmFinding"
        ? { envelope: await envelope() }
        : {}),
      ...(noun === "StandardAssessment" && isMaker ? { standard: await standard() } : {}),
      ...(mutation === "supersedeReport" ? { successor: await published() } : {}),
      ...(mutation === "setOutcome" ? { parent: await partMakers["Outcome"]?.() } : {}),
      other,
      about: commitment,
      existing: commitment,
      dimension: "ward",
      category: "North ward",
      low: "8",
      high: "9",
      level: "95% confidence interval",
      evidence: indicatorFigure,
      amount: "0",
      due: "2027-01",
      forecast: "2027-02",
      actual: "2026-04",
      since: "2025",
      until: "2026",
      issuedOn: "2025",
      deliveredOn: "2026-05",
      number: 1,
      who: "Parents",
      area: "North",
      areaScheme: "ward",
      effect: "Two kerbs.",
      purpose: "Kerbs",
      framework: "2025",
      series: "annual",
      contact: "streets@harbourside.example",
      commitments: commitment,
      indicator,
      subject: commitment,
      target: measured,
      code: `code-${next()}`,
      statement: "More kerbs.",
      title: "A year on",
      publisher: "Harbourside Council",
      url: "https://harbourside.example/a-year-on",
      unit: "dropped kerbs",
      of: /Target$|^confirmFinding$/u.test(mutation) ? "10" : "all kerbs",
      percent: "10",
      milestone: "A guide to kerbs",
      unspecified: "a target for kerbs",
      start: year,
      end: year,
      publishedOn: "2026-02",
      answerDue: "2027-01-31",
      asAt: "2026-04-15",
      scale: noun === "StandardAssessment" ? "mat-ragb" : "ogp-completion",
      scaleVersion: noun === "StandardAssessment" ? "2024" : "1",
      value: noun === "StandardAssessment" ? "green" : mutation === "assess" ? "limited" : "7",
      rationale: "Two of them are there.",
    };
  };
}
