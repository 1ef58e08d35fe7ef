import { keepers, PartialDate, refTo } from "@remit/kernel";
import { assertFits } from "../fitting.ts";
import { MembershipRecord, MembershipRole } from "../membership.ts";
import { membershipMaker } from "../verb.ts";

/** INV-G4: Whoever holds a post belongs to a group for as long as they hold it. */
export const addExOfficio = membershipMaker("addExOfficio", {
  says: "Makes whoever holds a post a member of a group, for as long as they hold it.",
  mutation: "addExOfficioMember",
  by: keepers,
  within: "group",
  input: {
    group: refTo("Group").describe("The id of the group."),
    post: refTo("Post").describe("The id of the post whose holder is the member."),
    role: MembershipRole.optional().describe("The role of the holder; ex officio if left out."),
    from: PartialDate.optional().describe(
      "The day, month or year in which the membership began; the day on which it is said if left out.",
    ),
    to: PartialDate.optional().describe(
      "The day, month or year in which the membership ends, where that is known.",
    ),
  },
  needs: ["held", "access", "newId"],
  refuses: ["INV-G1", "INV-G2", "TERM_REVERSED"],
  step: ({ group, post, role = "ex-officio", from, to = null, ...said }) => {
    const membership = MembershipRecord.parse({
      id: said.newId(),
      version: 1,
      group: group.id,
      person: null,
      post: post.id,
      role,
      position: null,
      from: from ?? said.on,
      to,
      asOf: null,
      endReason: null,
      assertion: { basis: "edited" },
      source: null,
      access: said.access,
    });
    assertFits(membership, said.held);
    return membership;
  },
});
