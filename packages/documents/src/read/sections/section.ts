import { type Style, type Title, titleOf } from "./heading.ts";
import { listHeadingOf } from "./list-heading.ts";
import type { Line } from "../blocks/lines.ts";
import type { Passage } from "../source/passage.ts";
import { asides, opensBusiness } from "../vocabulary/english.ts";

/** A stretch of business under one heading; a null title is a heading that is lost. */
export interface Section {
  readonly title: Title | null;
  readonly level: number;
  readonly lines: Line[];
  /** The heading as it stands, with number and papers. */
  readonly whole: Passage | null;
  /** A list that closes the document and belongs to no item. */
  readonly detached: boolean;
  /** Headings and lists that are no item of business: "Summary of outcomes", "Actions". */
  readonly kind: "item" | "aside" | "actions" | "decisions";
  /** Depth of its Markdown heading, 0 where there is none. */
  readonly depth: number;
}

const actionHeading =
  /^(?:summary of |agreed |new )?actions?(?: points?| items?)?(?:\/(?:decisions?|resolutions?))?(?: \d{1,3})?(?:$| (?:relating to|noted for|for|agreed|arising|raised|resulting|required|from this meeting)\b)/iu;
/** Such a heading of the first order closes the business. */
const actionList =
  /^(?:new |list of )?action(?:s| items| points)(?: (?:resulting|from this meeting|taken|list))?$/iu;
const decisionHeading =
  /^(?:decisions?(?: made| taken| agreed)?|(?:conclusions?|consensus)(?:\/resolutions?)?|resolutions? ?#?\d*)$/iu;

/** The section that a heading opens. `content` is the heading's line, or the two lines of "Item 1" and its title. */
export function sectionOf(
  line: Line,
  content: Passage,
  level: number,
  style: Style,
  baseDepth: number,
): Section {
  const title = titleOf(content);
  const closing = style === "markdown" && line.depth <= baseDepth;
  return {
    title: { ...title, number: title.number ?? line.number },
    level,
    lines: [],
    whole: line.content,
    detached: style === "item" || closing,
    kind: kindOf(line, style, baseDepth),
    depth: line.depth,
  };
}

/** For text before the first heading. */
export const lostSection = (): Section => ({
  title: null,
  level: 1,
  lines: [],
  whole: null,
  detached: false,
  kind: "item",
  depth: 0,
});

function kindOf(line: Line, style: Style, baseDepth: number): Section["kind"] {
  const { plain } = line.content.without(/[ .:]+$/u).without(/^\d+\. */u);
  if (asides.some((pattern) => pattern.test(plain))) return "aside";
  if (style === "markdown" && actionList.test(plain)) return "actions";
  const label =
    line.content.plain.endsWith(":") ||
    line.depth > baseDepth ||
    style === "item" ||
    /^action point(?: \d+)?$/iu.test(plain);
  if (label && actionHeading.test(plain)) return "actions";
  return decisionHeading.test(plain) ? "decisions" : "item";
}

/** "Actions" over a list, again and again or in the middle of the business, belongs to the item before it. */
export function withActionLists(sections: readonly Section[]): Section[] {
  const isList = ({ kind, title }: Section) =>
    kind === "item" && title !== null && actionHeading.test(title.heading.plain);
  const lists = sections.filter(isList).length;
  return sections.map((section, at) => {
    const inside = at < sections.length - 1 && (at > 0 || section.depth > 1);
    return isList(section) && (lists > 1 || inside) ? { ...section, kind: "actions" } : section;
  });
}

/** Deeper headings inside a list of actions divide it and are no items. */
export function withinActions(sections: readonly Section[]): Section[] {
  let list: Section | null = null;
  return sections.map((section) => {
    const inside = list !== null && list.depth > 0 && section.depth > list.depth;
    if (!inside) list = section.kind === "actions" ? section : null;
    return inside && section.kind === "item" && list !== null
      ? {
          ...section,
          title: list.title,
          whole: list.whole,
          kind: "actions",
          detached: list.detached,
        }
      : section;
  });
}

/** The depth on which the headings of business stand; deeper ones are sub-headings. */
export function baseDepthOf(lines: readonly Line[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { depth, content } of lines) {
    if (depth < 2) continue;
    const plain = content.plain.replace(/:$/u, "");
    if (/^(?:\d+\.|discussion topic)/iu.test(plain)) return depth;
    const business =
      !asides.some((pattern) => pattern.test(plain)) &&
      ![opensBusiness, actionHeading, decisionHeading].some((pattern) => pattern.test(plain));
    if (business && depth < least && listHeadingOf(content) === null) least = depth;
  }
  return Number.isFinite(least) ? least : 1;
}
