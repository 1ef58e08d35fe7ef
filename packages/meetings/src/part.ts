import { Access, type Actor, Day, Id, isFor, type Pointed, Refusal } from "@remit/kernel";
import * as z from "zod";
import { Attendance, type PresenceSpan } from "./attendance.ts";
import { Decision } from "./decision.ts";
import { Contribution, Item, Speaker } from "./item.ts";
import { MeetingRole, type MeetingStatus } from "./meeting.ts";
import { Paper } from "./paper.ts";

/** What each part of a meeting's record has as a subject of verbs. A document's own is at version 0; a draft is its keepers'. */
const kept = {
  version: z.int().nonnegative(),
  group: Id,
  access: Access,
  draft: z.boolean(),
};

/** The attendance of somebody, as its verbs know it. */
export const AttendanceRecord = Attendance.extend(kept);
export type AttendanceRecord = Readonly<z.infer<typeof AttendanceRecord>>;

/** Who chaired a meeting, from its beginning or from an item on, as verbs know it. */
export const MeetingRoleRecord = MeetingRole.extend(kept);
export type MeetingRoleRecord = Readonly<z.infer<typeof MeetingRoleRecord>>;

/** An item as its verbs know it: what came of it may be a draft where the item, from the agenda, is not. */
export const ItemRecord = Item.extend({ ...kept, outcomeDraft: z.boolean() });
export type ItemRecord = Readonly<z.infer<typeof ItemRecord>>;

export const PaperRecord = Paper.extend(kept);
export type PaperRecord = Readonly<z.infer<typeof PaperRecord>>;

/** A contribution with whoever made it, and the day of its meeting. */
export const ContributionRecord = Contribution.extend({
  ...kept,
  heldOn: Day,
  speakers: z.array(Speaker),
});
export type ContributionRecord = Readonly<z.infer<typeof ContributionRecord>>;

export const DecisionRecord = Decision.extend(kept);
export type DecisionRecord = Readonly<z.infer<typeof DecisionRecord>>;

/** Any part of a meeting's record. */
export interface Part {
  readonly id: Id;
  readonly version: number;
  readonly meeting: Id;
  readonly group: Id;
  readonly access: Access;
  readonly draft: boolean;
}

/** The meeting in whose record a part stands. */
export interface Sitting {
  readonly id: Id;
  readonly heldOn: Day;
  /** Of a meeting of several days: its last. */
  readonly endedOn: Day | null;
  readonly status: MeetingStatus;
  readonly access: Access;
  /** Whether its minutes are out, so that they are changed by a correction alone. */
  readonly circulated: boolean;
}

/** Somebody in the record of a meeting. */
export interface Listed {
  readonly id: Id;
  readonly person: Id | null;
  readonly name: string;
  readonly status: Attendance["status"];
  readonly capacity: Attendance["capacity"];
  /** In whose place they come. */
  readonly principal: Id | null;
  readonly presence: readonly PresenceSpan[];
}

/** Somebody who chaired a meeting, from an item on; from its beginning where that is null. */
export interface Chair {
  readonly id: Id;
  readonly name: string;
  readonly person: Id | null;
  readonly fromItem: Id | null;
}

/** An item of a meeting by its place. */
export interface PlacedItem {
  readonly id: Id;
  readonly place: number;
}

/** What verbs of parts have to be told of other records. */
export interface PartFacts {
  readonly sitting: Sitting;
  /** The day on which the meeting came into the record; null where no entry speaks of it. */
  readonly since: Day | null;
  /** The next place in the list in which the part will stand. */
  readonly place: number;
  /** Whoever is in the record of the meeting. */
  readonly listed: readonly Listed[];
  /** Whoever is recorded as having chaired the meeting. */
  readonly chairs: readonly Chair[];
  /** The items of the meeting. */
  readonly items: readonly PlacedItem[];
  /** Whoever is recorded as having said something at the meeting. */
  readonly spoke: readonly Id[];
  /** Whether the person who is named is a member of the group on the day of the meeting. */
  readonly member: boolean;
  /** The numbers of papers that the meeting has. */
  readonly numbers: readonly string[];
}

/** Whether a caller sees a part: a draft is for whoever keeps the record of its group. */
export const seesPart = (caller: Actor, part: Part): boolean => isFor(caller, part);

/** Why nothing can have happened at a meeting by a day, as a refusal with the code `BEFORE_MEETING`; null where it can. */
export function dayRefusal({ heldOn }: Pick<Sitting, "heldOn">, on: Day): Refusal | null {
  if (heldOn <= on) return null;
  const message = `The meeting is on ${heldOn}: give that day or a later one, or postpone it to the day on which it is held.`;
  return new Refusal("BEFORE_MEETING", message, { path: ["on"] });
}

/** Throws what `dayRefusal` finds. */
export function assertDay(sitting: Pick<Sitting, "heldOn">, on: Day): void {
  const refusal = dayRefusal(sitting, on);
  if (refusal !== null) throw refusal;
}

/** Refuses with `NOT_SITTING` what is recorded of a meeting that has not begun or is closed, with `BEFORE_MEETING` what would be recorded before its day, and with `MINUTES_CIRCULATED` what would change minutes that are out. */
export function assertSitting({ status, circulated, heldOn }: Sitting, on: Day): void {
  if (status !== "in-session" && status !== "held") {
    const message = `The meeting is ${status.replace("-", " ")}: its record is kept from when it is opened until it is closed.`;
    throw new Refusal("NOT_SITTING", message);
  }
  assertDay({ heldOn }, on);
  if (!circulated) return;
  const message =
    "The minutes are circulated: ask for a correction and accept it, or recall them, and then change them.";
  throw new Refusal("MINUTES_CIRCULATED", message);
}

/** Refuses with `TOO_EARLY` a day, given under a name, that is before what it follows. */
export function assertSince(
  earlier: { readonly on: Day } | undefined,
  day: Day,
  what: string,
  name = "on",
): void {
  if (earlier === undefined || earlier.on <= day) return;
  const message = `${what} on ${earlier.on}: give that day or a later one.`;
  throw new Refusal("TOO_EARLY", message, { path: [name] });
}

export const isPlanned = ({ status }: Pick<Sitting, "status">): boolean =>
  status === "tentative" || status === "scheduled" || status === "postponed";

/** INV-M15: refuses with `AGENDA_FROZEN` a change of the agenda of a meeting that has begun. */
export function assertPlanned(sitting: Pick<Sitting, "status">): void {
  if (isPlanned(sitting)) return;
  const message = `The meeting is ${sitting.status.replace("-", " ")}: its agenda stays as it was.`;
  throw new Refusal("AGENDA_FROZEN", message);
}

/** The first day of a meeting's record: that on which it came into the record, or its own where that was later. */
export const beginsOn = ({ heldOn }: Pick<Sitting, "heldOn">, since: Day | null): Day =>
  since === null || heldOn < since ? heldOn : since;

/** Refuses with `BEFORE_FIRST` what would stand in the record of a meeting before anybody had planned it. */
export function assertKnown(sitting: Pick<Sitting, "heldOn">, since: Day | null, on: Day): void {
  const first = beginsOn(sitting, since);
  if (first <= on) return;
  const message = `The meeting is in the record since ${first}: give that day or a later one.`;
  throw new Refusal("BEFORE_FIRST", message, { path: ["on"] });
}

/** Refuses with `OTHER_MEETING` an item that is none of the meeting's. */
export function assertWithin(
  { within }: Pick<Pointed, "within">,
  { id }: Pick<Sitting, "id">,
  path: readonly string[],
): void {
  if (within === undefined || within === id) return;
  throw new Refusal("OTHER_MEETING", "The item is one of another meeting.", { path: [...path] });
}
