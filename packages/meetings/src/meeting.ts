import {
  Access,
  Assertion,
  Basis,
  Day,
  Id,
  PartialDate,
  Ref,
  SourceRef,
  vocabulary,
  ZonedDateTime,
} from "@remit/kernel";
import * as z from "zod";

/** How far a meeting has come. */
export const MeetingStatus = vocabulary("MeetingStatus", "The status of a meeting.", {
  scheduled:
    "The meeting is on the calendar or in an agenda; its day may be past while no minutes are recorded.",
  held: "The meeting was held, and its minutes are recorded.",
});
export type MeetingStatus = z.infer<typeof MeetingStatus>;

/** What somebody is to a meeting. */
export const MeetingRoleKind = vocabulary("MeetingRoleKind", "The role of a person in a meeting.", {
  chair: "The person chaired the meeting.",
  "minute-taker": "The person took the minutes of the meeting.",
});
export type MeetingRoleKind = z.infer<typeof MeetingRoleKind>;

/** A meeting of a group. `heldOn` is its (first) day; `starts` only where a time is known. */
export const Meeting = z.object({
  id: Id,
  group: Ref,
  slug: z.string().min(1),
  title: z.string().min(1),
  /** Its number in the group's life, and how we know it. */
  ordinal: z.int().positive().nullable(),
  ordinalBasis: Basis.nullable(),
  heldOn: Day,
  endedOn: Day.nullable(),
  starts: ZonedDateTime.nullable(),
  location: z.string().min(1).nullable(),
  status: MeetingStatus,
  access: Access,
  source: SourceRef.nullable(),
});
export type Meeting = Readonly<z.infer<typeof Meeting>>;

/** Who holds the meeting together: its chair is whoever chaired that day, not the group's chair of today. */
export const MeetingRole = z.object({
  id: Id,
  meeting: Id,
  role: MeetingRoleKind,
  name: z.string().min(1),
  person: Id.nullable(),
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
