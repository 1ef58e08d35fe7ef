import { keepers, refTo } from "@remit/kernel";
import { joined, joiningDates } from "../joining.ts";
import { MembershipRole } from "../membership.ts";
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
    ...joiningDates,
  },
  needs: ["held", "access", "newId"],
  refuses: ["INV-G1", "INV-G2", "TERM_REVERSED"],
  step: ({ group, post, role = "ex-officio", from, to = null, ...said }) =>
    joined(
      {
        group: group.id,
        person: null,
        post: post.id,
        role,
        position: null,
        from: from ?? said.on,
        to,
      },
      said,
    ),
});
