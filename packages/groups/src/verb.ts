import {
  type Access,
  type Actor,
  hasRole,
  type Id,
  keepers,
  keepersOf,
  makersOf,
  verbsOf,
} from "@remit/kernel";
import { GroupRecord } from "./group.ts";
import { type Membership, MembershipRecord } from "./membership.ts";
import { type Erasure, PersonRecord, type PersonReference } from "./person.ts";
import type { Seat } from "./seat.ts";
import { type AgreedTerms, TermsOfReference } from "./terms.ts";

/** What verbs of groups have to be told of other records. */
export interface GroupFacts {
  /** Whether the database reckons with the time zone that is given. */
  readonly isZoneKnown: boolean;
  /** Ids of the groups whose place it took, or whose place they had taken, and so on. */
  readonly earlier: readonly Id[];
}

const own = ({ id }: GroupRecord): Id => id;

export const groupNoun = {
  name: "Group",
  schema: GroupRecord,
  refusals: {
    ZONE_UNKNOWN: "The database reckons with no time zone of this name.",
    "INV-G11": "A group gives way once, and to none that came before it.",
  },
  parties: keepersOf(own),
};

/** Makes a verb of groups. */
export const groupVerb = verbsOf<
  GroupRecord,
  keyof typeof groupNoun.parties,
  GroupFacts,
  keyof typeof groupNoun.refusals
>(groupNoun);

/** Whoever has a role in a group of which the person is a member. */
const inTheirGroup = (role: "secretariat" | "chair") => ({
  words: `the ${role} of a group of the person`,
  includes: (caller: Actor, { groups }: PersonRecord) =>
    groups.some((group) => hasRole(caller, group, role)),
});

/** What verbs of persons have to be told of other records. */
export interface PersonFacts {
  /** The person who is the same, as their own verbs know them. */
  readonly duplicate: PersonRecord;
  /** The person of whom the record was merged. */
  readonly other: PersonRecord;
  /** All rows that speak of the one who is merged. */
  readonly references: readonly PersonReference[];
  /** What of that has changed since. */
  readonly changedSince: readonly PersonReference[];
  /** The memberships of both, which nobody else changes meanwhile. */
  readonly memberships: readonly Membership[];
  /** What there is to know before a person is erased. */
  readonly erasing: Erasing;
}

/** Why the record has to go on naming a person: what they are or were. */
export type Tie = "member" | "chair" | "office" | "alternate" | "deputy" | "action";

/** What there is to know before a person is erased. */
export interface Erasing {
  /** What the record has to go on naming them for, and by which record. */
  readonly ties: readonly { readonly why: Tie; readonly subject: string }[];
  /** Other persons who have one of the names, or a name in which one of the texts stands. */
  readonly others: readonly Id[];
  /** The records that were merged into theirs. */
  readonly merged: readonly PersonRecord[];
  /** The entries of the journal out of which something goes, with the hash of what is left. */
  readonly entries: Erasure["entries"];
}

export const personNoun = {
  name: "Person",
  schema: PersonRecord,
  refusals: {
    MERGED: "One of the two was merged already, or both are one record.",
    NOT_MERGED: "The record was not merged into another.",
    LISTED_TOGETHER: "Both stand in one list, such as the attendance of a meeting.",
    BUILT_UPON: "What spoke of the person was changed since, so that it cannot be told apart.",
    "INV-G2": "Both have the same role in one group at a time, as somebody said.",
    TERM_REVERSED: "A name would have been borne until before it was borne.",
    "INV-G12":
      "A name of somebody who is shown by role alone would be shown wherever it was written.",
    ERASED: "The person was erased, so that the record has no name of theirs.",
    MUST_BE_KEPT: "The record has to go on naming the person, for what they are or were.",
    NAME_SHARED: "Somebody else has the name, and would be erased with the person.",
  },
  parties: {
    secretariat: inTheirGroup("secretariat"),
    chair: inTheirGroup("chair"),
    host: {
      words: "whoever keeps the record of a group whose minutes or actions name the person",
      includes: (caller: Actor, { listedBy }: PersonRecord) =>
        listedBy.some((group) => hasRole(caller, group, ...keepers)),
    },
    administrator: {
      words: "an administrator",
      includes: ({ administrator }: Actor) => administrator,
    },
  },
};

/** Makes a verb of persons. */
export const personVerb = verbsOf<
  PersonRecord,
  keyof typeof personNoun.parties,
  PersonFacts,
  keyof typeof personNoun.refusals
>(personNoun);

/** What verbs of memberships have to be told of other records. */
export interface MembershipFacts {
  /** Every membership of the group, which nobody else changes meanwhile. */
  readonly held: readonly Membership[];
  /** Who may see the group. */
  readonly access: Access;
  /** The seat that a verb names. */
  readonly seat: Seat;
}

const groupOf = ({ group }: MembershipRecord): Id => group;

export const membershipNoun = {
  name: "Membership",
  schema: MembershipRecord,
  refusals: {
    NOT_A_MEMBER: "The membership had not begun by that day, or had ended.",
    TERM_REVERSED: "The membership would end before it begins.",
    NO_SEAT: "The membership is of no seat, so that nobody is named for it.",
    SEAT_TAKEN: "Somebody else has the seat at the time.",
    SEAT_ENDED: "There is no such seat at the time.",
    NAMED_LATER: "Somebody was named for the seat on a later day.",
    "INV-G1": "Somebody else is in the chair of the group at the time.",
    "INV-G2": "The member has the same role in the group at the time.",
  },
  parties: keepersOf(groupOf),
};

/** Makes a verb of memberships. */
export const membershipVerb = verbsOf<
  MembershipRecord,
  keyof typeof membershipNoun.parties,
  MembershipFacts,
  keyof typeof membershipNoun.refusals
>(membershipNoun);

/** Makes a verb that makes a membership. */
export const membershipMaker = makersOf<
  MembershipRecord,
  MembershipFacts,
  keyof typeof membershipNoun.refusals
>(membershipNoun);

/** What verbs of terms of reference have to be told of other records. */
export interface TermsFacts {
  /** The number of the group's next terms. */
  readonly number: number;
  /** Those of the group that are agreed and that no others took the place of, which nobody else changes meanwhile. */
  readonly inForce: readonly AgreedTerms[];
}

const ofGroup = ({ group }: TermsOfReference): Id => group;

export const termsNoun = {
  name: "TermsOfReference",
  schema: TermsOfReference,
  refusals: { "INV-G7": "Other terms of the group are in force on that day." },
  parties: keepersOf(ofGroup),
};

/** Makes a verb of terms of reference. */
export const termsVerb = verbsOf<
  TermsOfReference,
  keyof typeof termsNoun.parties,
  TermsFacts,
  keyof typeof termsNoun.refusals
>(termsNoun);

/** Makes a verb that makes terms of reference. */
export const termsMaker = makersOf<TermsOfReference, TermsFacts>(termsNoun);
