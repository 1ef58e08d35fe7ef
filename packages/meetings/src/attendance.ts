import { Assertion, Basis, Id, SourceRef, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Clock } from "./meeting.ts";

/** One of the lists in which minutes name people. The heading is as written: null where the source has none. */
export const AttendanceSection = z.object({
  id: Id,
  meeting: Id,
  place: z.int().positive(),
  heading: z.string().min(1).nullable(),
  source: SourceRef.nullable(),
});
export type AttendanceSection = Readonly<z.infer<typeof AttendanceSection>>;

/** Whether somebody attended. */
export const AttendanceStatus = vocabulary(
  "AttendanceStatus",
  "Whether a person attended a meeting.",
  {
    present: "The person attended the meeting.",
    apologies: "The person sent apologies for the meeting.",
    absent: "The person was expected at the meeting and did not attend.",
    "not-stated": "The minutes do not state whether the person attended.",
  },
);
export type AttendanceStatus = z.infer<typeof AttendanceStatus>;

/** How somebody takes part. */
export const AttendanceMode = vocabulary(
  "AttendanceMode",
  "The way in which a person takes part in a meeting.",
  {
    "in-person": "The person is in the room.",
    remote: "The person takes part from elsewhere.",
    hybrid: "The person is in the room for a part, and elsewhere for another.",
    "not-stated": "Nobody states how the person takes part.",
  },
);
export type AttendanceMode = z.infer<typeof AttendanceMode>;

/** In what capacity somebody is at a meeting. */
export const Capacity = vocabulary(
  "Capacity",
  "The capacity in which a person is listed at a meeting.",
  {
    chair: "The person chairs the meeting.",
    member: "The person is a member of the group.",
    deputy: "The person attends in place of a member.",
    "invited-speaker": "The person is invited to speak to an item.",
    guest: "The person is a guest of the group.",
    observer: "The person observes the meeting.",
    official: "The person is a government official.",
    secretariat: "The person supports the meeting as its secretariat.",
    "not-stated": "The minutes do not state the capacity.",
  },
);
export type Capacity = z.infer<typeof Capacity>;

/** A part of a meeting at which somebody was there, from an item or a time to another; null where nobody says. */
export const PresenceSpan = z.object({
  fromItem: Id.nullable(),
  toItem: Id.nullable(),
  arrivedAt: Clock.nullable(),
  leftAt: Clock.nullable(),
});
export type PresenceSpan = Readonly<z.infer<typeof PresenceSpan>>;

/** One person at one meeting. `assertion` says how the capacity is held, `statusBasis` how the status is. */
export const Attendance = z.object({
  id: Id,
  meeting: Id,
  section: Id.nullable(),
  place: z.int().positive(),
  person: Id.nullable(),
  /** Name, position and deputy's principal as written. */
  name: z.string().min(1),
  position: z.string().min(1).nullable(),
  organisation: Id.nullable(),
  deputisingFor: z.string().min(1).nullable(),
  principal: Id.nullable(),
  status: AttendanceStatus,
  statusBasis: Basis,
  capacity: Capacity,
  mode: AttendanceMode,
  note: z.string().min(1).nullable(),
  /** INV-M12: in their order. Absent where nobody says when the person came or went. */
  presence: z.array(PresenceSpan).min(1).optional(),
  assertion: Assertion,
  source: SourceRef.nullable(),
});
export type Attendance = Readonly<z.infer<typeof Attendance>>;

/** What a note on attendance is about. */
export const AttendanceNoteKind = vocabulary(
  "AttendanceNoteKind",
  "What a note on attendance in the minutes is about.",
  {
    "deputies-listed": "The note says that deputies are listed.",
    "apologies-noted": "The note says that apologies were noted.",
    "absence-noted": "The note says that an absence was noted.",
    welcome: "The note welcomes somebody.",
  },
);
export type AttendanceNoteKind = z.infer<typeof AttendanceNoteKind>;

/** A sentence about attendance that names nobody, such as that deputies were listed. */
export const AttendanceNote = z.object({
  id: Id,
  meeting: Id,
  place: z.int().positive(),
  kind: AttendanceNoteKind,
  text: z.string().min(1),
  source: SourceRef.nullable(),
});
export type AttendanceNote = Readonly<z.infer<typeof AttendanceNote>>;
