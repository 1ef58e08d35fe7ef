import type { AttendanceNote, NextMeeting, Reading, Warning } from "../reading.ts";
import {
  attendanceOf,
  type Block,
  blocksOf,
  isMarkedChair,
  withoutChairWord,
} from "./attendance.ts";
import { businessOf } from "./business.ts";
import { capacitiesOf, type Evidence, officialRole } from "./capacity.ts";
import { chairIn } from "./chair.ts";
import { frontMatterOf, type Head, headOf, valuesOf } from "./head.ts";
import { linesOf, longestLine } from "./lines.ts";
import { type Directory, directoryOf, type Listed } from "./names.ts";
import { meetingsIn } from "./several.ts";
import { noticeIn, titled } from "./next-meeting.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { bodiesIn } from "./owner.ts";
import { type Passage, sheetOf } from "./passage.ts";
import type { Entry } from "./person.ts";
import { sentencesOf } from "./sentence.ts";
import { spokenIn } from "./speaker.ts";

const home = "Europe/London";

/** Reads minutes, plain text or Markdown. The same text always gives the same reading; spans count UTF-16 units of it. */
export function readMinutes(text: string): Reading {
  const sheet = sheetOf(text);
  const front = frontMatterOf(sheet);
  const outline = outlineOf(linesOf(sheet, front.end));
  const told = toldIn(outline);
  const head = headOf(valuesOf(front.lines), outline.head, told.slice(0, 4));
  const people = peopleOf(outline, head, told);
  const names = people.attendance.map(({ name }) => name);
  const bodies = bodiesIn(people.attendance.map(({ role }) => role));
  const business = businessOf(outline.sections, { directory: people.directory, names, bodies });
  const next = nextOf(outline, head, home);
  const chair = people.chair;
  const zone = head.time?.zone ?? null;
  return {
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
    ...business,
    nextMeeting: next,
    warnings: [
      ...headWarnings(outline, head, people.attendance.length, chair),
      ...people.warnings,
      ...business.warnings,
    ],
  };
}

/** The running text, line by line, without what is too long to be minutes. */
const toldIn = ({ sections, notes }: Outline): Passage[] =>
  [...sections.flatMap(({ lines }) => lines.map(({ content }) => content)), ...notes].filter(
    ({ start, end }) => end - start <= longestLine,
  );

interface People extends Pick<Reading, "attendance" | "sections"> {
  readonly chair: Passage | null;
  readonly directory: Directory;
  readonly warnings: readonly Warning[];
}

function peopleOf(outline: Outline, head: Head, told: readonly Passage[]): People {
  const blocks = blocksOf(outline.lists, outline.style).map((block) => ({
    ...block,
    entries: block.entries.map((entry) => withoutChairWord(entry, head.group)),
  }));
  const entries = blocks.flatMap((block) => block.entries);
  const sent = new Set(
    blocks.filter(({ category }) => category === "apologies").flatMap((block) => block.entries),
  );
  const listed = (chairs: ReadonlySet<Entry>): Listed[] =>
    entries.map((entry) => ({
      name: entry.name.plain,
      initials: entry.initials?.plain ?? null,
      chair: chairs.has(entry),
      apologies: sent.has(entry),
    }));
  const known = directoryOf(listed(new Set()));
  const chairs = chairsOf(blocks, head, told, outline, known, entries);
  const deputies = deputiesIn(told, known, entries);
  const capacities = capacitiesOf(blocks, evidenceOf(told, known, entries, deputies));
  blocks.forEach(
    (block, at) =>
      capacities[at]?.category === "apologies" && block.entries.forEach((entry) => sent.add(entry)),
  );
  const { attendance, sections } = attendanceOf(
    blocks,
    capacities,
    (entry) => chairs.has(entry),
    deputies,
  );
  const [chair = null] = entries.filter((entry) => chairs.has(entry)).map(({ name }) => name);
  return {
    attendance,
    sections,
    chair: chair ?? head.chair,
    directory: directoryOf(listed(chairs)),
    warnings: [...listWarnings(blocks, capacities), ...twice(entries), ...glued(outline)],
  };
}

/** Those whom the lists mark; where they mark nobody, whom the text or a label names. */
function chairsOf(
  blocks: readonly Block[],
  head: Head,
  told: readonly Passage[],
  { head: lines, sections }: Outline,
  directory: Directory,
  entries: readonly Entry[],
): ReadonlySet<Entry> {
  const marked = blocks.flatMap((block) =>
    block.entries.filter((entry) => block.chairs || isMarkedChair(entry, head.group)),
  );
  if (marked.length > 0) return new Set(marked);
  const titles = sections.flatMap(({ whole }) => (whole === null ? [] : [whole]));
  const texts = [...lines.map(({ content }) => content), ...titles, ...told];
  const named = head.chair ?? chairIn(texts, (name) => directory.find(name).who !== null);
  const found = named === null ? null : directory.find(named.plain).who;
  const entry = found === null ? undefined : entries[found];
  return new Set(entry === undefined ? [] : [entry]);
}

const substitute =
  /^(?<who>[^,.;]{4,60}?) (?:is|was|were|are) (?:substituting|deputising|standing in|attending in place) (?:for|of) (?<principal>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){1,3})/du;

/** "Dorothy Lang is substituting for Bridget Hume." */
function deputiesIn(
  told: readonly Passage[],
  directory: Directory,
  entries: readonly Entry[],
): Map<string, Passage> {
  const deputies = new Map<string, Passage>();
  for (const text of told) {
    const found = substitute.exec(text.plain);
    const at = found?.indices?.groups?.["principal"];
    if (found === null || at === undefined) continue;
    const { who } = directory.find(found.groups?.["who"] ?? "");
    const entry = who === null ? undefined : entries[who];
    if (entry !== undefined) deputies.set(entry.name.written, text.part(at[0], at[1]));
  }
  return deputies;
}

const nameRun = /\p{Lu}[\p{L}'.-]*(?: \p{Lu}[\p{L}'.-]*){0,4}/gu;

function evidenceOf(
  told: readonly Passage[],
  directory: Directory,
  entries: readonly Entry[],
  deputies: ReadonlyMap<string, Passage>,
): (block: Block) => Evidence {
  const excused = new Set<Entry>();
  const speaking = new Set<Entry>();
  const put = (set: Set<Entry>, mention: string) => {
    const { who } = directory.find(mention);
    const entry = who === null ? undefined : entries[who];
    if (entry !== undefined) set.add(entry);
  };
  for (const text of told) {
    for (const sentence of /apolog/iu.test(text.plain) ? sentencesOf(text) : []) {
      if (!/apolog/iu.test(sentence.plain)) continue;
      const after = sentence.plain.slice(Math.max(0, sentence.plain.search(/apolog/iu)));
      for (const [name] of after.matchAll(nameRun)) put(excused, name);
    }
    for (const { name } of spokenIn(
      text,
      directory,
      entries.map((entry) => entry.name.plain),
    ).speakers) {
      if (name !== null) put(speaking, name);
    }
  }
  for (const { deputyFor } of entries) if (deputyFor !== null) put(excused, deputyFor.plain);
  for (const principal of deputies.values()) put(excused, principal.plain);
  const apologiesSent = told.some(({ plain }) => /apologies/iu.test(plain));
  return ({ entries: own }) => {
    const share = (test: (entry: Entry) => boolean) =>
      own.filter(test).length / Math.max(1, own.length);
    return {
      apologies: share((entry) => excused.has(entry)),
      speaking: share((entry) => speaking.has(entry) && !excused.has(entry)),
      official: share(({ role }) => officialRole.test(role?.plain ?? "")),
      apologiesSent,
    };
  };
}

function nextOf({ sections }: Outline, head: Head, zone: string): NextMeeting | null {
  const after = head.date?.on ?? null;
  const notices = sections.flatMap(({ title, lines, whole }) => {
    const under = titled.test(title?.heading.plain ?? "");
    const texts = lines.flatMap(({ content }) =>
      content.end - content.start > longestLine ? [] : sentencesOf(content),
    );
    return [...(whole === null ? [] : [whole]), ...texts].flatMap(
      (text) => noticeIn(text, after, under) ?? [],
    );
  });
  const labelled = head.next === null ? null : noticeIn(head.next, after, true);
  const notice = labelled ?? notices.at(-1);
  if (notice === undefined) return null;
  const { date, time, location, text } = notice;
  return {
    date: date.on,
    time: time?.at ?? null,
    zone: time?.zone ?? zone,
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

const noteKinds: readonly (readonly [AttendanceNote["kind"], RegExp])[] = [
  ["deputies-listed", /\bdeput(?:y|ies)\b[^.]{0,60}\b(?:listed|noted|welcomed)\b/iu],
  ["absence-noted", /\babsence\b[^.]{0,80}\bnoted\b/iu],
  ["apologies-noted", /\bapologies\b|\bsent (?:his|her|their) apologies\b/iu],
  [
    "welcome",
    /\bwelcomed\b[^.]{0,80}\b(?:new|first)\b|\battending for the (?:first|last) time\b/iu,
  ],
];

function notesIn(texts: readonly Passage[]): AttendanceNote[] {
  return texts.flatMap((text) =>
    /deput|absence|apolog|welcome|attending/iu.test(text.plain)
      ? sentencesOf(text).flatMap((sentence) => {
          const kind = noteKinds.find(([, pattern]) => pattern.test(sentence.plain))?.[0];
          return kind === undefined ? [] : [{ kind, text: sentence.written, span: sentence.span }];
        })
      : [],
  );
}

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
  if (chair === null && people > 0) warn("CHAIR_NOT_NAMED", "Nobody is named as the chair.", null);
  return warnings;
}

function listWarnings(
  blocks: readonly Block[],
  capacities: ReturnType<typeof capacitiesOf>,
): Warning[] {
  return blocks.flatMap(({ category, entries }, at) => {
    const found = capacities[at];
    const [first] = entries;
    if (category !== null || found === undefined || first === undefined) return [];
    const message = `A list of ${entries.length} has no heading; read as ${found.category}, confidence ${found.confidence}.`;
    return [
      {
        code: "LIST_WITHOUT_HEADING" as const,
        message,
        span: first.whole.through(entries.at(-1)?.whole ?? first.whole).span,
      },
    ];
  });
}

function twice(entries: readonly Entry[]): Warning[] {
  const seen = new Set<string>();
  return entries.flatMap(({ name }) => {
    const again = seen.has(name.written);
    seen.add(name.written);
    return again
      ? [
          {
            code: "PERSON_LISTED_TWICE" as const,
            message: `${name.written} is listed more than once.`,
            span: name.span,
          },
        ]
      : [];
  });
}

const glued = ({ glued }: Outline): Warning[] =>
  glued.map(({ span }) => ({
    code: "ENTRY_SPLIT",
    message: "Two people stood in one entry without a mark between them.",
    span,
  }));
