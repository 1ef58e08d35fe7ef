import { AnswerPosition } from "@remit/commitments";
import type { Db } from "@remit/database";
import { sql } from "kysely";
import { harboursideJson } from "@remit/commitments/testing";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { everyPart } from "./every-part.ts";
import type { Harbourside } from "./harbourside.ts";

const source = { title: "A year on", publisher: "Harbourside Council" };
const reason = "The group said so";
const unit = "dropped kerbs";
const stated = { wording: "SUMMARY", source };
const spelled = (word: string) => word.replaceAll("-", "_").toUpperCase();

const relative = (percent: string, direction: string) => ({
  asks: { relativeChange: { percent, direction } },
});

/** Does every verb of missions, so that what they keep has every status that it can have. */
export async function everyPromise(db: Db, desk: Pick<Harbourside, "act">): Promise<void> {
  const act = async (verb: string, input: object): Promise<string> => {
    const answer = await desk.act("secretariat", verb, input);
    if (answer["code"] !== undefined) throw new Error(`${verb}: ${JSON.stringify(answer)}`);
    return String(answer["id"]);
  };
  const idOf = async (noun: string, slug: string) => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(`commitments.${noun}`)} where ${sql.ref(noun === "mission" ? "slug" : "code")} = ${slug}`.execute(
      db,
    );
    return rows[0]?.id ?? "";
  };
  const mission = `Mission:${await idOf("mission", "step-free-harbourside")}`;
  const indicator = `Indicator:${await idOf("indicator", unit.replace(" ", "-"))}`;
  const { rows: figures } = await sql<{ id: string }>`
    select id from commitments.observation order by id`.execute(db);
  const figure = figures[0]?.id ?? "";
  let made = 0;
  const code = () => `made-${(made += 1)}`;
  const commitment = () =>
    act("makeCommitment", {
      mission,
      code: code(),
      statement: "More kerbs.",
      kind: "OUTPUT",
      ...stated,
    });
  const kerbs = await commitment();
  const target = (facts: object) =>
    act("setTarget", {
      commitment: kerbs,
      statement: "Kerbs.",
      within: { end: "2028" },
      ...stated,
      ...facts,
    });
  const absolute = (value: string) => ({ asks: { absolute: { value, unit } } });
  const exact = (value: string, of = unit) => ({ baseline: { exact: { value, unit: of } } });

  for (const outcome of ["DELIVERED", "PARTLY_DELIVERED", "NOT_DELIVERED"]) {
    const id = await commitment();
    await act("beginCommitment", { id });
    await act("concludeCommitment", { id, outcome, reason });
  }
  await act("beginCommitment", { id: kerbs });
  await act("withdrawCommitment", { id: await commitment(), reason });

  for (const operator of ["AT_LEAST", "AT_MOST", "EXACTLY"])
    await target({
      indicator,
      ...exact("5"),
      asks: { threshold: { operator, value: "12", unit } },
    });
  for (const direction of ["INCREASE", "DECREASE"])
    await target({ ...exact("10"), ...relative("10", direction) });
  // What has no value, or no way to it.
  await target({ ...exact("0"), ...relative("10", "INCREASE") });
  await target({ ...exact("-10"), ...relative("10", "INCREASE") });
  await target({ ...exact("10", "%"), measure: "PERCENTAGE", ...relative("120", "DECREASE") });
  await target({ ...exact("5"), ...absolute("10") });
  await target({ ...exact("10"), ...absolute("10"), indicator });
  const revised = [absolute("20"), absolute("8"), exact("6"), { asks: { qualitative: "More" } }];
  for (const change of revised) {
    const id = await target({ ...exact("5"), ...absolute("10"), indicator });
    await act("reviseTarget", { id, reason, source, ...change });
  }
  await act("meetTarget", {
    id: await target({ ...exact("1"), ...absolute("2"), indicator }),
    reason,
  });
  await act("missTarget", { id: await target(absolute("2")), reason });
  await act("withdrawTarget", { id: await target(absolute("3")), reason });
  await target({ ...absolute("4"), proposed: true });

  await act("supersedeCommitment", {
    id: await commitment(),
    code: code(),
    statement: "More and lower kerbs.",
    period: { start: "2026" },
    ...stated,
    reason,
  });
  const assess = (kind: string) =>
    act("assess", {
      subject: kerbs,
      kind,
      scale: "ogp-completion",
      scaleVersion: "1",
      value: "substantial",
      assessor: { name: "Kerb Watch" },
      rationale: "Most of the kerbs are there.",
      evidence: [`Observation:${figure}`],
    });
  await assess("SELF");
  await act("withdrawAssessment", { id: await assess("INDEPENDENT"), reason });
  const judged = await target({ ...exact("10"), ...absolute("20"), indicator });
  await act("computeAssessment", { target: judged });

  const recommend = () =>
    act("recordRecommendation", {
      mission,
      code: code(),
      text: "Count the kerbs.",
      madeBy: { name: "The People's Panel" },
      ...stated,
    });
  const answered = async (position: string) => {
    const id = await recommend();
    const answer = { id, position, text: "We have read it.", commitments: [kerbs], source };
    await act("answerRecommendation", answer);
    return id;
  };
  for (const position of AnswerPosition.options) await answered(spelled(position));
  for (const outcome of ["IMPLEMENTED", "NOT_IMPLEMENTED"])
    await act("settleRecommendation", { id: await answered("ACCEPTED"), outcome, reason });
  const slug = "quayside";
  const mine = harboursideJson.mission;
  const own = { ...mine, slug, title: "Quayside" };
  const file = { ...harboursideJson, commitments: [], series: [], mission: own };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  await importDocument(db, { name: "quayside.json", bytes }, {}, surroundings);
  const first = async (table: string, of: string) => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(`commitments.${table}`)} t
      where ${sql.ref(of)} = ${mission.slice("Mission:".length)} order by id`.execute(db);
    return rows[0]?.id ?? "";
  };
  await everyPart(act, act, {
    mission,
    other: `Mission:${await idOf("mission", slug)}`,
    commitment: kerbs,
    target: judged,
    indicator,
    envelope: `FundingEnvelope:${await first("funding_envelope", "mission_id")}`,
  });
  await recommend();
  await act("withdrawRecommendation", { id: await recommend(), reason });
}
