import { itemLine, looksLikeTitle } from "../sections/heading.ts";
import { listHeadingOf } from "../sections/list-heading.ts";
import { looksLikeName } from "../facts/names.ts";
import { labels } from "../vocabulary/english.ts";
import type { Passage } from "../source/passage.ts";
import type { Line } from "./lines.ts";
import { countsOf } from "./numbering.ts";
import { restOf, withRunIns } from "./run-ins.ts";

/** As long as a numbered title is. */
const longest = 180;

/** Finds the headings that carry no mark: those that stand out in bold, and those that count up through the document. */
export function withTitles(lines: readonly Line[]): Line[] {
  const topped = withTopTitle(lines);
  if (topped.filter(({ content }) => itemLine.test(content.plain)).length > 1) return topped;
  return withRunIns(withColons(withBold(withCounted(topped))));
}

/** Lines that end in a colon and stand apart over text are headings, in a document that has no others. */
function withColons(lines: readonly Line[]): Line[] {
  const shown = lines.some(({ depth, titled }) => depth > 1 || titled === true);
  const found = shown ? [] : lines.flatMap((line, at) => (isColonTitle(lines, at) ? [at] : []));
  if (found.length < 3) return [...lines];
  const titles = new Set(found);
  return lines.map((line, at) => (titles.has(at) ? { ...line, depth: 2, titled: true } : line));
}

function isColonTitle(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || next === undefined || line.marker !== null || line.quoted) return false;
  if (line.gap === 0 || next.content.plain.endsWith(":")) return false;
  if (next.marker !== null && !/^[ai1]$/u.test(next.number?.plain ?? "")) return false;
  const title = line.content.without(/ ?:$/u);
  if (title.end === line.content.end || title.plain.split(" ").length > 8) return false;
  const people = listHeadingOf(line.content) !== null || looksLikeName(title.plain);
  if (/^(?:for|and|to|in|resolved|signed)\b/iu.test(title.plain)) return false;
  return (
    looksLikeTitle(title) && !people && !Object.values(labels).some((l) => l.test(title.plain))
  );
}

/** A page whose first line is its only heading of the second level has that for its title. */
function withTopTitle(lines: readonly Line[]): Line[] {
  const [first] = lines;
  const shown = lines.filter(({ depth }) => depth > 0 && depth <= (first?.depth ?? 0));
  const told = /\b(?:minutes|notes?|meeting)\b.*\d{4}/iu.test(
    first?.content.plain.slice(0, longest) ?? "",
  );
  if (first === undefined || first.depth < 2 || (shown.length > 1 && !told)) return [...lines];
  return [{ ...first, depth: 1 }, ...lines.slice(1)];
}

/** Lines all in bold are headings where there are several, one below the headings that are marked. */
function withBold(lines: readonly Line[]): Line[] {
  const bold = new Set(lines.flatMap((line, at) => (isBoldTitle(line, lines[at + 1]) ? [at] : [])));
  const business = [...bold].filter((at) => {
    const title = lines[at]?.content;
    return title !== undefined && listHeadingOf(title) === null;
  });
  if (bold.size < 2 || business.length === 0) return [...lines];
  const marked = lines.filter(({ depth, content }) => depth > 1 && listHeadingOf(content) === null);
  const counted = lines.some(({ titled, content }) => titled === true && !content.isStrong);
  const depth = Math.min(6, Math.max(counted ? 3 : 2, ...marked.map((line) => line.depth + 1)));
  return lines.map((line, at) => {
    if (bold.has(at)) return { ...line, depth, marker: null, titled: true };
    return line.titled === true && counted ? { ...line, depth: 2, marker: null } : line;
  });
}

/** "072/18 Bylaws" */
const coded = /^\d{1,4}\/\d{1,4}[ :.-]/u;

/** The opening sentence of minutes may stand out too. */
const held = /\b(?:minutes?|meeting)\b.*\b(?:held|\d{4})\b/iu;

function isBoldTitle(
  { content, depth, marker, number, quoted }: Line,
  next: Line | undefined,
): boolean {
  if (depth > 0 || quoted || marker === "bullet" || next === undefined || !content.isStrong)
    return false;
  const title = content.without(/ ?:$/u);
  if (
    (number === null && !coded.test(title.plain)
      ? !looksLikeTitle(title)
      : /[!?]$|\.$/u.test(title.plain) && title.plain.split(" ").length > 7) ||
    looksLikeName(title.plain) ||
    title.plain.length > longest
  )
    return false;
  if (number !== null || coded.test(title.plain)) return true;
  if (held.test(title.plain)) return false;
  return listHeadingOf(content) !== null || !/^[\p{L} ]{3,30}:(?: |$)/u.test(content.plain);
}

/** Numbered lines that count up from 1 through the document, with text between them, are its headings: "2. Complaints received: none". */
function withCounted(lines: readonly Line[]): Line[] {
  if (lines.filter(({ depth }) => depth > 1).length > 1) return [...lines];
  const counted = new Set(countOf(lines));
  if (counted.size === 0) return [...lines];
  const within = new Set(lines.flatMap((_, at) => subtitlesFrom(lines, at)));
  const told = [...counted].filter((at) => isRunIn(lines[at])).length;
  return lines.flatMap((line, at) => {
    if (counted.has(at)) return runIn(line, told * 2 > counted.size);
    return within.has(at) ? [{ ...line, titled: true }] : [line];
  });
}

/** Whether a title has text on its line. */
function isRunIn(line: Line | undefined): boolean {
  const title = line === undefined ? null : runInTitleOf(line.content);
  return title !== null && line !== undefined && isText(restOf(line, title).plain);
}

/** "i) Cemetery", "ii) Lights", each over text of its own: titles under a title. */
function subtitlesFrom(lines: readonly Line[], from: number): number[] {
  const first = lines[from]?.number?.plain;
  if (first !== "i" && first !== "a") return [];
  const order = (first === "i" ? "i ii iii iv v vi vii viii" : "a b c d e f g h").split(" ");
  const found: number[] = [];
  for (let at = from; at < lines.length && at < from + 200; at++) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (line === undefined || /^\d/u.test(line.number?.plain ?? "")) break;
    if (line.number?.plain !== order[found.length]) continue;
    if (!isShort(line) || next === undefined || next.marker !== null || next.depth > 0) return [];
    found.push(at);
  }
  return found.length > 1 ? found : [];
}

/** The lines of the count that has the most titles in it: "1.", "IV", "25/32". */
function countOf(lines: readonly Line[]): number[] {
  const series = new Map<string, Counted[]>();
  for (const [at, { depth, marker, number, indent }] of lines.entries()) {
    const written = number?.plain ?? "";
    if (depth > 0 || marker !== "number" || !/^[\dIVX]/u.test(written)) continue;
    for (const { series: key, value } of countsOf(written)) {
      const counted = series.get(key) ?? [];
      counted.push({ at, value, indent });
      series.set(key, counted);
    }
  }
  const counts = [...series.values()].map((counted) => titlesIn(counted, lines));
  return counts.toSorted((one, other) => other.length - one.length)[0] ?? [];
}

interface Counted {
  readonly at: number;
  readonly value: number;
  readonly indent: number;
}

function titlesIn(numbered: readonly Counted[], lines: readonly Line[]): number[] {
  const [first] = numbered;
  if (first === undefined || numbered.length < 2) return [];
  // Minutes of a year may be counted through; a list is not.
  const runsOn = numbered.length > 2 && first.value > 9;
  if (first.value > 2 && !runsOn) return [];
  const outer = numbered.filter(({ indent }) => indent <= first.indent + 1);
  // Where points stand between them, a site counts every title as its first.
  const stuck = outer.length > 2 && outer.every(({ value }) => value === 1);
  const top = stuck ? outer : withoutInner(outer);
  const rising = top.every(({ value }, index) => {
    const before = top[index - 1]?.value;
    return before === undefined || (value > before && value - before < (runsOn ? 2 : 3));
  });
  if (!rising && !stuck) return [];
  const titles = top.filter(({ at }) => {
    const line = lines[at];
    return line !== undefined && (runInTitleOf(line.content) !== null || isShort(line));
  });
  const apart = top.filter(({ at }) => {
    const content = lines[at]?.content;
    // A paragraph holds its text itself.
    const runs =
      content !== undefined &&
      (runInTitleOf(content) !== null || content.plain.length > longest / 2);
    return runs || !/^\d+$/u.test(lines[at + 1]?.number?.plain ?? "");
  }).length;
  // A long count may hold sentences too.
  const least = top.length < outer.length || top.length < 5 ? 0.7 : 0.5;
  if (titles.length < top.length * least || apart < top.length * 0.6) return [];
  return titles.map(({ at }) => at);
}

/** How far on the count is sought after an inner list, in numbered lines. */
const reach = 200;

/** Without lists that start at one in the middle of the count: the count goes on after them. */
function withoutInner(numbered: readonly Counted[]): Counted[] {
  const kept: Counted[] = [];
  for (let at = 0; at < numbered.length; at++) {
    const each = numbered[at];
    const next = (kept.at(-1)?.value ?? 0) + 1;
    if (each === undefined) break;
    if (each.value === 1 && kept.length > 0) {
      let end = at;
      while (numbered[end + 1]?.value === (numbered[end]?.value ?? 0) + 1) end++;
      const goesOn = numbered.slice(end + 1, end + 1 + reach).some(({ value }) => value === next);
      // As far as the inner list goes without reaching the count, or past it where the count comes again.
      // One alone is no list.
      if (end > at && (goesOn || (numbered[end]?.value ?? 0) < next)) {
        at = end;
        continue;
      }
    }
    kept.push(each);
  }
  return kept;
}

const isShort = ({ content }: Line): boolean => {
  const { plain } = content;
  if (plain.length > longest || !/^["'(]?[\p{Lu}\d]/u.test(plain)) return false;
  const stopped = /[.;]$/u.test(plain) && plain.split(" ").length < 7;
  return !/[.!?;,]$/u.test(plain) || (stopped && looksLikeTitle(content.without(/[.;]$/u)));
};

/** "Matters arising: the lights are mended." and "Matters arising. The lights are mended." */
const runInTitle =
  /^(?<title>(?:\d{1,3} )?\p{Lu}[^:.!?]{2,70}?) ?(?::(?= |$)|\.(?= +["'(]?\p{Lu}))/u;

/** "PUBLIC QUESTIONS One resident asked": a title in capitals, and no mark after it. */
const shoutedTitle =
  /^(?<title>\p{Lu}{2}[\p{Lu}\d'&/(), -]{2,90}\p{Lu}) (?=\p{Lu}\p{Ll}|\p{Lu} \p{Ll}|\p{Lu} \p{Lu}\p{Ll})/u;

function runInTitleOf(content: Passage): string | null {
  const bold = boldStart(content);
  if (bold !== null) return bold;
  const capitals = shoutedTitle.exec(content.plain)?.groups?.["title"];
  if (capitals !== undefined && capitals.length > 5) return capitals;
  const found = runInTitle.exec(content.plain);
  const title = found?.groups?.["title"];
  if (found === null || title === undefined) return null;
  const stopped = found[0].endsWith(".");
  if (stopped && (title.split(" ").length > 10 || !looksLikeTitle(content.part(0, title.length))))
    return null;
  return title;
}

/** "**Complaints received.** None": what stands out at the start of a line, and not all of it. */
function boldStart(content: Passage): string | null {
  const { strong, plain } = content.sheet;
  let end = content.start;
  while (end < content.end && (strong[end] === 1 || plain[end] === " ")) end++;
  if (end === content.end || end - content.start < 4 || end - content.start > 100) return null;
  const title = content.part(0, end - content.start).without(/[ .:]+$/u);
  return /^\p{Lu}/u.test(title.plain) && !/[.!?] \p{Lu}/u.test(title.plain) ? title.plain : null;
}

const isText = (rest: string): boolean =>
  /[.!?]["')]?$/u.test(rest) ||
  rest.length > 60 ||
  /^(?:none|nil|no|noted|n\/a|agreed)\b/iu.test(rest);

/** The title as a heading, and what runs on after it as a line of its own. `always` where most of the count do. */
function runIn(line: Line, always: boolean): Line[] {
  const { content } = line;
  const title = runInTitleOf(content);
  const people = listHeadingOf(content);
  if (people !== null) return [line];
  if (title === null) return [{ ...line, titled: true }];
  if (Object.values(labels).some((label) => label.test(title)) && !/minutes|next/iu.test(title))
    return [line];
  const heading = { ...line, content: content.part(0, title.length), titled: true };
  const rest = restOf(line, title);
  if (rest.isEmpty) return [heading];
  if (!always && !isText(rest.plain)) return [{ ...line, titled: true }];
  return [heading, { ...line, content: rest, marker: null, number: null, gap: 0 }];
}
