import { Day, PartialDate } from "@remit/kernel";
import * as z from "zod";

const text = z.string();
const maybe = text.nullable();
const named = z.object({ name: text });

/** A person on a list of attendance. */
export const RecordedAttendance = z.object({
  name: text,
  position: maybe,
  status: z.enum(["ABSENT", "APOLOGIES", "NOT_STATED", "PRESENT"]),
  capacity: z.enum([
    "CHAIR",
    "DEPUTY",
    "GUEST",
    "INVITED_SPEAKER",
    "MEMBER",
    "NOT_STATED",
    "OBSERVER",
    "OFFICIAL",
    "SECRETARIAT",
  ]),
  mode: z.enum(["HYBRID", "IN_PERSON", "NOT_STATED", "REMOTE"]),
  note: maybe,
  deputisingFor: maybe,
  section: z.object({ heading: maybe, place: z.int() }).nullable(),
});
export type RecordedAttendance = Readonly<z.infer<typeof RecordedAttendance>>;

/** An action as it stands in minutes, with its reference, its owners and its due. */
export const RecordedAction = z.object({
  reference: text,
  text,
  status: text,
  owners: z.array(named),
  due: z.object({ kind: text, on: Day.nullable(), text: maybe, inWords: text }),
});
export type RecordedAction = Readonly<z.infer<typeof RecordedAction>>;

/** What was said under an item: one paragraph or point, and whoever speaks in it. */
export const RecordedContribution = z.object({
  text,
  lead: maybe,
  speakers: z.array(z.object({ mention: text, name: text })),
});
export type RecordedContribution = Readonly<z.infer<typeof RecordedContribution>>;

/** An item of the business with what was said, decided and raised under it. */
export const RecordedItem = z.object({
  number: maybe,
  heading: maybe,
  level: z.int(),
  place: z.int(),
  outcome: text,
  papers: z.array(z.object({ number: text, title: maybe })),
  contributions: z.array(RecordedContribution),
  decisions: z.array(z.object({ kind: text, text })),
  actions: z.array(RecordedAction),
});
export type RecordedItem = Readonly<z.infer<typeof RecordedItem>>;

/** A meeting as the graph answers for it: what minutes are written from. Times are on the wall clock of `zone`. */
export const RecordedMeeting = z.object({
  id: text,
  slug: text,
  title: text,
  heldOn: Day,
  endedOn: Day.nullable(),
  local: maybe,
  zone: maybe,
  location: maybe,
  ordinal: z.int().nullable(),
  status: text,
  group: z.object({ slug: text, name: text }).nullable(),
  roles: z.array(z.object({ role: text, name: text })),
  attendanceNotes: z.array(z.object({ text })),
  attendance: z.array(RecordedAttendance),
  items: z.array(RecordedItem),
  actions: z.array(RecordedAction),
  nextMeeting: z.object({ on: PartialDate, local: maybe, location: maybe, text: text }).nullable(),
  minutes: z
    .object({
      status: text,
      publication: z.object({
        status: text,
        asDraft: z.boolean(),
        publishedOn: Day.nullable(),
        withdrawnReason: maybe,
      }),
    })
    .nullable(),
  source: z.object({ title: text, officialRecord: maybe }).nullable(),
});
export type RecordedMeeting = Readonly<z.infer<typeof RecordedMeeting>>;
