import { Day, PartialDate, Span } from "@remit/kernel";
import * as z from "zod";

const words = z.string().min(1);
const place = Span.nullable();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
const confidence = z.number().gt(0).lt(1);
/** A reader states or infers; it never edits. */
const basis = z.enum(["stated", "inferred"]);

/** In which capacity somebody is listed. `unlabelled` where no heading says it and nothing in the text tells. */
export const Category = z.enum([
  "member",
  "guest",
  "apologies",
  "official",
  "secretariat",
  "unlabelled",
]);
export type Category = z.infer<typeof Category>;

/** What a reader could not be sure of. A closed list: a program may branch on it. */
export const WarningCode = z.enum([
  "MEETING_DATE_MISSING",
  "SEVERAL_MEETINGS",
  "DATES_DIFFER",
  "YEAR_INFERRED",
  "NEXT_MEETING_UNCONFIRMED",
  "ATTENDANCE_MISSING",
  "LIST_WITHOUT_HEADING",
  "ENTRY_SPLIT",
  "PERSON_LISTED_TWICE",
  "CHAIR_NOT_NAMED",
  "ITEM_HEADING_LOST",
  "NAME_AMBIGUOUS",
  "SPEAKER_NOT_LISTED",
  "SPEAKER_SENT_APOLOGIES",
  "ACTION_WITHOUT_OWNER",
  "ACTION_WITHOUT_LABEL",
  "ACTION_IN_PROSE",
  "PREVIOUS_ACTION",
  "NEXT_MEETING_NOT_DATED",
  "NOT_MINUTES",
  "ITEM_NOT_FOUND",
  "NAME_DOUBTFUL",
  "HEADING_DOUBTFUL",
  "ACTION_DOUBTFUL",
  "GROUP_DOUBTFUL",
  "LABEL_WITHOUT_FACT",
]);
export type WarningCode = z.infer<typeof WarningCode>;

/** What is odd about a document, and where. */
export const Warning = z.object({ code: WarningCode, message: words, span: place });
export type Warning = Readonly<z.infer<typeof Warning>>;

/** Somebody in a list of who came or did not, under the heading of the list. */
export const Attendance = z.object({
  name: words,
  role: words.nullable(),
  category: Category,
  categoryBasis: basis,
  confidence: confidence.nullable(),
  deputyFor: words.nullable(),
  chair: z.boolean(),
  status: z.enum(["present", "apologies", "not-stated"]),
  statusBasis: basis,
  section: z.int().min(0),
  initials: words.nullable(),
  note: words.nullable(),
  span: Span,
  spans: z.object({ name: Span, role: place, deputyFor: place, initials: place, note: place }),
});
export type Attendance = Readonly<z.infer<typeof Attendance>>;

/** A list of attendance as published: its heading, where it has one. */
export const AttendanceSection = z.object({ heading: words.nullable(), span: Span });
export type AttendanceSection = Readonly<z.infer<typeof AttendanceSection>>;

/** What a document says of attendance in a sentence, and not in a list. */
export const AttendanceNote = z.object({
  kind: z.enum(["deputies-listed", "apologies-noted", "absence-noted", "welcome"]),
  text: words,
  span: Span,
});
export type AttendanceNote = Readonly<z.infer<typeof AttendanceNote>>;

/** Whoever a text attributes something to: the mention as written, and the full name of the list where it can mean one person only. */
export const Speaker = z.object({
  mention: words,
  name: words.nullable(),
  basis,
  confidence: confidence.nullable(),
  span: Span,
});
export type Speaker = Readonly<z.infer<typeof Speaker>>;

/** A paragraph of the discussion of an item, and who speaks in it. */
export const Contribution = z.object({
  kind: z.enum([
    "narrative",
    "update",
    "key-point",
    "statement",
    "question",
    "answer",
    "offer",
    "thanks",
    "introduction",
    "summary",
  ]),
  text: words,
  speakers: z.array(Speaker),
  /** The sentence that introduces the list in which this stands. */
  lead: z.object({ text: words, span: Span }).nullable(),
  span: Span,
});
export type Contribution = Readonly<z.infer<typeof Contribution>>;

/** An item of the agenda as the minutes head it. */
export const Item = z.object({
  heading: words,
  number: words.nullable(),
  level: z.int().min(1),
  outcome: z.enum(["discussed", "nil", "not-stated"]),
  contributions: z.array(Contribution),
  span: Span,
  spans: z.object({ number: place }),
});
export type Item = Readonly<z.infer<typeof Item>>;

/** Whoever an action is for, as written. */
export const Owner = z.object({
  name: words,
  kind: z.enum([
    "person",
    "collective",
    "secretariat",
    "officials",
    "organisation",
    "group",
    "unresolved",
  ]),
  resolved: words.nullable(),
  span: Span,
});
export type Owner = Readonly<z.infer<typeof Owner>>;

/** An action that a document raises or quotes, as written. */
export const Action = z.object({
  text: words,
  owners: z.array(Owner),
  /** Heading of the item in which it was raised; null where the document does not tell. */
  item: words.nullable(),
  /** Index of the item in `items`, and of the contribution in it of which the action was a part. */
  itemIndex: z.int().min(0).nullable(),
  contribution: z.int().min(0).nullable(),
  number: words.nullable(),
  due: words.nullable(),
  /** The day, or the month, that `due` means; that of the next meeting where it says so. */
  dueOn: PartialDate.nullable(),
  status: words.nullable(),
  span: Span,
  spans: z.object({ number: place, due: place, status: place }),
});
export type Action = Readonly<z.infer<typeof Action>>;

const agrees = z.array(z.enum(["previous-minutes", "previous-actions"]));

/** A sentence by which the meeting decides something. */
export const Decision = z.object({
  text: words,
  kind: z.enum([
    "agreed",
    "approved",
    "noted",
    "rejected",
    "deferred",
    "recommended",
    "not-stated",
  ]),
  /** Set where the decision agrees what was written down before. */
  agrees,
  item: words.nullable(),
  number: words.nullable(),
  span: Span,
  spans: z.object({ number: place }),
});
export type Decision = Readonly<z.infer<typeof Decision>>;

/** A sentence that agrees the minutes of an earlier meeting. Where it agrees their actions too it is also a decision. */
export const Agreement = z.object({ text: words, agrees, item: words.nullable(), span: Span });
export type Agreement = Readonly<z.infer<typeof Agreement>>;

/** A paper that a document lists or mentions. */
export const Paper = z.object({
  number: words,
  title: words.nullable(),
  item: words.nullable(),
  span: Span,
  spans: z.object({ title: place }),
});
export type Paper = Readonly<z.infer<typeof Paper>>;

/** What a document announces of the next meeting. */
export const NextMeeting = z.object({
  date: PartialDate,
  time: clock.nullable(),
  zone: z.string(),
  location: words.nullable(),
  text: words,
  span: Span,
  spans: z.object({ date: Span, time: place, location: place }),
});
export type NextMeeting = Readonly<z.infer<typeof NextMeeting>>;

/** What published minutes say, each fact with its place: the text between `start` and `end` is the fact, but for white space. */
export const Reading = z.object({
  title: words.nullable(),
  group: words.nullable(),
  date: PartialDate.nullable(),
  dateEnd: Day.nullable(),
  time: clock.nullable(),
  /** IANA name of the zone in which the times are meant; inferred where the document names none. */
  zone: words,
  zoneBasis: basis,
  ordinal: z.int().min(1).nullable(),
  ordinalText: words.nullable(),
  location: words.nullable(),
  chair: words.nullable(),
  published: PartialDate.nullable(),
  spans: z.object({
    title: place,
    group: place,
    date: place,
    time: place,
    ordinal: place,
    location: place,
    chair: place,
    published: place,
  }),
  attendance: z.array(Attendance),
  sections: z.array(AttendanceSection),
  attendanceNotes: z.array(AttendanceNote),
  items: z.array(Item),
  /** What stands under no heading: before the first, or where headings were lost. */
  unplaced: z.array(Contribution),
  actions: z.array(Action),
  decisions: z.array(Decision),
  agreements: z.array(Agreement),
  papers: z.array(Paper),
  nextMeeting: NextMeeting.nullable(),
  /** Lines that belong to no fact. */
  unread: z.array(z.object({ text: words, span: Span })),
  warnings: z.array(Warning),
});
export type Reading = Readonly<z.infer<typeof Reading>>;
