import { datesIn } from "./dates.ts";
import type { Outline } from "./outline.ts";
import type { Passage } from "./passage.ts";

const opening =
  /^(?:a )?(?:draft )?(?:minutes?|note) (?:from|of) (?:the |an? )?[^.]{0,160}?\b(?:meeting|held|took place)\b|^[^.]{3,120}\bminutes(?: ?[:–—-] ?|$)/iu;
const verb = /\b(?:were|was|are|is|be) (?:agreed|approved|accepted|noted|circulated|published)\b/iu;

/** The place where the minutes of a second meeting start, or null: another title or opening sentence, with another date. */
export function meetingsIn({ head, sections, notes }: Outline): Passage | null {
  let first: string | null = null;
  const texts = [
    ...head.map(({ content }) => content),
    ...notes,
    ...sections.flatMap(({ whole, lines }) => [
      ...(whole === null ? [] : [whole]),
      ...lines.map(({ content }) => content),
    ]),
  ].toSorted((one, other) => one.start - other.start);
  for (const text of texts) {
    if (text.end - text.start > 300 || !opening.test(text.plain) || verb.test(text.plain)) continue;
    const day = datesIn(text).find(({ on }) => on.length === 10)?.on;
    if (day === undefined) continue;
    if (first !== null && day !== first) return text;
    first ??= day;
  }
  return null;
}
