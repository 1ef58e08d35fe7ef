import { looksLikeTitle } from "../sections/heading.ts";
import { datesIn, ordinalIn, timeIn, type WrittenDate, type WrittenTime } from "./dates.ts";
import { bodyOf, fuller, groupIn, groupInSentence } from "./group.ts";
import { groupHeld, isRoom, opens, placeHeld, unnamed } from "./held.ts";
import { type Line, linesOf } from "../blocks/lines.ts";
import { sentencesOf } from "./sentence.ts";
import type { Passage } from "../source/passage.ts";
import type { Sheet } from "../source/sheet.ts";
import { type Lexicon, perLexicon } from "../vocabulary/lexicon.ts";
import { labels, openingWord } from "../vocabulary/english.ts";

/** What stands before the people and the business. */
export interface Head {
  readonly title: Passage | null;
  readonly group: Passage | null;
  readonly date: WrittenDate | null;
  /** Dates of the meeting that the head gives besides `date` and that say another day. */
  readonly otherDates: readonly WrittenDate[];
  readonly time: WrittenTime | null;
  readonly location: Passage | null;
  readonly published: WrittenDate | null;
  readonly chair: Passage | null;
  readonly next: Passage | null;
  readonly ordinal: { readonly value: number; readonly passage: Passage } | null;
}

export type Values = Readonly<Partial<Record<string, Passage>>>;

/** The lines between the two rules at the start of a Markdown file, and where the document goes on. */
export function frontMatterOf(sheet: Sheet): { lines: Line[]; end: number } {
  const found = /^ *(?:---+|\+\+\+) *\n/u.exec(sheet.plain.slice(0, 200));
  if (found === null) return { lines: [], end: 0 };
  const close = found[0].includes("+") ? /\n\+\+\+ *(?=\n|$)/gu : /\n---+ *(?=\n|$)/gu;
  close.lastIndex = found[0].length - 1;
  const end = close.exec(sheet.plain.slice(0, 50_000));
  if (end === null) return { lines: [], end: 0 };
  const lines = linesOf(sheet, found[0].length, end.index).filter(({ indent }) => indent === 0);
  return { lines, end: end.index + end[0].length };
}

/** Values beside their label ("Venue: Wick") or under it ("Location", then "Wick"). */
export function valuesOf(lines: readonly Line[]): Values {
  const values: Record<string, Passage> = {};
  for (const [at, { content }] of lines.entries()) {
    const beside =
      /^[*_]*(?<label>[^:*_]{2,40})[*_]*:[*_]*(?: +|$)/u.exec(content.plain) ??
      /^(?<label>[a-z]{2,20}) = (?=["'\d])/u.exec(content.plain) ??
      /^\|? ?(?<label>[\p{L} ]{2,40}?) ?\| ?(?=[^|]{2,200}\|?$)/u.exec(content.plain);
    const key = keyOf(
      beside?.groups?.["label"] ?? content.plain.replace(/[*_]/gu, ""),
      content.sheet.words,
    );
    if (key === null || key in values) continue;
    const value =
      beside === null || beside[0].length >= content.plain.length
        ? valueUnder(lines, at)
        : content
            .part(beside[0].length)
            .without(/^[*_"']+ */u)
            .without(/["']$| ?\|$/u);
    if (value !== null && !value.isEmpty) values[key] = value;
  }
  return values;
}

const labelNames = Object.entries(labels);
export function keyOf(text: string, words: Lexicon): string | null {
  if (text.length > 60) return null;
  const meant = words.meaningsOf(text.trim());
  const short = meant.map((meaning) => meaning.replace(ofMeeting, ""));
  const meanings = [...meant, ...short.filter((each) => !meant.includes(each))];
  return (
    labelNames.find(([, pattern]) => meanings.some((meaning) => pattern.test(meaning)))?.[0] ?? null
  );
}

/** "Meeting Date", "Date of the meeting" */
const ofMeeting = /^meeting (?=\p{L})|(?<=\p{L}) of (?:the )?meeting$/iu;

function valueUnder(lines: readonly Line[], at: number): Passage | null {
  const [label, value] = [lines[at], lines[at + 1]];
  if (label === undefined || value === undefined || label.marker !== value.marker) return null;
  if (label.marker === null && !/: ?[*_]*$/u.test(label.content.plain)) return null;
  return keyOf(value.content.plain, value.content.sheet.words) === null ? value.content : null;
}

/** A line is asked by several stages. */
const labelled = new WeakMap<Passage, boolean>();

/** Whether a line is a label, with or without its value: "Venue: Wick". */
export function isLabelled(content: Passage): boolean {
  const before = labelled.get(content);
  if (before !== undefined) return before;
  const label = content.plain.split(/:|(?<=[^|]) ?\|/u)[0]?.replace(/^\| ?|[*_]/gu, "") ?? "";
  const found = keyOf(label, content.sheet.words) !== null;
  labelled.set(content, found);
  return found;
}

/** Reads the head. `opening` is the first of the business, where an ordinal may be said. */
export function headOf(front: Values, lines: readonly Line[], opening: readonly Passage[]): Head {
  const beside = valuesOf(lines);
  const values = { ...beside, ...front };
  const first = front["title"] ?? titleIn(lines);
  const title = (isGeneric(first) ? beside["title"] : null) ?? first ?? beside["title"] ?? null;
  const starts = new Set(Object.values(values).map((value) => value?.start));
  const told = lines
    .map(({ content }) => content)
    .filter((content) => !isLabelled(content) && !starts.has(content.start));
  const stated = statedDates(beside, title, told);
  const began = front["start"] === undefined ? [] : datesIn(front["start"]).slice(0, 1);
  const posted = front["date"] === undefined ? [] : datesIn(front["date"]).slice(0, 1);
  const loose = looseDates(told);
  const [date = null] = [
    ...began,
    ...stated,
    ...posted.filter(isNoPublication(loose)),
    ...loose,
    ...posted,
  ].toSorted((one, other) => other.on.length - one.on.length);
  const place = title === null ? { group: null, location: null } : groupIn(title);
  const sentences = [...told, ...(title === null ? [] : [title])].filter(isToldOfMeeting);
  const timed = told.filter(isToldOfMeeting);
  const dated = told.filter((content) => datesIn(content, "1900-01-01").length > 0);
  const openings = [...told, ...opening.slice(0, 4)].filter(({ plain }) => opens.test(plain));
  const logged = opening.filter(({ plain }) => plain.length < 40 && opens.test(plain));
  const published = firstOf([values["published"]], (value) => datesIn(value)[0] ?? null);
  return {
    title,
    group:
      values["group"] ??
      named(fuller(firstOf(sentences, groupHeld), bodyOf(place.group, told)), told) ??
      groupInSentence(told),
    date,
    otherDates: [...stated, ...(date !== null && posted.includes(date) ? loose : [])].filter(
      ({ on, yearWritten }) =>
        yearWritten && date !== null && !on.startsWith(date.on) && !date.on.startsWith(on),
    ),
    time:
      barely(values["time"]) ??
      firstOf(
        [
          values["time"],
          front["start"],
          ...[beside["date"], front["date"]].filter((value) => !isStamp(value)),
          ...timed,
          ...dated.filter(({ plain }) => !/next meeting/iu.test(plain)),
          ...openings,
        ],
        timeIn,
      ) ??
      firstOf(logged, (text) => timeIn(text) ?? barely(text.without(/^[^\d]{4,30}/u))),
    location:
      values["location"] ??
      firstOf(
        [
          ...told.slice(0, 30),
          ...opening
            .slice(0, 4)
            .filter(({ plain }) => /\bheld\b|\bto order\b/u.test(plain))
            .flatMap((text) => (text.plain.length > 200 ? sentencesOf(text) : [text])),
        ].filter(isToldOfMeeting),
        placeHeld,
      ) ??
      place.location ??
      told.slice(1, 8).map(afterDate).find(isRoom) ??
      null,
    // A page's own date is the day of the meeting only where nothing else is.
    published: published ?? posted.find(({ on }) => date !== null && date.on !== on) ?? null,
    chair: values["chair"]?.without(/(?:,| [-–—(]).*$/u) ?? null,
    next: values["next"] ?? null,
    ordinal: firstOf([...told, ...opening.slice(0, 4)], (text) =>
      /\b(?:her|his|their|my) first\b/iu.test(text.plain) ? null : ordinalIn(text),
    ),
  };
}

/** "Regular Council" is a name only where a sentence tells no better. */
const named = (group: Passage | null, told: readonly Passage[]): Passage | null =>
  group !== null && unnamed.test(group.plain) ? (groupInSentence(told) ?? group) : group;

/** As long after a meeting as its minutes are published, in days. */
const longestWait = 200;

/** A page's own date is not the day of the meeting where its first lines give one before it. */
const isNoPublication =
  (loose: readonly WrittenDate[]) =>
  (posted: WrittenDate): boolean =>
    !loose.some(({ on, yearWritten }) => {
      const days = (Date.parse(posted.on) - Date.parse(on)) / 86_400_000;
      return yearWritten && days > 0 && days < longestWait;
    });

/** "MEETING MINUTES" names no meeting. */
const isGeneric = (title: Passage | null): boolean =>
  title !== null &&
  title.plain.split(/[^\p{L}]+/u).every((word) => openingWord.test(word.toLowerCase()));

/** A line that tells of this meeting: its opening sentence, or one that gives its day. */
const isToldOfMeeting = (text: Passage): boolean =>
  !/next meeting/iu.test(text.plain) &&
  (isAboutMeeting(text) || datesIn(text, "1900-01-01").length > 0);

/** "Friday 9 May 2025, The Mill": without the day. */
function afterDate(text: Passage): Passage {
  const [date] = datesIn(text);
  if (date === undefined || date.passage.start > text.start + 12) return text;
  return text.part(date.passage.end - text.start).without(/^[ ,–—-]+/u);
}

/** "Time: 1230" */
function barely(value: Passage | undefined): WrittenTime | null {
  const found = /^(?<hours>[01]\d|2[0-3])(?<minutes>[0-5]\d)$/u.exec(value?.plain ?? "")?.groups;
  if (value === undefined || found === undefined) return null;
  return { at: `${found["hours"]}:${found["minutes"]}`, clock: null, passage: value };
}

/** A time to the second is when a page was made. */
const isStamp = (value: Passage | undefined): boolean =>
  value !== undefined && /\d:\d\d:\d\d/u.test(value.plain);

function firstOf<Read>(
  passages: readonly (Passage | undefined)[],
  read: (passage: Passage) => Read | null,
): Read | null {
  for (const passage of passages) {
    const found = passage === undefined ? null : read(passage);
    if (found !== null) return found;
  }
  return null;
}

function titleIn(lines: readonly Line[]): Passage | null {
  const first = lines.find(({ content, depth }) => depth === 1 || !isLabelled(content));
  if (first === undefined || first.marker !== null) return null;
  return first.depth === 1 ||
    looksLikeTitle(first.content) ||
    /\bminutes\b/iu.test(first.content.plain)
    ? first.content
    : null;
}

/** The dates that the head gives the meeting, the surest first: labelled, in the opening sentence, in the title. One may lend another its year. */
function statedDates(
  values: Values,
  title: Passage | null,
  told: readonly Passage[],
): WrittenDate[] {
  const sentences = told.filter(
    (text) => text !== title && isAboutMeeting(text) && !/next meeting/iu.test(text.plain),
  );
  const [clue] = [values["date"], title].flatMap((text) => (text == null ? [] : datesIn(text)));
  const year = clue === undefined ? null : `${clue.on.slice(0, 4)}-01-01`;
  const alone = told.filter((text) => {
    const [date] = datesIn(text, year);
    return date !== undefined && date.passage.plain.length >= text.plain.length - 12;
  });
  // A time to the second is when a page was made, and the last that tells the day.
  const ordered = isStamp(values["date"])
    ? [...sentences, title, ...alone, values["date"]]
    : [values["date"], ...sentences, title, ...alone];
  return ordered.flatMap((text) => (text == null ? [] : datesIn(text, year).slice(0, 1)));
}
const aboutMeeting = perLexicon(
  (words) =>
    new RegExp(
      `(?<!\\p{L})(?:minutes?|notes?|meeting|held|took place|${words.wordsFor("minutes")})(?!\\p{L})`,
      "iu",
    ),
);
const isAboutMeeting = ({ sheet, plain }: Passage): boolean =>
  aboutMeeting(sheet.words).test(plain);

const looseDates = (told: readonly Passage[]): WrittenDate[] =>
  told
    .slice(0, 12)
    .filter(({ plain }) => plain.length < 80 || /\b(?:held|took place)\b/iu.test(plain))
    .flatMap((line) => datesIn(line).slice(0, 1));
