import { Assertion, Day, Id, PartialDate, SourceRef, vocabulary } from "@remit/kernel";
import * as z from "zod";

/** What a member is to the group. */
export const MembershipRole = vocabulary("MembershipRole", "What a member is to the group.", {
  chair: "Leads the group and its meetings.",
  "co-chair": "Leads the group together with another.",
  member: "Belongs to the group.",
  observer: "Comes to hear, without a part in decisions.",
  secretariat: "Keeps the group's papers and minutes.",
});
export type MembershipRole = z.infer<typeof MembershipRole>;

/**
 * A person's place in a group. `position` is what the source says they are beside it; `asOf` is the day of which the
 * source says so, for a source that names members and no dates.
 */
export const Membership = z.object({
  id: Id,
  group: Id,
  person: Id,
  role: MembershipRole,
  position: z.string().min(1).nullable(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  asOf: Day.nullable(),
  assertion: Assertion,
  source: SourceRef.nullable(),
});
export type Membership = Readonly<z.infer<typeof Membership>>;
