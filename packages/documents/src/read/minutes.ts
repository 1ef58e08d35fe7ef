import { homeZone, type Zone } from "@remit/kernel";
import type { Contribution, Reading, Warning } from "../reading.ts";
import { notesIn } from "./facts/attendance-note.ts";
import { businessOf } from "./facts/business.ts";
import { doubtsOf } from "./checks/doubts.ts";
import { otherKindOf } from "./checks/kind.ts";
import { unreadIn } from "./checks/unread.ts";
import { dueOn, zoneOf } from "./facts/dates.ts";
import { frontMatterOf, type Head, headOf, type Values, valuesOf } from "./facts/head.ts";
import { type Line, linesOf, longestLine } from "./blocks/lines.ts";
import { announcesUndated, nextMeetingOf } from "./facts/next-meeting.ts";
import { withInnerLists } from "./blocks/inner-lists.ts";
import { withBareNumbers } from "./blocks/numbering.ts";
import { withRunOn } from "./blocks/run-on.ts";
import { withTitles } from "./blocks/titles.ts";
import { type Outline, outlineOf } from "./sections/outline.ts";
import { bodiesIn } from "./facts/owner.ts";
import type { Passage } from "./source/passage.ts";
import { sheetOf } from "./source/source.ts";
import { peopleOf } from "./facts/people.ts";
import { vocabularies } from "./vocabulary/languages.ts";
import type { Vocabulary } from "./vocabulary/vocabulary.ts";
import { meetingsIn } from "./checks/several.ts";

type Facts = Omit<Reading, "unread" | "warnings">;

/** Reads minutes: text, Markdown or a web page, as `sourceOf` gives them. The same text always gives the same reading; spans count UTF-16 units of it. `home` is where clocks hang that name no zone, `known` are the languages that are read beside English. */
export function readMinutes(
  text: string,
  home: Zone = homeZone,
  known: readonly Vocabulary[] = vocabularies,
): Reading {
  const sheet = sheetOf(text, known);
  const front = frontMatterOf(sheet);
  const lines = withTitles(withInnerLists(withBareNumbers(withRunOn(linesOf(sheet, front.end)))));
  const outline = outlineOf(lines);
  const told = toldIn(outline);
  const early = outline.sections.slice(0, 2).flatMap(({ lines }) => lines.slice(0, 12));
  const head = headOf(
    { ...labelled(early), ...valuesOf(front.lines) },
    outline.head,
    told.slice(0, 60),
  );
  const people = peopleOf(outline, head, told);
  const names = people.attendance.map(({ name }) => name);
  const bodies = bodiesIn(people.attendance.map(({ role }) => role));
  const business = businessOf(outline.sections, { directory: people.directory, names, bodies });
  const next = nextMeetingOf(outline.sections, head.next, head.date?.on ?? null, home, [
    ...outline.head.map(({ content }) => content),
    ...outline.notes,
  ]);
  const chair = people.chair;
  const zone = zoneOf(head.time, head.date?.on ?? null);
  const facts: Facts = {
    title: head.title?.written ?? null,
    group: head.group?.written ?? null,
    date: head.date?.on ?? null,
    dateEnd: head.date?.until ?? null,
    time: head.time?.at ?? null,
    zone: zone ?? home,
    zoneBasis: zone === null ? "inferred" : "stated",
    ordinal: head.ordinal?.value ?? null,
    ordinalText: head.ordinal?.passage.written ?? null,
    location: head.location?.written ?? null,
    chair: chair?.written ?? null,
    published: head.published?.on ?? null,
    spans: {
      title: head.title?.span ?? null,
      group: head.group?.span ?? null,
      date: head.date?.passage.span ?? null,
      time: head.time?.passage.span ?? null,
      ordinal: head.ordinal?.passage.span ?? null,
      location: head.location?.span ?? null,
      chair: chair?.span ?? null,
      published: head.published?.passage.span ?? null,
    },
    attendance: people.attendance,
    sections: people.sections,
    attendanceNotes: notesIn([...outline.notes, ...told]),
    items: business.items,
    unplaced: business.unplaced,
    actions: business.actions.map((action) => ({
      ...action,
      dueOn: dueOn(action.due, head.date?.on ?? null, next?.date ?? null),
    })),
    decisions: business.decisions,
    agreements: business.agreements,
    papers: business.papers,
    nextMeeting: next,
  };
  const other = otherKindOf(lines, facts);
  if (other !== null) return notMinutes(facts, lines, other);
  return {
    ...facts,
    unread: unreadIn(lines, facts),
    warnings: [
      ...headWarnings(outline, head, people.attendance.length, chair),
      ...people.warnings,
      ...business.warnings,
      ...absentSpeakers(people.attendance, [
        ...business.unplaced,
        ...business.items.flatMap(({ contributions }) => contributions),
      ]),
      ...yearless(text, next),
      ...unconfirmed(next),
      ...(next === null ? undated([...titlesIn(outline), ...told]) : []),
      ...doubtsOf(facts, lines),
    ],
  };
}

/** Of what is no minutes nothing is made up: no person, item, action or decision. */
function notMinutes(facts: Facts, lines: readonly Line[], looksLike: string): Reading {
  const nothing = {
    ...facts,
    attendance: [],
    sections: [],
    attendanceNotes: [],
    items: [],
    unplaced: [],
    actions: [],
    decisions: [],
    agreements: [],
    papers: [],
    nextMeeting: null,
    chair: null,
    spans: { ...facts.spans, chair: null },
  };
  const message = `This does not look like minutes; it looks like ${looksLike}.`;
  return {
    ...nothing,
    unread: unreadIn(lines, nothing),
    warnings: [{ code: "NOT_MINUTES", message, span: null }],
  };
}

/** What labels say of the meeting that stand in its first sections: "Date: 4 March 2024". */
function labelled(lines: readonly Line[]): Values {
  const { date, time, location } = valuesOf(lines);
  const own = { date, time, location };
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}

/** The running text, line by line, without what is too long to be minutes. */
const toldIn = ({ sections, notes }: Outline): Passage[] =>
  [...sections.flatMap(({ lines }) => lines.map(({ content }) => content)), ...notes].filter(
    ({ start, end }) => end - start <= longestLine,
  );

function headWarnings(
  outline: Outline,
  head: Head,
  people: number,
  chair: Passage | null,
): Warning[] {
  const warnings: Warning[] = [];
  const warn = (code: Warning["code"], message: string, at: Passage | null) =>
    warnings.push({ code, message, span: at?.span ?? null });
  if (head.date === null)
    warn(
      "MEETING_DATE_MISSING",
      "The document does not say on which day the meeting was held.",
      head.title,
    );
  const meetings = meetingsIn(outline);
  if (meetings !== null)
    warn(
      "SEVERAL_MEETINGS",
      "The document holds the minutes of more than one meeting. Read each on its own.",
      meetings,
    );
  for (const date of head.otherDates)
    warn("DATES_DIFFER", `Another place gives ${date.on} as the day of the meeting.`, date.passage);
  if (head.date?.yearWritten === false)
    warn(
      "YEAR_INFERRED",
      "The year of the meeting is not written with its day.",
      head.date.passage,
    );
  if (people === 0) warn("ATTENDANCE_MISSING", "No list of people was found.", null);
  if (chair === null) warn("CHAIR_NOT_NAMED", "Nobody is named as the chair.", null);
  return warnings;
}

/** Who sent apologies and yet speaks. */
function absentSpeakers(
  people: Reading["attendance"],
  contributions: readonly Contribution[],
): Warning[] {
  const sent = new Set(
    people.filter(({ status }) => status === "apologies").map(({ name }) => name),
  );
  for (const { name, status } of people) if (status !== "apologies") sent.delete(name);
  return contributions.flatMap(({ speakers }) =>
    speakers.flatMap(({ name, span }) => {
      if (name === null || !sent.delete(name)) return [];
      return [
        {
          code: "SPEAKER_SENT_APOLOGIES" as const,
          message: `${name} speaks and is listed with the apologies.`,
          span,
        },
      ];
    }),
  );
}

const titlesIn = ({ sections }: Outline): Passage[] =>
  sections.flatMap(({ title }) => (title === null ? [] : [title.heading]));

function undated(texts: readonly Passage[]): Warning[] {
  const found = texts.find(announcesUndated);
  if (found === undefined) return [];
  return [
    {
      code: "NEXT_MEETING_NOT_DATED",
      message: "A next meeting is announced without a date.",
      span: found.span,
    },
  ];
}

function unconfirmed(next: Reading["nextMeeting"]): Warning[] {
  if (next === null || !/\b(?:tbc|to be confirmed|provisional(?:ly)?)\b/iu.test(next.text))
    return [];
  const message = `The next meeting, on ${next.date}, is still to be confirmed.`;
  return [{ code: "NEXT_MEETING_UNCONFIRMED", message, span: next.span }];
}

function yearless(text: string, next: Reading["nextMeeting"]): Warning[] {
  if (next === null || /\d{4}/u.test(text.slice(next.spans.date.start, next.spans.date.end)))
    return [];
  const message = `The next meeting is written without its year; read as ${next.date.slice(0, 4)}.`;
  return [{ code: "YEAR_INFERRED", message, span: next.spans.date }];
}
