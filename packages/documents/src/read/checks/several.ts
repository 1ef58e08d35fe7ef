import { datesIn } from "../facts/dates.ts";
import type { Outline } from "../sections/outline.ts";
import type { Passage } from "../source/passage.ts";
import { labels } from "../vocabulary/english.ts";

/** "Bog Council minutes: June 2018": so a document is titled, and no item of business. */
const titled =
  /^(?!(?:draft|previous|last|approved|the)\b)[^.]{8,120} minutes ?[:–—-] ?[^.]{4,30}$/iu;
/** "Minutes of the meeting held on 9 June 2018": a document's first sentence, or an item about earlier minutes. */
const opening =
  /^(?:a )?(?:draft )?(?:minutes?|note) (?:from|of) (?:the |an? )?[^.]{0,160}?\b(?:meeting|held|took place)\b/iu;
const agreed =
  /\b(?:were|was|are|is|be) (?:agreed|approved|accepted|noted|circulated|published)\b/iu;

/** The place where the minutes of a second meeting start, or null: another title, label or opening sentence, with another date. */
export function meetingsIn(outline: Outline): Passage | null {
  const texts = textsOf(outline);
  const starts = outline.lists.flatMap(({ lines, item }) =>
    item === null ? [lines[0]?.line.content.start ?? 0] : [],
  );
  let first: string | null = null;
  for (const [at, text] of texts.entries()) {
    const said = dated(text, texts[at + 1]);
    if (said === null) continue;
    const { on, sure } = said;
    first ??= on;
    if (first.startsWith(on) || on.startsWith(first)) {
      if (on.length > first.length) first = on;
    } else if (sure || isAmong(text.start, starts)) return text;
  }
  return null;
}

/** Whether people are listed before and after. */
const isAmong = (place: number, starts: readonly number[]) =>
  starts.some((start) => start < place) && starts.some((start) => start > place);

function dated(text: Passage, next: Passage | undefined): { on: string; sure: boolean } | null {
  if (text.end - text.start > 300) return null;
  const [label = "", value] = text.plain.split(/: ?/u);
  if (labels["date"]?.test(label) === true) {
    const [date] = datesIn(value === undefined && next !== undefined ? next : text);
    return date === undefined ? null : { on: date.on, sure: true };
  }
  const title = titled.test(text.plain);
  if (!title && (!opening.test(text.plain) || agreed.test(text.plain))) return null;
  const [date] = datesIn(text);
  return date === undefined ? null : { on: date.on, sure: title };
}

/** The day of the next meeting is no second one. */
const isOfThis = ({ whole }: Outline["sections"][number]): boolean =>
  !/\b(?:next|future|forthcoming) (?:\p{L}+ )?meetings?\b/iu.test(whole?.plain ?? "");

const textsOf = ({ head, sections, notes }: Outline): Passage[] =>
  [
    ...head.map(({ content }) => content),
    ...notes,
    ...sections
      .filter(isOfThis)
      .flatMap(({ whole, lines }) => [
        ...(whole === null ? [] : [whole]),
        ...lines.map(({ content }) => content),
      ]),
  ].toSorted((one, other) => one.start - other.start);
