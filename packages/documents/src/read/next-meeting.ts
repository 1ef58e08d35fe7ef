import type { NextMeeting } from "../reading.ts";
import { datesIn, timeIn, type WrittenDate, type WrittenTime, zoneOf } from "./dates.ts";
import { longestLine } from "./blocks/lines.ts";
import type { Passage } from "./source/passage.ts";
import type { Section } from "./section.ts";
import { sentencesOf } from "./sentence.ts";

interface Notice {
  readonly date: WrittenDate;
  readonly time: WrittenTime | null;
  readonly location: Passage | null;
  /** The sentence or line that gives it. */
  readonly text: Passage;
}

const announces =
  /\b(?:next (?:\p{L}+ ){0,4}?meetings?\b(?! (?:agenda|papers))|(?:will |to )?(?:next )?(?:meet|reconvene)(?: again| next)\b|(?:will|to) next meet\b|(?:will|to) meet again\b)/iu;
const titled = /\bnext meeting\b|^next meeting|\bdate of (?:the )?next\b/iu;
const place =
  /^(?:,? (?:in|at|by|via|on|venue:?) |, )(?<place>(?:MS |Microsoft |the )?\p{Lu}[\p{L}\d'& ,-]{2,80}?)(?=[.;)]|$)/du;

/** The notice in a sentence that speaks of the next meeting; in a section of that title any date is it. */
export function noticeIn(text: Passage, after: string | null, underTitle: boolean): Notice | null {
  if (text.plain.length > 600) return null;
  const found = announces.exec(text.plain);
  if (found === null && !underTitle) return null;
  const said = found === null ? text : text.part(found.index);
  const [date] = datesIn(said, after);
  if (date === undefined || (after !== null && date.on < after.slice(0, date.on.length)))
    return null;
  const time =
    timeIn(said.part(date.passage.end - said.start)) ??
    timeIn(said.part(0, date.passage.start - said.start));
  const last = Math.max(date.passage.end, time?.passage.end ?? 0);
  const where = place.exec(text.sheet.plain.slice(last, text.end));
  const at = where?.indices?.groups?.["place"];
  const from = last - text.start;
  return {
    date,
    time,
    location: at === undefined ? null : text.part(from + at[0], from + at[1]),
    text,
  };
}

/** Whether a next meeting is announced without a date. */
export const announcesUndated = ({ plain }: Passage): boolean =>
  plain.length < 600 &&
  /\bnext meeting (?:will|is|takes|date)\b|^(?:date of (?:the )?)?next meeting$/iu.test(plain);

/** The next meeting: as the head labels it, else as the last notice of the business gives it. `after` is the day of this one. */
export function nextMeetingOf(
  sections: readonly Section[],
  label: Passage | null,
  after: string | null,
  zone: string,
): NextMeeting | null {
  const notices = sections.flatMap(({ title, lines, whole }) => {
    const under = titled.test(title?.heading.plain ?? "");
    const texts = lines.flatMap(({ content }) =>
      content.end - content.start > longestLine ? [] : sentencesOf(content),
    );
    return [...(whole === null ? [] : [whole]), ...texts].flatMap(
      (text) => noticeIn(text, after, under) ?? [],
    );
  });
  const labelled = label === null ? null : noticeIn(label, after, true);
  const notice = labelled ?? notices.at(-1);
  if (notice === undefined) return null;
  const { date, time, location, text } = notice;
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
