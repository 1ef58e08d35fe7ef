import { datesIn } from "../facts/dates.ts";
import { isLabelled } from "../facts/head.ts";
import { entriesOf } from "../facts/entries.ts";
import type { Line } from "../blocks/lines.ts";
import { looksLikeName, nameOf } from "../facts/names.ts";
import { countsOf } from "../blocks/numbering.ts";
import type { Passage } from "../source/passage.ts";
import { columnWord, opensBusiness, openingWord, postOrBody } from "../vocabulary/english.ts";

/** Lines without a mark that stand in the document more than once, over text, and are no names. */
export function repeatedIn(lines: readonly Line[]): Set<string> {
  const times = new Map<string, number>();
  for (const { content, marker, depth } of lines)
    if (marker === null && depth === 0 && content.end - content.start < 60)
      times.set(content.plain, (times.get(content.plain) ?? 0) + 1);
  return new Set(
    [...times].flatMap(([plain, count]) =>
      count > 1 && !looksLikeName(plain) && !/\bactions?\b|decision|resol/iu.test(plain)
        ? [plain]
        : [],
    ),
  );
}

/** "Signed:" near the end: what follows is for the chair's hand. */
export function signedAt(lines: readonly Line[]): number {
  const from = Math.floor(lines.length * 0.7);
  const at = lines
    .slice(from)
    .findIndex(({ content }) =>
      /^(?:signed\b.{0,60}|respectfully submitted,?)$/iu.test(content.plain),
    );
  return at < 0 ? lines.length : from + at;
}

/** A heading that only says when. */
export function isDay(content: Passage): boolean {
  const [date] = datesIn(content);
  return date !== undefined && date.passage.plain.length >= content.plain.length - 12;
}

export function isLonePerson({ content }: Line): boolean {
  const { entries } = entriesOf(content, false);
  const titled = entries.filter(({ name }) => nameOf(name.plain).titles.length > 0).length;
  if (entries.length > 2 || titled > 1) return true;
  const role = entries[0]?.role?.plain ?? "";
  const posted = /,| [-–—] /u.test(content.plain) && postOrBody.test(role);
  return posted && !/\d{4}|minutes/iu.test(content.plain);
}

/** "Lights [#12](…)": a point that is about an issue. */
export const issue = / ?\[#\d+\](?:\([^()]*\))?$/u;

/** As far as a heading looks ahead to tell a plan from the business itself. */
const horizon = 2000;

/** The lines up to the next Markdown heading, and that heading. */
export function aheadIn(
  all: readonly Line[],
  from: number,
): { inner: Line[]; heading: Line | undefined } {
  const lines = all.slice(from, from + horizon);
  const end = lines.findIndex(({ depth }) => depth > 0);
  return { inner: end < 0 ? lines : lines.slice(0, end), heading: lines[end] };
}

/** Whether a list of subjects stands under a heading, with headings of the same depth after it, which are the business. */
export function isPlan(lines: readonly Line[], at: number): boolean {
  const depth = lines[at]?.depth ?? 0;
  const { inner, heading } = aheadIn(lines, at + 1);
  const listed = inner.filter(({ marker }) => marker !== null).length;
  const follows = depth > 0 && heading !== undefined && heading.depth <= depth;
  return follows && listed > 1 && listed * 2 > inner.length;
}

const wordsOf = (plain: string): string[] => plain.toLowerCase().match(/[\p{L}#]+/gu) ?? [];

/** "Agenda / Meeting notes": a heading of which every word says that the business follows. */
export function isOpening(plain: string): boolean {
  if (opensBusiness.test(plain)) return true;
  const words = wordsOf(plain);
  return words.length > 1 && words.length < 6 && words.every((each) => openingWord.test(each));
}

const heads = (words: readonly string[]): boolean =>
  words.length > 0 && words.length < 8 && words.every((each) => columnWord.test(each));

/** "No. Item", "Agenda Item" with "Action" under it: the head of a table whose cells became lines. */
export function isColumnHead(plain: string, before: Line | undefined): boolean {
  const words = wordsOf(plain);
  if (/[:;|]/u.test(plain) || !heads(words)) return false;
  if (words.length > 1) return words.some((each) => /^(?:no|item|ref|min|minute)$/u.test(each));
  const above = before === undefined ? [] : wordsOf(before.content.plain);
  return above.length > 1 && heads(above);
}

/** Where paragraphs start that are numbered 1, 2, 3; -1 where none are. */
export function countStart(lines: readonly Line[]): number {
  const numbered = lines.flatMap(({ marker, number, depth }, at) =>
    marker === "number" && depth === 0 && /^\d{1,4}$/u.test(number?.plain ?? "")
      ? [{ at, value: countsOf(number?.plain ?? "")[0]?.value ?? 0 }]
      : [],
  );
  const [first, second, third] = numbered;
  if (first === undefined || second === undefined || third === undefined) return -1;
  return second.value === first.value + 1 && third.value === first.value + 2 ? first.at : -1;
}

/** "Ann Bell - present, Cal Dunn - present" */
export const isRollCall = ({ content }: Line): boolean =>
  / ?[-–—] ?(?:present|here)\b.*[-–—] ?(?:present|here)\b/iu.test(content.plain);

/** A line that tells something, and lists nobody. */
export const isTold = ({ content }: Line): boolean =>
  content.plain.split(" ").length > 8 && /[.:]$/u.test(content.plain);

/** Title, date and metadata stand before the business and look like headings. */
export function isHeadLine({ content }: Line, next: Line | undefined): boolean {
  if (isLabelled(content) || /\d{4}|\bminutes?\b/iu.test(content.plain)) return true;
  if (next === undefined || next.marker === null) return next?.content.plain.endsWith(".") !== true;
  return isLabelled(next.content);
}
