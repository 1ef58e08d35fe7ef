import type { Line } from "../blocks/lines.ts";
import { boilerplate } from "../vocabulary/english.ts";
import { type Style, styleOf } from "./heading.ts";
import { countStart, repeatedIn, signedAt } from "./line-kind.ts";
import { isListStart } from "./people-start.ts";
import { baseDepthOf } from "./section.ts";

/** In lines; what goes on longer without people or headings is business. */
export const longestHead = 200;

/** As far as a document tells in sentences who was there, in lines. */
export const firstSentences = 30;

/** What a document shows as a whole, before its lines are read one by one. */
export interface Layout {
  /** Without what a site adds. */
  readonly lines: readonly Line[];
  readonly style: Style;
  /** Whether titles count up through the document: another number heads none. */
  readonly counted: boolean;
  readonly baseDepth: number;
  /** Short lines that come again under every item: "Meeting objective". */
  readonly labels: ReadonlySet<string>;
  /** The line from which on the document is signed. */
  readonly end: number;
  /** "Agenda" is a plan where "Minutes" follow on the same level. */
  readonly planned: boolean;
  /** Where the first list of people opens, -1 where none does: what stands before it heads no business. */
  readonly peopleAt: number;
  /** The first of numbered paragraphs that count up: there the business starts, with headings or without. */
  readonly countAt: number;
}

/** "Shape", again and again: what a program leaves of a drawing. */
export const isRepeated = ({ labels }: Layout, { content, depth, marker }: Line): boolean =>
  depth === 0 && marker === null && !content.plain.includes(":") && labels.has(content.plain);

export function layoutOf(given: readonly Line[]): Layout {
  const lines = given.filter(
    ({ content, depth }) =>
      depth > 0 || !boilerplate.some((pattern) => pattern.test(content.plain)),
  );
  const tops = lines.filter(({ depth }) => depth > 1).map(({ content }) => content.plain);
  const has = (pattern: RegExp) => tops.some((top) => pattern.test(top));
  return {
    lines,
    style: styleOf(lines),
    counted: lines.some(
      ({ titled, number }) => titled === true && /^\d+$/u.test(number?.plain ?? ""),
    ),
    baseDepth: baseDepthOf(lines),
    labels: repeatedIn(lines),
    end: signedAt(lines),
    planned: has(/^agenda$/iu) && has(/^(?:minutes|notes)$/iu),
    peopleAt: lines
      .slice(0, longestHead)
      .findIndex((line, at, all) => isListStart(line, all[at + 1])),
    countAt: countStart(lines),
  };
}
