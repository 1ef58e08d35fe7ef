import type { Line } from "../blocks/lines.ts";
import { looksLikeTitle } from "../sections/heading.ts";
import { listHeadingOf } from "../sections/list-heading.ts";
import { isUsual } from "../blocks/run-ins.ts";
import { isRow } from "../sections/people-start.ts";
import { imperative } from "../vocabulary/english.ts";

/** What of a document was read elsewhere: numbered items, the day of the next meeting. */
export interface Read {
  readonly counted: boolean;
  readonly dated: boolean;
}

const longestTitle = 90;
const actionWord =
  /^\W*(?:new |agreed )?(?:actions?(?: points?| items?)?|to ?do|follow[- ]?ups?|next steps?)\b|\b(?:ACTIONS?|TODO)\b/iu;
const decisionWord = /^\W*(?:decisions?|resolutions?|resolved|agreed|motions?|moved)\b/iu;
const next = /\bnext (?:\p{L}+ ){0,3}meetings?\b/iu;
const task = /^\p{Lu}[^.:;]{1,40} (?:to|will) (?<verb>\p{Ll}+)\b/u;

/** Numbers in the middle of a line, as of a document that lost its line ends. */
const inner = /(?<= )\d{1,2}[.)] (?=\p{Lu})/gu;
export const isRunOn = (plain: string): boolean =>
  [...plain.slice(0, 20_000).matchAll(inner)].length > 3;
const runsIn = /^(?<title>\p{Lu}[^:.]{2,40}?) ?:(?: |$)/u;

/** Whether a line of text has the look of a heading, a list of people, an action or a date that was not read as one. */
export function looksElse(line: Line, after: Line | undefined, { counted, dated }: Read): boolean {
  const { content, marker, depth, gap } = line;
  const { plain } = content;
  if (plain.length > 2000) return isRunOn(plain);
  if (depth > 0 || listHeadingOf(content) !== null) return true;
  if (marker === "number" && counted) return true;
  const title = plain.length < longestTitle && looksLikeTitle(content.without(/ ?[:;]$/u));
  const parent = marker === "bullet" && (after?.indent ?? 0) > line.indent;
  if (
    title &&
    (parent || marker === "number" || (marker === null && (gap > 0 || plain.endsWith(":"))))
  )
    return true;
  if (marker === null && gap > 0 && isUsual(runsIn.exec(plain)?.groups?.["title"] ?? "?"))
    return true;
  if (actionWord.test(plain) || decisionWord.test(plain)) return true;
  if (imperative.test(task.exec(plain)?.groups?.["verb"] ?? "")) return true;
  if (!dated && next.test(plain)) return true;
  return /,.*,/u.test(plain) && isRow(line);
}
