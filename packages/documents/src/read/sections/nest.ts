import type { Line } from "../blocks/lines.ts";
import { looksLikeTitle } from "./heading.ts";
import { aheadIn, issue } from "./line-kind.ts";

const holdsItems = /^(?:agenda(?: items?)?|(?:new|old) business|items?)$/iu;

/** Business that is one nested list, whose outermost points are its items. */
export class Nest {
  /** How far in the outermost points stand. */
  readonly base: number;
  /** How far in sub-items stand, once known. */
  #inset: number | null = null;
  #holds = false;

  constructor(base: number) {
    this.base = base;
  }

  isItem({ indent, content }: Line): boolean {
    if (indent < this.base || content.plain.length > 200) return false;
    if (indent === this.base) {
      this.#inset = null;
      this.#holds = holdsItems.test(content.plain);
      return true;
    }
    this.#inset ??= indent;
    return this.#holds && indent <= this.#inset;
  }
}

/** The nest that starts at a line; null where none does. */
export function nestAt(lines: readonly Line[], at: number): Nest | null {
  const base = nestOf(lines, at);
  return base === null ? null : new Nest(base);
}

/** How far in the outermost points stand where the business is one nested list and these are its items; null where it is none. */
function nestOf(lines: readonly Line[], from: number): number | null {
  const { inner } = aheadIn(lines, from);
  const points = inner.filter(({ marker }) => marker === "bullet");
  const base = points.reduce((least, { indent }) => Math.min(least, indent), 99);
  const own = inner.slice(0, inner.findLastIndex(({ marker }) => marker !== null) + 1);
  const tops = points.filter(({ indent }) => indent === base);
  if (own.length < 4 || tops.length < 2 || points.length * 10 < own.length * 8) return null;
  if (tops.length === points.length) return null;
  const parents = points.filter(
    ({ indent }, at) => indent === base && (points[at + 1]?.indent ?? 0) > base,
  ).length;
  const share = (test: (line: Line) => boolean) => tops.filter(test).length / tops.length;
  if (base === 0 && share(isBrief) > 2 / 3) return base;
  // Titles may be longer where nearly each has points of its own.
  return parents > 0.7 * tops.length && share(isSubject) >= 0.6 ? base : null;
}

const isBrief = ({ content: { plain } }: Line): boolean =>
  (plain.length < 60 && !/^\p{Ll}/u.test(plain)) || issue.test(plain);

/** "[Ann Bell] Request to fund [the gates](…)" names a subject. */
function isSubject({ content }: Line): boolean {
  const subject = content.without(/^\[[^\]]{2,40}\] +/u).without(/ ?\(?\[[^\]]*\]\([^()]*\)\)?$/u);
  return looksLikeTitle(subject.without(/[.!?]$/u)) && subject.plain.length < 100;
}
