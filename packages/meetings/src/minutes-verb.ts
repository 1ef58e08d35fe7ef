import { type Id, keepersOf, makersOf, roleIn, verbsOf } from "@remit/kernel";
import type { MeetingStatus } from "./meeting.ts";
import { Minutes } from "./minutes.ts";
import type { Sitting } from "./part.ts";
import { refusals } from "./refusals.ts";

/** What verbs of minutes have to be told of other records. */
export interface MinutesFacts {
  readonly sitting: Sitting;
  /** The hash of the record of the meeting as it stands. */
  readonly contentHash: string;
  /** Whether the meeting has minutes already. */
  readonly isThere: boolean;
  /** How far the meeting has come at which minutes are agreed. */
  readonly laterStatus: MeetingStatus;
  /** Whether that meeting began before the one that the minutes are of: of two on a day, as their times say. */
  readonly isEarlier: boolean;
  /** Whether the action log was taken for the meeting that the minutes are of. */
  readonly hasLog: boolean;
  /** The texts of the part that is named, its own first. */
  readonly partTexts: readonly string[];
}

const groupOf = ({ group }: Minutes): Id => group;

export const minutesNoun = {
  name: "Minutes",
  schema: Minutes,
  refusals,
  parties: {
    member: roleIn("member", groupOf),
    ...keepersOf(groupOf),
  },
};
export const minutesVerb = verbsOf<
  Minutes,
  keyof typeof minutesNoun.parties,
  MinutesFacts,
  keyof typeof refusals
>(minutesNoun);
export const minutesMaker = makersOf<Minutes, MinutesFacts, keyof typeof refusals>(minutesNoun);
