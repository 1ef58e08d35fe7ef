import type { Line } from "../blocks/lines.ts";
import type { Passage } from "../source/passage.ts";

/** A paragraph or a point of a list, its continuation lines joined. */
export interface Unit {
  readonly text: Passage;
  readonly line: Line;
  /** A line in small letters right under a finished sentence: a point of a list that lost its marks. */
  readonly trails: boolean;
}

/** Joins lines that a wrapped text has broken: those that go on in lower case, or indented under their point. */
export function unitsOf(lines: readonly Line[]): Unit[] {
  const units: Unit[] = [];
  let last: Line | null = null;
  for (const line of lines) {
    const above = units.at(-1);
    if (above !== undefined && last !== null && continues(last, line, above)) {
      units[units.length - 1] = { ...above, text: above.text.through(line.content) };
    } else units.push({ text: line.content, line, trails: trails(last, line, above) });
    last = line;
  }
  return units;
}

const isApart = ({ marker, gap, depth, quoted }: Line): boolean =>
  marker !== null || gap > 0 || depth > 0 || quoted;

function trails(last: Line | null, line: Line, above: Unit | undefined): boolean {
  if (last === null || isApart(line) || !/^\p{Ll}/u.test(line.content.plain)) return false;
  const { plain } = last.content;
  return above?.trails === true || (/[.:]$/u.test(plain) && !abbreviated.test(plain.slice(-6)));
}

/** Where text is broken into lines of one width, no line is longer. */
const widest = 110;

function continues(last: Line, line: Line, above: Unit): boolean {
  const field = fieldLine.test(line.content.plain) && line.indent > above.line.indent;
  if (field && line.marker === "bullet" && above.line.marker !== null) return true;
  if (isApart(line)) return false;
  const { plain } = last.content;
  if (
    labelLine.test(line.content.plain) &&
    /^[*_]*\p{L}+(?: \p{L}+)?[*_]*:/u.test(line.content.plain)
  )
    return false;
  if (above.line.marker !== null && line.indent > above.line.indent) return true;
  if (fieldLine.test(line.content.plain) && labelLine.test(above.text.plain)) return true;
  if (labelLine.test(line.content.plain)) return false;
  const open = !/[.:!?;]$/u.test(plain) && plain.length > 55;
  if (above.trails && plain.length > widest) return false;
  return open && /^[\p{Ll}(\d]/u.test(line.content.plain);
}

/** "Owner: …" and "Due: …" under an action. */
const fieldLine =
  /^(?:action (?:for|by)|owners?|lead|responsible|due(?: date)?|deadline|by when|status):/iu;
const labelLine = /^[*_]*(?:new )?(?:action|ap\b)/iu;

const boundary = /(?<=[.!?]["')\]]?) +(?=["'([]?[\p{Lu}\d])/gu;
const abbreviated = /\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|Rev|Hon|eg|ie|e\.g|i\.e|vs|etc|approx|Cllr)\.$/u;

/** "D. Gunn", "J. R. Orr": a stop after one letter belongs to a name. */
const initial = /(?:^|[ .(])\p{Lu}\.$/u;

/** A text is asked by several stages. */
const divided = new WeakMap<Passage, Passage[]>();

/** The sentences of a text in order; a stop after "Dr", "No" or an initial ends none. */
export function sentencesOf(text: Passage): readonly Passage[] {
  const known = divided.get(text);
  if (known !== undefined) return known;
  const sentences = divide(text);
  divided.set(text, sentences);
  return sentences;
}

function divide(text: Passage): Passage[] {
  const parts = text.split(boundary);
  const sentences: Passage[] = [];
  for (const part of parts) {
    const last = sentences.at(-1);
    if (
      last !== undefined &&
      (abbreviated.test(last.plain.slice(-6)) || initial.test(last.plain.slice(-3)))
    )
      sentences[sentences.length - 1] = last.through(part);
    else sentences.push(part);
  }
  return sentences;
}
