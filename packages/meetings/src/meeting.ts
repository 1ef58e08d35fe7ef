import {
  Access,
  AgentRef,
  Assertion,
  Basis,
  Day,
  Id,
  Own,
  PartialDate,
  Ref,
  SourceRef,
  vocabulary,
  ZonedDateTime,
} from "@remit/kernel";
import * as z from "zod";

/** How far a meeting has come. */
export const MeetingStatus = vocabulary("MeetingStatus", "The status of a meeting.", {
  tentative: "A day is pencilled in, and nobody has confirmed it yet.",
  scheduled:
    "The meeting is on the calendar or in an agenda; its day may be past while no minutes are recorded.",
  "in-session": "The meeting has been opened and has not ended.",
  held: "The meeting was held: it has ended, or its minutes are recorded.",
  closed: "The record of the meeting is complete, and its minutes are agreed.",
  postponed: "The meeting was put off, and no new day is set.",
  cancelled: "The meeting will not be held.",
});
export type MeetingStatus = z.infer<typeof MeetingStatus>;

/** What somebody is to a meeting. */
export const MeetingRoleKind = vocabulary("MeetingRoleKind", "The role of a person in a meeting.", {
  chair: "The person chaired the meeting.",
  "minute-taker": "The person took the minutes of the meeting.",
});
export type MeetingRoleKind = z.infer<typeof MeetingRoleKind>;

/** A time on the wall of the place: `10:05`. */
export const Clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: "Give the time on the wall, such as 10:05." });
export type Clock = z.infer<typeof Clock>;

const done = {
  by: AgentRef.describe("Whoever said so, by name."),
  on: Day.describe("The day on which it was done."),
};
const reason = z.string().min(1).describe("The reason that was given.");

/** That a meeting was opened, or ended: by whom, on which day, and at what time where that is known. */
export const Moment = z
  .object({
    ...done,
    at: Clock.nullable().describe("The time on the wall of the place; null where nobody said."),
  })
  .meta({ id: "MeetingMoment", description: "The moment at which a meeting began or ended." });
export type Moment = Readonly<z.infer<typeof Moment>>;

/** A time for which a meeting was planned once. It stays what it was, whatever the meeting's day is now. */
export const Postponement = z
  .object({
    heldOn: Day.describe("The day for which the meeting had been planned."),
    starts: ZonedDateTime.nullable().meta({
      hidden: true,
      description: "The time at which it was to begin; null where none was known.",
    }),
    ...done,
    reason,
  })
  .meta({
    id: "Postponement",
    description: "That a meeting was taken off the day it was planned for.",
  });
export type Postponement = Readonly<z.infer<typeof Postponement>>;

/** That a meeting will not be held, with the reason. */
export const Cancellation = z
  .object({ ...done, reason })
  .meta({ id: "Cancellation", description: "That a meeting was called off." });
export type Cancellation = Readonly<z.infer<typeof Cancellation>>;

/** That the record of a meeting was opened again after it had been closed. */
export const Reopening = z
  .object({ ...done, reason })
  .meta({ id: "MeetingReopening", description: "That the record of a meeting was opened again." });
export type Reopening = Readonly<z.infer<typeof Reopening>>;

/** That the record of a meeting was closed. */
export const Closing = z
  .object(done)
  .meta({ id: "MeetingClosing", description: "That the record of a meeting was closed." });
export type Closing = Readonly<z.infer<typeof Closing>>;

/** An item as an agenda had it. */
export const AgendaLine = z
  .object({
    item: Id.meta({ hidden: true }),
    place: z.int().positive().describe("The place of the item in the agenda, from 1."),
    number: z
      .string()
      .min(1)
      .nullable()
      .describe("The number of the item as written; null where it had none."),
    heading: z
      .string()
      .min(1)
      .nullable()
      .describe("The heading of the item; null where it had none."),
  })
  .meta({ id: "AgendaLine", description: "An item as an issued agenda had it." });
export type AgendaLine = Readonly<z.infer<typeof AgendaLine>>;

/** An agenda as it was issued. INV-M15: it never changes; the next one is another version. */
export const IssuedAgenda = z
  .object({
    number: z.int().positive().describe("The version of the agenda, from 1."),
    ...done,
    items: z.array(AgendaLine).describe("The items of the agenda, in its order."),
  })
  .meta({ id: "IssuedAgenda", description: "The agenda of a meeting, as it was issued." });

/** That a meeting is one of several that follow each other by a rule. */
export const Series = z
  .object({
    first: Id.meta({ hidden: true }),
    rule: z
      .string()
      .min(1)
      .describe("The rule by which the days of the series follow, as iCalendar writes it."),
    plannedFor: Day.describe(
      "The day on which the rule puts the meeting, whatever its day has become.",
    ),
  })
  .meta({ id: "MeetingSeries", description: "The rule by which meetings follow each other." });
export type Series = Readonly<z.infer<typeof Series>>;

/** INV-M1: that somebody gave a meeting its number among those of its group. */
export const Numbering = z
  .object({
    ...done,
    reason: reason
      .nullable()
      .describe("The reason for which it is not the next number; null where it is."),
  })
  .meta({
    id: "MeetingNumbering",
    description: "That a meeting was given its number by hand.",
  });

const planned = {
  own: Own.optional(),
  id: Id,
  version: z.int().positive(),
  group: Ref,
  slug: z.string().min(1),
  title: z.string().min(1),
  /** Its number in the group's life, and how we know it. */
  ordinal: z.int().positive().nullable(),
  ordinalBasis: Basis.nullable(),
  /** Its (first) day. */
  heldOn: Day,
  endedOn: Day.nullable(),
  /** Only where a time is known. */
  starts: ZonedDateTime.nullable(),
  location: z.string().min(1).nullable(),
  postponements: z
    .array(Postponement)
    .describe("The days for which the meeting had been planned before, the first one first."),
  agendas: z
    .array(IssuedAgenda)
    .default([])
    .describe("The versions of the agenda that were issued, the first one first."),
  /** Absent while the meeting is none of a series. */
  series: Series.describe(
    "The series of which the meeting is one; null where it stands alone.",
  ).optional(),
  /** Absent where the number stands in a document, or is not known. */
  numbered: Numbering.describe(
    "That the meeting was given its number by hand; null where it was not.",
  ).optional(),
  access: Access,
  source: SourceRef.nullable(),
};
const opened = Moment.describe(
  "When the meeting was opened; null where it was not, or nobody said.",
);
const sat = {
  opened: opened.nullable(),
  ended: Moment.nullable().describe(
    "When the meeting ended; null where it has not, or nobody said.",
  ),
  attendanceNotStated: z
    .boolean()
    .describe("Whether the record says of nobody that they attended, on purpose."),
  reopenings: z
    .array(Reopening)
    .describe("Each time that the record was opened again after it had been closed."),
};

/** A meeting of a group. Each status carries the facts that it needs. */
export const Meeting = z.discriminatedUnion("status", [
  z.object({ ...planned, status: z.literal("tentative") }),
  z.object({ ...planned, status: z.literal("scheduled") }),
  z.object({ ...planned, status: z.literal("postponed") }),
  z.object({ ...planned, status: z.literal("in-session"), opened }),
  z.object({ ...planned, status: z.literal("held"), ...sat }),
  z.object({
    ...planned,
    status: z.literal("closed"),
    ...sat,
    closed: Closing.describe("That the record was closed; null where it is open."),
  }),
  z.object({
    ...planned,
    status: z.literal("cancelled"),
    cancelled: Cancellation.describe("That the meeting was called off; null where it was not."),
  }),
]);
export type Meeting = Readonly<z.infer<typeof Meeting>>;

/** INV-M31: who holds the meeting together: its chair is whoever chaired at an item that day, not the group's chair of today. */
export const MeetingRole = z.object({
  id: Id,
  meeting: Id,
  role: MeetingRoleKind,
  name: z.string().min(1),
  person: Id.nullable(),
  /** Absent where they had the role from the beginning. */
  fromItem: Id.optional(),
  assertion: Assertion,
});
export type MeetingRole = Readonly<z.infer<typeof MeetingRole>>;

/** What the minutes say about the next meeting. It stays what was announced, whatever happens to the date. */
export const NextMeeting = z.object({
  id: Id,
  meeting: Id,
  text: z.string().min(1),
  on: PartialDate,
  starts: ZonedDateTime.nullable(),
  location: z.string().min(1).nullable(),
  source: SourceRef.nullable(),
});
export type NextMeeting = Readonly<z.infer<typeof NextMeeting>>;
