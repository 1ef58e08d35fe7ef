import {
  Access,
  Assertion,
  Day,
  firstDay,
  Id,
  lastDay,
  PartialDate,
  SourceRef,
  vocabulary,
} from "@remit/kernel";
import * as z from "zod";

/** What a member is to the group; what a caller may do there by a token is a `GroupRole` of the kernel, and another thing. */
export const MembershipRole = vocabulary(
  "MembershipRole",
  "What a member is to the group, which gives no rights at this service: those are a token's.",
  {
    chair: "Leads the group and its meetings.",
    "co-chair": "Leads the group together with another.",
    "vice-chair": "Leads the group where the chair does not.",
    member: "Belongs to the group.",
    "ex-officio": "Belongs to the group by an office held elsewhere.",
    adviser: "Advises the group, without a part in decisions.",
    observer: "Comes to hear, without a part in decisions.",
    secretariat: "Keeps the group's papers and minutes.",
  },
);
export type MembershipRole = z.infer<typeof MembershipRole>;

/** INV-G5: Whom an organisation sends to its seat, for a time, and of which organisation they are themselves. */
export const Nominee = z.object({
  person: Id,
  organisation: Id.nullable(),
  from: Day,
  to: Day.nullable(),
});
export type Nominee = Readonly<z.infer<typeof Nominee>>;

/**
 * A place in a group, of a person or of whoever holds a post. `position` is what the source says they are beside it; `asOf` is the day of which the
 * source says so, for a source that names members and no dates.
 */
export const Membership = z.object({
  id: Id,
  version: z.int().positive(),
  group: Id,
  /** Null where a post is the member, and whoever holds it answers for it, or while a seat has no nominee. */
  person: Id.nullable(),
  /** Left out where no post is the member. */
  post: Id.optional(),
  /** The seat that the member has; left out where there is none. */
  seat: Id.optional(),
  /** Whoever was named for the seat, one after the other: the last one is `person`. */
  nominees: z.array(Nominee).optional(),
  /** The last day of the term for which the seat was filled. */
  termEnds: Day.optional(),
  role: MembershipRole,
  position: z.string().min(1).nullable(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  asOf: Day.nullable(),
  endReason: z.string().min(1).nullable(),
  assertion: Assertion,
  source: SourceRef.nullable(),
});
export type Membership = Readonly<z.infer<typeof Membership>>;

/** A membership as its verbs know it: with who may see its group. */
export const MembershipRecord = Membership.extend({ access: Access });
export type MembershipRecord = Readonly<z.infer<typeof MembershipRecord>>;

/** When something goes on; `asOf` is the day of which a source shows it without dates. */
export type Dated = Pick<Membership, "from" | "to"> & { readonly asOf?: Day | null };

/** The first day on which a membership may have gone on; null where nobody knows. */
export const beginning = ({ from, asOf = null }: Pick<Dated, "from" | "asOf">): Day | null =>
  from === null ? asOf : firstDay(from);

type Member = Pick<Membership, "person" | "post" | "seat">;

/** Whether two memberships are of one member: a person, a post, or a seat for which nobody is named. */
export const sameMember = (one: Member, other: Member): boolean =>
  one.person === other.person &&
  one.post === other.post &&
  (one.person !== null || one.seat === other.seat);

/** Whether a membership may have gone on at a day. */
export function isOn(day: Day, membership: Dated): boolean {
  const start = beginning(membership);
  return (
    (start === null || start <= day) && (membership.to === null || day <= lastDay(membership.to))
  );
}

/** Whether a list of minutes alone shows a membership, without dates: nobody said when it began or ended. */
export const isListed = ({ assertion, source, asOf, from, to }: Membership): boolean =>
  assertion.basis === "stated" && source !== null && asOf !== null && from === null && to === null;

/** INV-G2: Whether two things may go on at one day. */
export function overlap(one: Dated, other: Dated): boolean {
  const starts = [beginning(one), beginning(other)].filter((day) => day !== null);
  const latest = starts.toSorted().at(-1);
  return [one, other].every(
    ({ to }) => to === null || latest === undefined || latest <= lastDay(to),
  );
}
