import type { NextMeeting } from "../../reading.ts";
import { longestLine } from "../blocks/lines.ts";
import { datesIn, timeIn, type WrittenDate, type WrittenTime, zoneOf } from "./dates.ts";
import type { Section } from "../sections/section.ts";
import { sentencesOf } from "./sentence.ts";
import type { Passage } from "../source/passage.ts";
import { perLexicon } from "../vocabulary/lexicon.ts";

interface Notice {
  readonly date: WrittenDate;
  readonly time: WrittenTime | null;
  readonly location: Passage | null;
  /** The sentence or line that gives it. */
  readonly text: Passage;
  /** How much speaks for it. */
  readonly weight: number;
}

const announces =
  /\b(?:next (?:\p{L}+ ){0,4}?meetings?\b(?! (?:agenda|papers))|(?:will |to )?(?:next )?(?:meet|reconvene)(?: again| next)\b|(?:will|to) next meet\b|(?:will|to) meet (?:again\b|(?:on|at|in) |(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:\d{1,3}(?:st|nd|rd|th) meeting|meeting (?:no\.? ?)?\d{1,3}) (?:will|is to|takes)\b)/iu;
const titled = perLexicon(
  (words) =>
    new RegExp(
      `\\bnext (?:\\p{L}+ ){0,3}meetings?\\b|\\bdates? of (?:the )?(?:next|future)\\b|^(?:future|forthcoming) meetings?\\b|^(?:meeting )?dates?(?: of meetings?)?$|\\b(?:${words.wordsFor("next meeting")})\\b`,
      "iu",
    ),
);
/** What else has a date under such a title. */
const otherwise =
  /\b(?:papers|agenda items|items for|deadline|open day|joint session|away ?day|published|closing date|previous|last meeting|site visit|election)\b/iu;
const moved =
  /\b(?:postponed|moved|rescheduled|re-?arranged|brought forward|changed|put back)\b(?: from .{4,40}?)? (?:to|until)\b/iu;
const cancelled = /\b(?:cancelled|will not (?:be held|take place|meet))\b/iu;
const place =
  /^(?:,? (?:in|at|by|via|on|venue:?) |, )(?<place>(?:MS |Microsoft |the )?\p{Lu}[\p{L}\d'& ,-]{2,80}?)(?=[.;)]|$)/du;

/** The notice in a sentence that speaks of the next meeting; in a section of that title any date is it. */
export function noticeIn(text: Passage, after: string | null, underTitle: boolean): Notice | null {
  if (text.plain.length > 600) return null;
  const found = announces.exec(text.plain);
  if ((found === null && !underTitle) || cancelled.test(text.plain)) return null;
  const away = moved.exec(text.plain);
  const said = text.part(away?.index ?? found?.index ?? 0);
  const date =
    datesIn(said, after)[0] ?? (underTitle && away === null ? datesIn(text, after)[0] : undefined);
  if (date === undefined || (after !== null && date.on < after.slice(0, date.on.length)))
    return null;
  const from = Math.min(said.start, date.passage.start);
  const time =
    timeIn(text.part(date.passage.end - text.start)) ??
    timeIn(text.part(from - text.start, date.passage.start - text.start));
  const last = Math.max(date.passage.end, time?.passage.end ?? 0);
  const where = place.exec(text.sheet.plain.slice(last, text.end));
  const at = where?.indices?.groups?.["place"];
  const start = last - text.start;
  const weight =
    (underTitle ? 3 : 0) +
    (found === null ? 0 : 2) +
    (away === null ? 0 : 2) +
    (date.on.length > 7 ? 2 : 0) +
    (time === null ? 0 : 1) -
    (otherwise.test(text.plain) ? 2 : 0);
  return {
    date,
    time,
    location: at === undefined ? null : text.part(start + at[0], start + at[1]),
    text,
    weight,
  };
}

/** Whether a next meeting is announced without a date. */
export const announcesUndated = ({ plain }: Passage): boolean =>
  plain.length < 600 &&
  /\bnext meeting (?:will|is|takes|date)\b|^(?:date of (?:the )?)?next meeting$/iu.test(plain);

/** The next meeting: as the head labels it, else the notice of the business for which most speaks. `after` is the day of this one. */
export function nextMeetingOf(
  sections: readonly Section[],
  label: Passage | null,
  after: string | null,
  zone: string,
  told: readonly Passage[] = [],
): NextMeeting | null {
  const business = sections.flatMap(({ title, lines, whole }) => {
    const under = title !== null && titled(title.heading.sheet.words).test(title.heading.plain);
    const texts = lines.flatMap(({ content }) =>
      content.end - content.start > longestLine ? [] : sentencesOf(content),
    );
    return [...(whole === null ? [] : [whole]), ...texts].flatMap(
      (text) => noticeIn(text, after, under) ?? [],
    );
  });
  const labelled = label === null ? null : noticeIn(label, after, true);
  // What stands before the business speaks of it in so many words.
  const early = told.flatMap((text) =>
    text.end - text.start > longestLine
      ? []
      : sentencesOf(text).flatMap((each) => noticeIn(each, after, false) ?? []),
  );
  const notices = [...business, ...early];
  const notice = labelled ?? weightiest(notices);
  if (notice === null) return null;
  const { date, location, text } = notice;
  // Another line may give that day its time.
  const time =
    notice.time ??
    notices.find((each) => each.date.on === date.on && each.time !== null)?.time ??
    null;
  return {
    date: date.on,
    time: time?.at ?? null,
    zone: zoneOf(time, date.on) ?? zone,
    location: location?.written ?? null,
    text: text.written,
    span: text.span,
    spans: {
      date: date.passage.span,
      time: time?.passage.span ?? null,
      location: location?.span ?? null,
    },
  };
}

/** Of several that weigh the same the soonest is the next. */
const weightiest = (notices: readonly Notice[]): Notice | null =>
  notices.toSorted(
    (one, other) =>
      other.weight - one.weight ||
      (one.date.on < other.date.on ? -1 : one.date.on > other.date.on ? 1 : 0),
  )[0] ?? null;
