import { datesIn } from "../facts/dates.ts";
import type { Passage } from "../source/passage.ts";

/** What a report is called, and the words in its title that say what it is. */
export interface ReportHead {
  readonly title: Passage | null;
  readonly mission: string | null;
  readonly series: string | null;
  readonly covers: {
    readonly start: string;
    readonly end: string;
    readonly passage: Passage;
  } | null;
  readonly ordinal: { readonly value: number; readonly passage: Passage } | null;
}

const kind =
  /\b(?<series>annual|yearly|half-yearly|six-monthly|quarterly|monitoring|progress|mid-term|end of year|final)(?:\s+\p{L}+)?\s+(?:report|review|update)\b/iu;

/** A title that says of itself that it is a report on how something goes. */
export const namesReport = (text: string): boolean => kind.test(text);

const range =
  /(?:between|from|covers?|covering|period) (?<from>[^.]{4,40}?) (?:and|to|until|[-–—]) (?<to>[^.,;]{4,30})/diu;
const years = /\b(?<from>20\d{2})\s?(?:to|[-–—/])\s?(?<to>20\d{2}|\d{2})\b/u;
const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
const nth = new RegExp(
  `\\b(?<word>${ordinals.join("|")})(?: [\\p{L}-]+){0,2} (?:annual |progress |yearly )?(?:report|review)\\b`,
  "iu",
);

export function reportHeadOf(early: readonly Passage[], told: readonly Passage[]): ReportHead {
  const title = early.find(({ plain }) => namesReport(plain)) ?? null;
  const found = title === null ? null : kind.exec(title.plain);
  // The year of a report is no part of the name of its mission, which has a report each year.
  const before =
    title?.written
      .slice(0, found?.index ?? 0)
      .replace(/(?:\b20\d{2}(?: ?(?:to|[-–/]) ?\d{2,4})?)?[\s:,–—|-]*$/u, "")
      .replace(/[\s:,–—|-]+$/u, "") ?? "";
  return {
    title,
    mission: before === "" ? null : before,
    series: found?.groups?.["series"]?.toLowerCase() ?? null,
    covers: coversIn([...early, ...told], title),
    ordinal: ordinalIn(told),
  };
}

/** The time that a report says it covers; where none does, the years of its title, from April to March. */
function coversIn(told: readonly Passage[], title: Passage | null): ReportHead["covers"] {
  for (const passage of told.slice(0, 40)) {
    const found = range.exec(passage.plain);
    if (found === null) continue;
    const ends = [
      passage.part(...(found.indices?.groups?.["from"] ?? [0, 0])),
      passage.part(...(found.indices?.groups?.["to"] ?? [0, 0])),
    ].map((part) => datesIn(part)[0]?.on);
    const [start, end] = ends;
    if (start !== undefined && end !== undefined && start <= end)
      return { start, end, passage: passage.part(found.index, found.index + found[0].length) };
  }
  const found = title === null ? null : years.exec(title.plain);
  const { from = "", to = "" } = found?.groups ?? {};
  if (title === null || found === null) return null;
  const end = to.length === 2 ? `${from.slice(0, 2)}${to}` : to;
  if (Number(end) - Number(from) !== 1) return null;
  return {
    start: `${from}-04`,
    end: `${end}-03`,
    passage: title.part(found.index, found.index + found[0].length),
  };
}

function ordinalIn(told: readonly Passage[]): ReportHead["ordinal"] {
  for (const passage of told) {
    const found = nth.exec(passage.plain);
    const word = found?.groups?.["word"]?.toLowerCase() ?? "";
    if (found !== null && word !== "")
      return {
        value: ordinals.indexOf(word) + 1,
        passage: passage.part(found.index, found.index + found[0].length),
      };
  }
  return null;
}
