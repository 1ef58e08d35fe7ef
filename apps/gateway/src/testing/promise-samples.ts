import type { Db } from "@remit/database";
import { sql } from "kysely";
import type { Samples } from "./asking.ts";
import type { Harbourside } from "./harbourside.ts";

const source = { title: "A year on" };
const stated = { statement: "More kerbs.", wording: "SUMMARY", source };

/** What verbs of missions make and change. */
export const promises = ["Assessment", "Commitment", "Observation", "Recommendation", "Target"];

/** What is right in each place of what a verb of missions is told; what it is done to is made for it. */
export async function openPromises(db: Db, { act }: Pick<Harbourside, "act">) {
  const idOf = async (table: string) => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(`commitments.${table}`)} order by id`.execute(db);
    return rows[0]?.id ?? "";
  };
  const mission = `Mission:${await idOf("mission")}`;
  const commitment = `Commitment:${await idOf("commitment")}`;
  const indicator = `Indicator:${await idOf("indicator")}`;
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
  const measured = await target({
    ...absolute,
    indicator,
    within: { end: "2028" },
    baseline: { exact: { value: "5", unit: "dropped kerbs" } },
  });
  /** The samples for a verb of a noun, by the name of its mutation. */
  return async (noun: string, mutation: string): Promise<Samples> => {
    const maker = makers[mutation] ?? makers[noun];
    const isMaker = /^(?:make|set(?!tle)|record|assess|compute)/u.test(mutation);
    const year = freeYear();
    return {
      ...(isMaker || maker === undefined ? {} : { id: await maker() }),
      mission,
      commitment,
      expectedVersion: mutation === "settleRecommendation" ? 2 : 1,
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
      of: mutation.endsWith("Target") ? "10" : "all kerbs",
      percent: "10",
      milestone: "A guide to kerbs",
      unspecified: "a target for kerbs",
      start: year,
      end: year,
      publishedOn: "2026-02",
      answerDue: "2027-01-31",
      asAt: "2026-04-15",
      scale: "ogp-completion",
      scaleVersion: "1",
      value: mutation === "assess" ? "limited" : "7",
      rationale: "Two of them are there.",
    };
  };
}
