import type { ReportFinding } from "../../report-reading.ts";
import type { Passage } from "../source/passage.ts";
import { finding } from "./finding.ts";

const changes =
  /\b(?<verb>increas(?:e|ing)|expand(?:ing)?|grow(?:ing)?|rais(?:e|ing)|reduc(?:e|ing)|cut(?:ting)?|lower(?:ing)?|halv(?:e|ing))\b/giu;
const down = /^(?:reduc|cut|lower|halv)/iu;
const by =
  /(?:the )?(?<what>(?:number|share|rate|proportion|amount|cost) of [^,.;]{2,70}?|[^,.;]{3,60}?) by (?<value>\d+(?:\.\d+)?) ?(?:%|per ?cent)/giu;
const to =
  /(?:the )?(?<what>(?:number|share|rate|proportion|amount) of [^,.;]{2,70}?) to (?<value>\d{1,3}(?:,\d{3})+|\d+)(?<percent> ?(?:%|per ?cent))?(?: (?<unit>\p{Ll}+))?/giu;
const until =
  /\b(?<by>(?:over the (?:course|lifetime) of|by the end of|by|before) (?:this|the|its|our)?[^,.;]{2,40})$/iu;
const unnamed =
  /\b(?:setting of|set|agreed|announced|introduced) (?<what>(?:an?|the|our) (?:new )?(?:[\p{L}-]+ )?target)\b(?! (?:of|to) )/iu;
const aims =
  /\b(?:aim(?:s|ing)?|targets?|goals?|committed|commitment|will|plan(?:s|ned)?|towards|ambition)\b/iu;

/** What a sentence wants to be reached: a change by a part, a value, or a target of which no number is said. */
export function targetsIn(passage: Passage): ReportFinding[] {
  const { plain } = passage;
  const named = unnamed.exec(plain);
  const what = named?.groups?.["what"];
  const unspecified =
    named === null || what === undefined
      ? []
      : [target(passage, named.index + named[0].length - what.length, what, {})];
  const moves =
    [...plain.matchAll(changes)].findLast(({ index }) => /\d/u.test(plain.slice(index))) ?? null;
  if (moves === null || !aims.test(plain)) return unspecified;
  const from = moves.index + moves[0].length;
  const rest = passage.part(from);
  const when = until.exec(plain.replace(/[.;]$/u, ""))?.groups?.["by"] ?? null;
  const direction = down.test(moves[0]) ? "decrease" : "increase";
  const found = (pattern: RegExp) => [...rest.plain.matchAll(pattern)];
  return [
    ...unspecified,
    ...found(by).map((each) =>
      target(rest, each.index, each[0], {
        value: each.groups?.["value"] ?? null,
        unit: "%",
        direction,
        subject: subjectOf(each.groups?.["what"]),
        by: when,
      }),
    ),
    ...found(to).map((each) =>
      target(rest, each.index, each[0], {
        value: each.groups?.["value"]?.replaceAll(",", "") ?? null,
        unit: each.groups?.["percent"] === undefined ? (each.groups?.["unit"] ?? "in number") : "%",
        subject: subjectOf(each.groups?.["what"]),
        by: when,
      }),
    ),
  ];
}

const subjectOf = (what: string | undefined) =>
  what?.trim().replace(/^(?:and )?(?:the )?(?:number of )?/iu, "") || null;

function target(
  passage: Passage,
  at: number,
  text: string,
  facts: Partial<ReportFinding>,
): ReportFinding {
  const part = passage.part(at, at + text.length).without(/^and /u);
  return finding("target", part, facts);
}
