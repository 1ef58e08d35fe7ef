import { ornamentOf } from "./ornament.ts";
import type { Row } from "./row.ts";

/** Which line ends only break a paragraph, and which lines are no text. */
export interface Folding {
  /** Offsets of line ends after which the paragraph goes on. */
  readonly joined: ReadonlySet<number>;
  /** Offsets of the first words of running headers, footers and page numbers. */
  readonly ornament: ReadonlySet<number>;
}

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
/** Lines that are broken at a width are no longer. */
const widest = 120;

export function foldingOf(source: string): Folding {
  const rows = rowsOf(source);
  const ornament = ornamentOf(rows, source);
  const kept = rows.filter(({ at }) => !ornament.has(at));
  return { joined: joinsOf(kept), ornament };
}

function rowsOf(source: string): Row[] {
  const rows: Row[] = [];
  let gap = 0;
  let start = 0;
  const add = (end: number) => {
    const line = source.slice(start, end);
    const text = line.trim();
    if (text === "") gap++;
    else {
      const indent = line.length - line.trimStart().length;
      rows.push({ at: start + indent, end, indent, text, gap });
      gap = 0;
    }
  };
  for (const { 0: found, index } of source.matchAll(lineEnd)) {
    add(index);
    start = index + found.length;
  }
  add(source.length);
  return rows;
}

const marked =
  /^(?:[•*+\-–—·▪◦‣○●](?:\s|$)|\(?\d{1,3}(?:\.\d{1,3})*\\?[.):]|\(?(?:[a-z]|[ivx]{1,4})[.)]\s|#{1,6}\s|[|>]|```|(?:[-*_=]\s*){3,}$|\d{1,3}\t|[a-z]\w* = ["'[\d])/u;
const stop = /[.:!?;]["'”’)\]*_]*$/u;
const abbreviated = /(?:\b(?:Ms|Mr|Mrs|Dr|Prof|Cllr|Cllrs|St|No|Rev)|(?:^|[\s(])\p{Lu})\.$/u;
/** Whether a line ends its sentence: a stop after "Ms" ends none, nor one inside an open bracket. */
const isStopped = (text: string): boolean => stop.test(text) && !abbreviated.test(text);
const isOpen = (text: string): boolean => text.lastIndexOf("(") > text.lastIndexOf(")");
const small = /^["'“‘(]?\p{Ll}/u;
/** Words after which no line ends of itself. */
const hanging =
  /(?:,|\b(?:and|of|the|in|at|on|to|for|an?|with|from|by|or|&|(?:Cllrs?|Mr|Mrs|Ms|Dr|Prof|Councillors?)\.?))$/iu;
/** "Ann Bell, Clerk" and "Ann Bell      Clerk" */
const person =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr)\.? )?\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}[\p{L}'’.-]*){1,3}(?:,|\s{3,}| \(|$)/u;
/** "Mr A Bell [AB]": the next of a list. */
const entry = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr)\.? (?:\p{Lu}[\p{L}'’.-]* ?){1,4} ?[([;]/u;
const labelled = /^[*_]*[\p{L}][\p{L}()/' &-]{1,40}[*_]*:/u;
const opening = /^(?:draft )?(?:minutes?|notes?|an? |meeting|proceedings)\b.{30,}/iu;

function joinsOf(rows: readonly Row[]): Set<number> {
  const joined = new Set<number>();
  const { width, spaced } = layoutOf(rows);
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next === undefined || next.gap > (spaced ? 1 : 0)) {
      if (next !== undefined && next.gap === 1 && dangles(row, next)) joined.add(row.end);
      continue;
    }
    if (goesOn(row, next, rows[index - 1], width, spaced)) joined.add(row.end);
  }
  return joined;
}

/** How wide the lines are broken, null where they are not, and whether an empty line stands after each. */
function layoutOf(rows: readonly Row[]): { width: number | null; spaced: boolean } {
  const broken = rows.flatMap((row, at) => {
    const next = rows[at + 1];
    return next !== undefined && next.gap < 2 && isBroken(row, next)
      ? [{ length: row.indent + row.text.length, gap: next.gap }]
      : [];
  });
  const spaced = broken.filter(({ gap }) => gap === 1).length * 2 > broken.length;
  if (broken.length < 3) return { width: null, spaced };
  const lengths = broken.map(({ length }) => length).toSorted((one, other) => one - other);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? null;
  return { width: width !== null && width <= 160 ? width : null, spaced };
}

/** A line that certainly goes on: small letters follow it, and no stop ends it. */
const isBroken = (row: Row, next: Row): boolean =>
  small.test(next.text) &&
  !marked.test(next.text) &&
  !isStopped(row.text) &&
  !isHeading(row) &&
  row.text.length >= 40 &&
  row.text.length <= widest;

/** The first line of a paragraph in a narrow column. */
const isCutShort = (row: Row, next: Row): boolean =>
  small.test(next.text) &&
  /^["'“‘(]?\p{Lu}(?:\S* ){3,}/u.test(row.text) &&
  row.text.length >= 25 &&
  !isStopped(row.text) &&
  !marked.test(row.text);

const isHeading = ({ text }: Row): boolean => /^(?:#{1,6}\s|[|]|```)/u.test(text);
const isAllStrong = ({ text }: Row): boolean => /^(?:\*\*|__)[^*_]+(?:\*\*|__)$/u.test(text);

/** An empty line in the middle of a sentence or of a row of names. */
const dangles = (row: Row, next: Row): boolean =>
  !marked.test(next.text) &&
  !labelled.test(next.text) &&
  !isHeading(row) &&
  row.text.length <= 2 * widest &&
  (row.text.length > 55
    ? hanging.test(row.text) || (small.test(next.text) && !isStopped(row.text))
    : row.text.length > 20 && isTorn(row.text, next.text));

/** "Minutes of the meeting held" over "on Monday 4 March": a short line that cannot end so. */
const isTorn = (text: string, next: string): boolean =>
  /(?:^|\s)(?:held|in|at|of|the|on|(?:arranged|fixed|set) for)$/iu.test(text)
    ? /^[\p{L}\d]/u.test(next)
    : /^(?:held|on|at|in|commencing) /u.test(next) && !isStopped(text) && !text.includes("|");

function goesOn(
  row: Row,
  next: Row,
  before: Row | undefined,
  width: number | null,
  spaced: boolean,
): boolean {
  if (marked.test(next.text) || isHeading(row)) return false;
  if (/^(?:```|(?:[-*_=]\s*){3,}$)/u.test(row.text)) return false;
  if (/\|/u.test(row.text) || /\s{3,}| .*\t|\t.* /u.test(next.text)) return false;
  // What stands under a label's value belongs to it, but for the next of its people.
  const column = /^[\p{L} ]{3,30}:\s{2,}/u.exec(row.text);
  if (column !== null && Math.abs(next.indent - row.indent - column[0].length) < 2)
    return hanging.test(row.text) || row.text.endsWith(";") || !person.test(next.text);
  if (labelled.test(next.text) || /\s{3,}| .*\t|\t.* /u.test(row.text)) return false;
  if (/ {2}$|\\$/u.test(row.text)) return false;
  if (isAllStrong(row)) return spaced && isAllStrong(next) && !/:\**$/u.test(row.text);
  if (isBroken(row, next) || isCutShort(row, next)) return true;
  const full =
    width !== null && row.indent + row.text.length + 1 + firstWord(next.text).length > width;
  if (full && entry.test(next.text) && !hanging.test(row.text)) return false;
  if (full && row.text.length > 30) return !(spaced && isStopped(row.text));
  if (isOpen(row.text) && (spaced || row.text.length > 55)) return true;
  if (isStopped(row.text) || entry.test(next.text)) return false;
  if (row.text.length > 55 && hanging.test(row.text)) return true;
  if (row.text.length > 65 && /,.*,/u.test(row.text) && /^[^.:;]*,.*,/u.test(next.text))
    return true;
  const starts = before === undefined || row.gap > 0;
  if (row.text.length > 45 && starts && opening.test(row.text)) return true;
  if (!spaced) return false;
  return hanging.test(row.text) || /,.*,/u.test(row.text) || (isCapital(row) && isCapital(next));
}

const isCapital = ({ text }: Row): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text);

const firstWord = (text: string): string => /^\S+/u.exec(text)?.[0] ?? "";
