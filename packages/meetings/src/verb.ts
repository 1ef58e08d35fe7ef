import {
  type Day,
  type Id,
  keepersOf,
  makersOf,
  type Ref,
  verbsOf,
  type Zone,
} from "@remit/kernel";
import { type AgendaLine, Meeting, type MeetingStatus } from "./meeting.ts";
import { refusals } from "./refusals.ts";

/** Another meeting of the same group, as far as a new day has to know it. */
export interface Beside {
  readonly id: Id;
  readonly slug: string;
  /** Null where the caller may not be told of the meeting. */
  readonly title: string | null;
  readonly status: MeetingStatus;
  readonly heldOn: string;
  /** Its number among those of the group; null where none is known. */
  readonly ordinal: number | null;
  /** Its start on the wall; null where none is known. */
  readonly local: string | null;
}

/** What verbs of meetings have to be told of other records. */
export interface MeetingFacts {
  /** The group, with the words that begin the addresses of its meetings, the zone of its calendar, and the day on which others took its place; null while none did. */
  readonly home: {
    readonly ref: Ref;
    readonly slug: string;
    readonly zone: Zone;
    readonly replacedOn: Day | null;
  };
  /** Every other meeting of the group, which nobody else adds to meanwhile. */
  readonly others: readonly Beside[];
  /** The months from one meeting to the next, as the terms of reference of the day state them; null where they do not. */
  readonly cadence: number | null;
  /** The items of the meeting as they stand, in their order. */
  readonly items: readonly AgendaLine[];
  /** How many persons are recorded as present. */
  readonly present: number;
  /** What stands in the way of closing the record, each thing by its code and in words. */
  readonly unfinished: readonly Unfinished[];
}

/** Something that a record lacks. */
export interface Unfinished {
  readonly code: string;
  readonly message: string;
}

const groupOf = ({ group }: Meeting): Id => group.id;

export const meetingNoun = {
  name: "Meeting",
  schema: Meeting,
  refusals,
  parties: keepersOf(groupOf),
};

/** Makes a verb of meetings. */
export const meetingVerb = verbsOf<
  Meeting,
  keyof typeof meetingNoun.parties,
  MeetingFacts,
  keyof typeof refusals
>(meetingNoun);

/** Makes a verb that makes a meeting. */
export const meetingMaker = makersOf<Meeting, MeetingFacts, keyof typeof refusals>(meetingNoun);
