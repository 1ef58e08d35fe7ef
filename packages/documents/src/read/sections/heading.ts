import { entryOf } from "../facts/person.ts";
import type { Line } from "../blocks/lines.ts";
import { unwrapped } from "../blocks/lines.ts";
import { looksLikeName, nameOf } from "../facts/names.ts";
import { groupOf, type Passage } from "../source/passage.ts";
import {
  finiteVerb,
  headingWord,
  imperative,
  pluralTitle,
  postOrBody,
} from "../vocabulary/english.ts";

/** How a document marks its headings. */
export type Style = "markdown" | "numbered" | "item" | "plain";

export const itemLine = /^(?:agenda )?item (?<number>\d{1,2}[a-z]?)(?: ?[:.–—-] ?| {2,}|$)/iu;
const labelled =
  /^\W*(?:[\w/-]+\/)?(?:new |agreed )?(?:action|(?:decision|resolution)s?\b(?! ?$)|resolved|ap ?\d|note\b|q:|a:|(?:owners?|lead|responsible|due(?: date)?|deadline|by when|status):)/iu;
/** "Action tracker": a document about actions, and no label of one. */
const actionDocument =
  /^actions? (?:points? |items? )?(?:plans?|trackers?|logs?|lists?|registers?|sheets?|grids?|summary|tables?|notes?|updates?|reviews?)\b(?![^:]*:)/iu;
const deed = /^[^,.]{2,60} to (?<verb>\p{Ll}+)(?= |$)/u;
const closing =
  /^(?:actions?(?: points?| items?)?|summary of actions?(?: points?)?|any other (?:competent )?business|aob|aocb|(?:date (?:and time )?of )?next meeting|close(?: of meeting)?)$/iu;

export function styleOf(lines: readonly Line[]): Style {
  if (lines.filter(({ depth }) => depth > 1).length > 1) return "markdown";
  if (lines.filter(({ depth }) => depth === 1).length > 2) return "markdown";
  if (lines.filter((line) => itemLine.test(line.content.plain)).length > 1) return "item";
  const numbered = lines.filter((line, at) => isNumberedHeading(line, lines[at + 1]));
  const first = numbered[0]?.number?.plain ?? "";
  const alone = (first === "1" && (numbered[0]?.gap ?? 0) > 0) || /^\d{2,4}\.\d{2,3}$/u.test(first);
  return numbered.length > 1 || alone ? "numbered" : "plain";
}

/** A numbered title with something other than the next number under it. */
export function isNumberedHeading(line: Line, next: Line | undefined): boolean {
  if (line.titled === true) return line.depth === 0;
  if (
    line.marker !== "number" ||
    !/^(?:\d{2,4}[/-])?\d{1,3}$|^\d{2,4}\.\d{2,3}$/u.test(line.number?.plain ?? "")
  )
    return false;
  const under =
    next?.marker !== "number" || next.number?.plain.startsWith(`${line.number?.plain}.`);
  return under === true && line.indent < 2 && looksLikeTitle(line.content);
}

/** "Proposed by: Odd Teal" */
const moved = /^(?:proposed|seconded|moved|signed)\b.{0,12}(?:\bby\b|:)/iu;

/** Words that name a subject and tell nothing: no stop, no verb near the start, no label, no address. */
export function looksLikeTitle(content: Passage): boolean {
  const { plain } = content;
  if (
    plain.length < 2 ||
    !/\p{L}/u.test(plain) ||
    plain.length > 200 ||
    /[.!?;,:]["')\]]?$|(?:: ?|[£$€] ?)[\d.,]+$/u.test(plain) ||
    moved.test(plain) ||
    (pluralTitle.test(plain) && plain.includes(",")) ||
    plain.includes("://")
  )
    return false;
  if (!/^[\p{Lu}\d"'([*_]/u.test(plain)) return actionsOnly.test(plain);
  if (labelled.test(plain) && !actionDocument.test(plain)) return actionsOnly.test(plain);
  const words = plain.split(/ +/u);
  const verb = deed.exec(plain)?.groups?.["verb"];
  if (verb !== undefined && imperative.test(verb) && !headingWord.test(words[0] ?? ""))
    return false;
  return (
    words.length <= 26 &&
    !words
      .slice(0, 6)
      .some((each, at) =>
        at !== 0 ? each !== "May" && finiteVerb.test(each) : verbFirst.test(each),
      )
  );
}
const actionsOnly =
  /^(?:new |agreed )?actions?(?: points?| items?)?(?:\/(?:decisions?|resolutions?))?(?: (?:and|arising|agreed|relating|noted|for|from|of|log)\b[^:–—]{0,60})?$/iu;
const verbFirst =
  /^(?:agreed|noted|discussed|asked|considered|approved|please|tracked|carried|passed|seconded|moved|accepted|adopted)$/iu;

/** Whether a line without marks is a heading, judged by itself and by the lines around it. */
export function isPlainHeading(
  line: Line,
  before: Line | undefined,
  next: Line | undefined,
  style: Style,
): boolean {
  if (line.marker !== null || line.depth > 0 || line.quoted || !looksLikeTitle(line.content))
    return false;
  if (style === "numbered" || style === "item") return closing.test(line.content.plain);
  if (style === "markdown") return isMinorHeading(line, before, next);
  if (isPresenter(line.content) || dayFirst.test(line.content.plain)) return false;
  const ended =
    before === undefined ||
    before.marker !== null ||
    /[.!?:;)]$/u.test(before.content.plain) ||
    line.gap > 0;
  return ended || looksLikeTitle(before.content);
}

/** "Tuesday 3 May 2022, 2 pm" tells when, and heads nothing. */
const dayFirst =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b/iu;

/** In Markdown a plain line is a heading only when it is very short and stands over text. */
function isMinorHeading(line: Line, before: Line | undefined, next: Line | undefined): boolean {
  const { plain } = line.content;
  if (plain.split(" ").length > 4 || !/^\p{Lu}/u.test(plain) || /[()[\]|*<>{}=#@+…]/u.test(plain))
    return false;
  if (next === undefined || next.marker !== null || next.depth > 0 || looksLikeName(plain))
    return false;
  const free = (before?.depth ?? 0) > 0 || (line.gap > 0 && before?.marker !== "bullet");
  return free && next.content.plain.length > 60;
}

/** "Prof Wilma Kerr", "Jo Bain, Cycling Champion": who speaks next, no subject. */
function isPresenter(content: Passage): boolean {
  const entry = entryOf(content);
  if (entry === null || !looksLikeName(entry.name.plain)) return false;
  if (nameOf(entry.name.plain).titles.length > 0) return true;
  return (
    /,| [-–—] /u.test(content.plain) && entry.role !== null && postOrBody.test(entry.role.plain)
  );
}

export interface Title {
  readonly heading: Passage;
  readonly number: Passage | null;
}

const leads: readonly RegExp[] = [
  /^\[(?:new|old|info|decision)\] */iu,
  /^\[\p{Lu}[\p{L}' .-]{2,40}\] +(?=["'(]?\p{Lu})/u,
  /^(?:\p{L}+ )?item (?<number>\d{1,2}[a-z]?)\b ?[:.–—-]* */diu,
  /^(?:discussion )?topic (?<number>\d{1,2}) ?[:.–—-]+ */diu,
  /^(?<number>\d{1,3}(?:\.\d{1,3})+)[.):]* +(?=["'(]?\p{L})/du,
  /^(?<number>\d{1,2}(?:\.\d{1,2})*)[.):]+ */du,
  /^(?<number>\d{1,4}) [-–—] (?=["'(]?\p{L})/du,
  /^papers? (?:[A-Z]{1,4} ?)?\d{1,4}(?:[./-]\d{1,4})*[a-z]? ?[:.–—-]+ */iu,
  /^(?<number>\d{1,4}\/\d{2,4})(?:[.):]* +(?=\p{Lu})| ?[-–—:] +)/du,
];
const tails: readonly RegExp[] = [
  / +(?:pdf icon )?pdf \d+ [km]b$/iu,
  / *\((?:agenda )?item (?<number>\d{1,2}[a-z]?)\)$/diu,
  / *\[(?<number>#\d+)\](?:\([^()]*\))?$/diu,
  / *[([](?:presented|led|introduced) by [^()[\]]{2,60}[)\]]$/iu,
  / ?[-–—:] ?(?:agreed|noted|approved|none|nil)\.?$/iu,
  / *[([](?:for information )?(?:[\w-]+\/)*papers? [^()[\]]{1,60}[)\]]$/iu,
  / *[([][A-Z]{2,8} ?\d+[\d/.-]*[)\]]$/u,
  / *\([^()]*(?:\btime\b|\d ?m(?:in(?:ute)?s?)?\b)[^()]*\)$/iu,
  / *[-–—:;]+$/u,
];

/** A heading without its number, its papers, its presenter and its minutes. */
export function titleOf(content: Passage): Title {
  let heading = unlinked(unwrapped(content));
  let number: Passage | null = null;
  for (const pattern of leads) {
    const found = pattern.exec(heading.plain);
    if (found === null || found[0].length === heading.plain.length) continue;
    number ??= groupOf(heading, found, "number");
    heading = heading.part(found[0].length);
  }
  for (let turn = 0; turn < 3; turn++) {
    for (const pattern of tails) {
      const found = pattern.exec(heading.plain);
      if (found === null || found.index === 0) continue;
      number ??= groupOf(heading, found, "number");
      heading = heading.part(0, found.index);
    }
    heading = withoutPresenter(heading);
  }
  return { heading: unlinked(unwrapped(heading)), number };
}

function withoutPresenter(heading: Passage): Passage {
  const found =
    /(?: *\((?<inside>[^()]{3,120})\)| ?[-–—] ?(?<after>[^-–—()]{3,40}(?:-\p{Lu}[^-–—()]{1,20})?))$/u.exec(
      heading.plain,
    );
  if (found === null || found.index === 0) return heading;
  const who = found.groups?.["inside"] ?? found.groups?.["after"] ?? "";
  return looksLikeName(who.split(",")[0] ?? "") ? heading.part(0, found.index) : heading;
}

function unlinked(passage: Passage): Passage {
  const found = /^\[(?<text>[^[\]]+)\]\([^()]*\)$/u.exec(passage.plain);
  return found === null ? passage : passage.part(1, 1 + (found.groups?.["text"]?.length ?? 0));
}
