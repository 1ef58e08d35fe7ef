import { addDays, type Day, lastDay, Refusal } from "@remit/kernel";
import {
  beginning,
  type Dated,
  isListed,
  type Membership,
  overlap,
  sameMember,
} from "./membership.ts";

/** Refuses with `TERM_REVERSED` what ends before it begins, a membership if nothing else is named. */
export function assertTerm({ from, to, asOf = null }: Dated, what = "membership"): void {
  const start = beginning({ from, asOf });
  if (to === null || start === null || start <= lastDay(to)) return;
  const message = `The ${what} would end with ${to}, before it began on ${start}: give a later end.`;
  throw new Refusal("TERM_REVERSED", message, { path: ["to"] });
}

/**
 * Refuses with `SEAT_TAKEN` a second membership of a seat, with `INV-G2` a membership of somebody who has the same role at the time, and with `INV-G1` a chair beside
 * another. `held` are the other memberships of the group.
 */
export function assertFits(membership: Membership, held: readonly Membership[]): void {
  assertTerm(membership);
  const then = held.filter(
    (other) => other.id !== membership.id && overlap(membership, bounded(other, held)),
  );
  const taken = then.find(({ seat }) => seat !== undefined && seat === membership.seat);
  if (taken)
    throw new Refusal(
      "SEAT_TAKEN",
      `The seat is taken, ${since(taken)}: end that membership first, or name another for it.`,
      { params: { membership: taken.id } },
    );
  const beside = then.filter(({ role }) => role === membership.role);
  const own = beside.find((other) => sameMember(other, membership));
  if (own)
    throw new Refusal(
      "INV-G2",
      `The member is ${inWords(own)} already, ${since(own)}: end that membership first, or change its dates.`,
      { params: { membership: own.id } },
    );
  const [chair] = membership.role === "chair" ? beside : [];
  if (chair)
    throw new Refusal(
      "INV-G1",
      `Somebody else is in the chair, ${since(chair)}: end that membership first, or add a co-chair.`,
      { params: { membership: chair.id } },
    );
}

/** What a list shows lasts until a later list shows otherwise: of the person, or of the chair. */
function bounded(membership: Membership, held: readonly Membership[]): Membership {
  const { asOf, role } = membership;
  if (!isListed(membership) || asOf === null) return membership;
  const later = held
    .filter(
      (other) =>
        sameMember(other, membership) ||
        (role === "chair" && other.role === "chair" && isListed(other)),
    )
    .flatMap((other) => beginning(other) ?? [])
    .filter((day) => day > asOf)
    .toSorted()[0];
  return later === undefined ? membership : { ...membership, to: dayBefore(later) };
}

export const dayBefore = (day: Day): Day => addDays(day, -1);

const inWords = ({ role }: Membership) => role.replaceAll("-", " ");

const since = (membership: Membership) => {
  const start = beginning(membership);
  return start === null ? "since nobody knows when" : `since ${start}`;
};
