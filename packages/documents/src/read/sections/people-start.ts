import type { Line } from "../blocks/lines.ts";
import { entriesOf } from "../facts/entries.ts";
import type { Passage } from "../source/passage.ts";
import { looksLikeName } from "../facts/names.ts";
import { finiteVerb, unnamed } from "../vocabulary/english.ts";
import { looksLikeTitle } from "./heading.ts";
import { type ListHeading, listHeadingOf } from "./list-heading.ts";
import { excusedIn } from "./roll.ts";

/** A word such as "Apologies" is a list only if people follow it, on its line or under it. */
export function leadsToPeople(
  { rest, category }: ListHeading,
  line: Line,
  next: Line | undefined,
  inBusiness: boolean,
): boolean {
  const early = !inBusiness || line.depth > 0;
  if (rest !== null) {
    if (!early && line.marker !== null) return false;
    if (/ (?:called|opened|took|read) the \p{L}+\.?$/u.test(rest.plain)) return false;
    return (
      entriesOf(rest, true).entries.length > 0 || /^(?:none|nil|n\/a|[-–—x]$)/iu.test(rest.plain)
    );
  }
  if (next === undefined) return line.depth > 0 && category !== null;
  if (category === "apologies" && line.depth === 0 && excusedIn(next.content) !== null) return true;
  if (line.marker === "number" && (isRow(next) || isLead(line, next))) return true;
  if (line.marker !== null) return false;
  if (listHeadingOf(next.content) !== null) return early;
  if (isNobody(next.content)) return !inBusiness;
  const found = entriesOf(next.content, true).entries.length > 0;
  if (early && category !== null && line.content.plain.endsWith(":") && isPost(next)) return true;
  // "Corporate members" in the business heads a list only where people follow.
  if (inBusiness && line.depth > 0)
    return (
      found || /\bname\b.*\||\|.*\bname\b/iu.test(next.content.plain) || isNobody(next.content)
    );
  return early ? found || line.depth > 0 : found && next.marker === "bullet";
}

/** "1. Apologies received from:" over one name. */
const isLead = ({ content }: Line, next: Line): boolean =>
  content.plain.endsWith(":") &&
  next.marker === null &&
  next.depth === 0 &&
  entriesOf(next.content, false).entries.some(({ name }) => looksLikeName(name.plain));

/** A row of people and nothing else, as it stands under a numbered heading. */
export function isRow({ content, marker, depth }: Line): boolean {
  if (marker !== null || depth > 0 || content.end - content.start > 2000) return false;
  if (content.plain.split(" ", 12).some((word) => finiteVerb.test(word))) return false;
  const { entries } = entriesOf(content, true);
  return entries.filter(({ name }) => / |\./u.test(name.plain)).length > 1;
}

/** "Director of Works": somebody who is listed by post, without a name. */
export const isPost = ({ content, marker, depth }: Line): boolean =>
  marker === null &&
  depth === 0 &&
  content.plain.length < 60 &&
  /^\p{Lu}[^.:;!?]+$/u.test(content.plain) &&
  !content.plain.split(" ").some((word) => finiteVerb.test(word)) &&
  entriesOf(content, false).entries.length === 0;

/** "None", "There were no absences", "Two members of the public": a list without names. */
export const isNobody = ({ plain }: Passage): boolean =>
  /^(?:(?:there (?:was|were) )?no(?:ne|body| one)?|nil)\b/iu.test(plain) || unnamed.test(plain);

/** "(TG) Trustee Governor; (PG) Parent Governor": what the letters after the names mean. */
export const isLegend = ({ plain }: Passage): boolean =>
  /^\(\p{Lu}{2,6}\) \p{Lu}/u.test(plain) && / \(\p{Lu}{2,6}\) /u.test(plain);

/** "Senior Team" over a row of names, in the middle of the lists. */
export const isUnknownHeading = ({ content, marker }: Line, next: Line | undefined): boolean =>
  marker === null &&
  next !== undefined &&
  isRow(next) &&
  looksLikeTitle(content) &&
  entriesOf(content, false).entries.length === 0;

/** Whether a list of people starts here, judged by the heading and what follows it. */
export function isListStart({ content, marker, depth }: Line, next: Line | undefined): boolean {
  if (marker === "bullet") return false;
  const found = listHeadingOf(content);
  if (found === null || found.way) return false;
  if (found.rest !== null) return entriesOf(found.rest, true).entries.length > 0;
  if (next === undefined) return false;
  return depth > 0 || entriesOf(next.content, true).entries.length > 0;
}
