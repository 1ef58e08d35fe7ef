import { itemLine, looksLikeTitle } from "../sections/heading.ts";
import { listHeadingOf } from "../sections/list-heading.ts";
import { looksLikeName } from "../facts/names.ts";
import { labels } from "../vocabulary/english.ts";
import type { Line } from "./lines.ts";

/** As long as a numbered title is. */
const longest = 180;

/** Finds the headings that carry no mark: those that stand out in bold, and those that count up through the document. */
export function withTitles(lines: readonly Line[]): Line[] {
  const topped = withTopTitle(lines);
  if (topped.filter(({ content }) => itemLine.test(content.plain)).length > 1) return topped;
  return withBold(withCounted(topped));
}

/** A page whose first line is its only heading of the second level has that for its title. */
function withTopTitle(lines: readonly Line[]): Line[] {
  const [first] = lines;
  const shown = lines.filter(({ depth }) => depth > 0 && depth <= (first?.depth ?? 0));
  const told = /\b(?:minutes|notes?|meeting)\b.*\d{4}/iu.test(first?.content.plain ?? "");
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
      : /[.!?]$/u.test(title.plain)) ||
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
  return lines.flatMap((line, at) => (counted.has(at) ? runIn(line) : [line]));
}

function countOf(lines: readonly Line[]): number[] {
  const numbered = lines.flatMap((line, at) =>
    line.depth === 0 && line.marker === "number" && /^\d{1,2}$/u.test(line.number?.plain ?? "")
      ? [{ at, value: Number(line.number?.plain), indent: line.indent }]
      : [],
  );
  const [first] = numbered;
  if (first === undefined || numbered.length < 2 || first.value > 2) return [];
  const top = numbered.filter(({ indent }) => indent <= first.indent + 1);
  const rising = top.every(({ value }, index) => {
    const before = top[index - 1]?.value;
    return before === undefined || (value > before && value - before < 3);
  });
  if (!rising) return [];
  const titles = top.filter(({ at }) => {
    const line = lines[at];
    return line !== undefined && (runInTitle.test(line.content.plain) || isShort(line));
  });
  const apart = top.filter(({ at }) => !/^\d+$/u.test(lines[at + 1]?.number?.plain ?? "")).length;
  const runs = top.filter(({ at }) => runInTitle.test(lines[at]?.content.plain ?? "")).length;
  if (titles.length < top.length * 0.8 || Math.max(apart, runs) < top.length * 0.6) return [];
  return titles.map(({ at }) => at);
}

const isShort = ({ content }: Line): boolean =>
  content.plain.length <= longest &&
  !/[.!?;,]$/u.test(content.plain) &&
  /^["'(]?[\p{Lu}\d]/u.test(content.plain);

/** "Matters arising: the lights are mended." */
const runInTitle = /^(?<title>\p{Lu}[^:.!?]{2,70}?) ?:(?= |$)/u;

const isText = (rest: string): boolean =>
  /[.!?]["')]?$/u.test(rest) ||
  rest.length > 60 ||
  /^(?:none|nil|noted|n\/a|agreed)\b/iu.test(rest);

/** The title as a heading, and what runs on after it as a line of its own. */
function runIn(line: Line): Line[] {
  const { content } = line;
  const title = runInTitle.exec(content.plain)?.groups?.["title"];
  const people = listHeadingOf(content);
  if (people !== null) return [line];
  if (title === undefined) return [{ ...line, titled: true }];
  if (Object.values(labels).some((label) => label.test(title)) && !/minutes|next/iu.test(title))
    return [line];
  const heading = { ...line, content: content.part(0, title.length), titled: true };
  const rest = content.part(title.length).without(/^ ?: */u);
  if (rest.isEmpty) return [heading];
  if (!isText(rest.plain)) return [{ ...line, titled: true }];
  return [heading, { ...line, content: rest, marker: null, number: null, gap: 0 }];
}
