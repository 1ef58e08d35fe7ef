import type { Entry } from "@remit/database";
import type { GroupRecord } from "../group.ts";
import type { MembershipRecord } from "../membership.ts";
import type { Person } from "../person.ts";
import { keptMembership } from "./membership.ts";

/** What the journal keeps of a change; who made it, and by which request, is for the caller to add. */
type Told = Omit<Entry, "actor" | "requestId" | "verb">;

/** The beginning of a group. */
export const entryOfGroup = (after: GroupRecord, at: string): Told => ({
  subject: { type: "Group", id: after.id },
  version: after.version,
  at,
  before: null,
  after,
  access: after.access,
  group: after.id,
});

/** The beginning of a person. It names them whatever their profile, so that it is for officials. */
export const entryOfPerson = (after: Person & { readonly version: number }, at: string): Told => ({
  subject: { type: "Person", id: after.id },
  version: after.version,
  at,
  before: null,
  after,
  access: "officials",
  group: null,
});

/** A membership that begins, changes, or is taken out; its version is that of what comes after. */
export function entryOfMembership(
  before: MembershipRecord | null,
  after: MembershipRecord | null,
  at: string,
): Told {
  const membership = after ?? before;
  if (membership === null) throw new Error("An entry is of something.");
  const { id, version, access, group } = membership;
  return {
    subject: { type: "Membership", id },
    version: after === null ? version + 1 : version,
    at,
    before: before && keptMembership(before),
    after: after && keptMembership(after),
    access,
    group,
  };
}
