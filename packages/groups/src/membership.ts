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

/**
 * A person's place in a group. `position` is what the source says they are beside it; `asOf` is the day of which the
 * source says so, for a source that names members and no dates.
 */
export const Membership = z.object({
  id: Id,
  version: z.int().positive(),
  group: Id,
  person: Id,
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

type Dated = Pick<Membership, "from" | "to" | "asOf">;

/** The first day on which a membership may have gone on; null where nobody knows. */
export const beginning = ({ from, asOf }: Pick<Dated, "from" | "asOf">): Day | null =>
  from === null ? asOf : firstDay(from);

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

/** INV-G2: Whether two memberships may go on at one day. */
export function overlap(one: Dated, other: Dated): boolean {
  const starts = [beginning(one), beginning(other)].filter((day) => day !== null);
  const latest = starts.toSorted().at(-1);
  return [one, other].every(
    ({ to }) => to === null || latest === undefined || latest <= lastDay(to),
  );
}
