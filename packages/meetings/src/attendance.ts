import { Assertion, Basis, Id, SourceRef } from "@remit/kernel";
import * as z from "zod";

/** One of the lists in which minutes name people. The heading is as written: null where the source has none. */
export const AttendanceSection = z.object({
  id: Id,
  meeting: Id,
  place: z.int().positive(),
  heading: z.string().min(1).nullable(),
  source: SourceRef.nullable(),
});
export type AttendanceSection = Readonly<z.infer<typeof AttendanceSection>>;

export const AttendanceStatus = z.enum(["present", "apologies", "absent", "not-stated"]);
export type AttendanceStatus = z.infer<typeof AttendanceStatus>;

/** In what capacity somebody is at a meeting. */
export const Capacity = z.enum([
  "chair",
  "member",
  "deputy",
  "invited-speaker",
  "guest",
  "observer",
  "official",
  "secretariat",
  "not-stated",
]);
export type Capacity = z.infer<typeof Capacity>;

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
  note: z.string().min(1).nullable(),
  assertion: Assertion,
  source: SourceRef.nullable(),
});
export type Attendance = Readonly<z.infer<typeof Attendance>>;

/** A sentence about attendance that names nobody, such as that deputies were listed. */
export const AttendanceNote = z.object({
  id: Id,
  meeting: Id,
  place: z.int().positive(),
  kind: z.string().min(1),
  text: z.string().min(1),
  source: SourceRef.nullable(),
});
export type AttendanceNote = Readonly<z.infer<typeof AttendanceNote>>;
