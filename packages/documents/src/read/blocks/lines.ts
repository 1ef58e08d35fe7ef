import { groupOf, Passage } from "../source/passage.ts";
import type { Sheet } from "../source/sheet.ts";

/** A line with words in it, its marks taken off. */
export interface Line {
  readonly content: Passage;
  readonly marker: "bullet" | "number" | null;
  /** `2`, `2.1`, `a`: the number of a numbered line, without its stop. */
  readonly number: Passage | null;
  /** Depth of a Markdown heading, 0 where there is none. */
  readonly depth: number;
  /** Columns of white space before the mark or the first word. */
  readonly indent: number;
  /** Empty lines between this line and the one before. */
  readonly gap: number;
  readonly quoted: boolean;
  /** A heading by its look or by its number in a count, though no mark of Markdown says so. */
  readonly titled?: boolean;
}

/** Longer lines are no lines of minutes: they are kept as text and nothing is sought in them. */
export const longestLine = 6000;

/** A point, with the box of a task list if it has one. */
const bullet = /^[•*+\-–—·▪◦‣○●](?: |$|(?<=\*)(?=\p{Lu}[^*]*$)) *(?:\[[ xX]\](?= ) *)?/u;
const number =
  /^\(?(?<number>\d{1,3}(?:\.\d{1,3})*(?:\([a-z]\))?)(?: ?[.)]+(?= |\p{Lu})| (?=- )|(?<=\d\.\d{1,3}) ) */du;
const letter = /^\(?(?<number>[a-z]|[ivx]{1,4})[.)] +/du;
const rule = /^(?:[-*_=] *){3,}$/u;
const markup = /^(?:\{:.*\}|<!--.*-->|<\/?[a-z]+>|!\[[^\]]*\]\([^()]*\)|\|?[ :|-]+\|[ :|-]*)$/u;

/** The lines of a document in order. Empty lines live on as `gap`; rules and layout marks are gone. */
export function linesOf(sheet: Sheet, from = 0, to = sheet.plain.length): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let pending: Line | null = null;
  let fenced = false;
  for (const [start, end] of extents(sheet, from, to)) {
    const whole = new Passage(sheet, start, end).part(0);
    if (whole.isEmpty) {
      gap++;
      continue;
    }
    const text = whole.end - whole.start > longestLine ? "" : whole.plain;
    if (text.startsWith("```")) {
      fenced = !fenced;
      continue;
    }
    if (rule.test(text) || markup.test(text)) {
      underline(lines, text, gap);
      continue;
    }
    const read = lineOf(whole, whole.start - start, gap);
    const line: Line = fenced
      ? { ...read, depth: 0, marker: null, number: null, quoted: true }
      : read;
    gap = 0;
    if (line.content.isEmpty) {
      pending = line;
      continue;
    }
    lines.push(
      pending !== null && line.marker === null && line.depth === 0
        ? { ...line, marker: "bullet", gap: pending.gap + line.gap, indent: pending.indent }
        : line,
    );
    pending = null;
  }
  return lines;
}

/** A line of `===` or `---` right under a line of text makes that line a heading. */
function underline(lines: Line[], text: string, gap: number) {
  const above = lines.at(-1);
  if (above === undefined || gap > 0 || above.marker !== null || above.depth > 0) return;
  if (/^={3,}$/u.test(text)) lines[lines.length - 1] = { ...above, depth: 1 };
  else if (/^-{3,}$/u.test(text) && !/[.!?;]["')]?$/u.test(above.content.plain))
    lines[lines.length - 1] = { ...above, depth: 2 };
}

/** A line read by its marks. */
export function lineOf(whole: Passage, indent: number, gap: number): Line {
  if (whole.end - whole.start > longestLine) {
    return { content: whole, marker: null, number: null, depth: 0, indent, gap, quoted: false };
  }
  const inner = whole.without(/^(?:> ?)+/u);
  const quoted = inner.start > whole.start;
  const body = unwrapped(inner);
  const hashes = /^#{1,6}(?= )/u.exec(body.plain);
  if (hashes !== null) {
    const content = unwrapped(body.part(hashes[0].length).without(/ +#+$/u));
    return { content, marker: null, number: null, depth: hashes[0].length, indent, gap, quoted };
  }
  const point = bullet.exec(body.plain);
  if (point !== null) {
    const content = unwrapped(body.part(point[0].length));
    return { content, marker: "bullet", number: null, depth: 0, indent, gap, quoted };
  }
  const found = number.exec(body.plain) ?? letter.exec(body.plain);
  const content = unwrapped(found === null ? body : body.part(found[0].length));
  const marker = found === null ? null : "number";
  return {
    content: marker === "number" ? content.without(/^[-–—] +/u) : content,
    marker,
    number: found === null ? null : groupOf(body, found, "number"),
    depth: 0,
    indent,
    gap,
    quoted,
  };
}

/** Without emphasis marks that stand around the whole. */
export function unwrapped(passage: Passage): Passage {
  const { plain } = passage;
  const mark = /^(?:\*{1,3}|_{1,3}|~~)(?=[^ *_~])/u.exec(plain)?.[0];
  if (mark === undefined || plain.length <= 2 * mark.length || !plain.endsWith(mark))
    return passage;
  return plain.indexOf(mark, mark.length) === plain.length - mark.length
    ? passage.part(mark.length, plain.length - mark.length)
    : passage;
}

function* extents({ plain }: Sheet, from: number, to: number): Generator<[number, number]> {
  for (let start = from; start <= to;) {
    const found = plain.indexOf("\n", start);
    const end = found < 0 || found > to ? to : found;
    yield [start, end];
    start = end + 1;
  }
}
