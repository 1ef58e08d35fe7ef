import { type Id, keepersOf, makersOf, verbsOf } from "@remit/kernel";
import type { Membership } from "./membership.ts";
import { Seat } from "./seat.ts";

/** What verbs of seats have to be told of other records. */
export interface SeatFacts {
  /** Every membership of the group, which nobody else changes meanwhile. */
  readonly held: readonly Membership[];
}

const groupOf = ({ group }: Seat): Id => group;

export const seatNoun = {
  name: "Seat",
  schema: Seat,
  refusals: {
    TERM_REVERSED: "What is said would end before it begins.",
    SEAT_HELD: "Somebody has the seat after that day.",
  },
  parties: keepersOf(groupOf),
};

/** Makes a verb of seats. */
export const seatVerb = verbsOf<
  Seat,
  keyof typeof seatNoun.parties,
  SeatFacts,
  keyof typeof seatNoun.refusals
>(seatNoun);

/** Makes a verb that makes a seat. */
export const seatMaker = makersOf<Seat, SeatFacts, keyof typeof seatNoun.refusals>(seatNoun);
