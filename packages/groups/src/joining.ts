import { type Access, type Id, PartialDate } from "@remit/kernel";
import { assertFits } from "./fitting.ts";
import { type Membership, MembershipRecord } from "./membership.ts";

/** The dates that verbs take by which somebody comes to a group. */
export const joiningDates = {
  from: PartialDate.optional().describe(
    "The day, month or year in which the membership began; the day on which it is said if left out.",
  ),
  to: PartialDate.optional().describe(
    "The day, month or year in which the membership ends, where that is known.",
  ),
};

type Said = Omit<
  MembershipRecord,
  "access" | "asOf" | "assertion" | "endReason" | "id" | "source" | "version"
>;

/** A membership as a verb makes it; refused as `assertFits` does where it does not fit beside those `held`. */
export function joined(
  said: Said,
  {
    newId,
    access,
    held,
  }: {
    readonly newId: () => Id;
    readonly access: Access;
    readonly held: readonly Membership[];
  },
): MembershipRecord {
  const membership = MembershipRecord.parse({
    ...said,
    id: newId(),
    version: 1,
    asOf: null,
    endReason: null,
    assertion: { basis: "edited" },
    source: null,
    access,
  });
  assertFits(membership, held);
  return membership;
}
