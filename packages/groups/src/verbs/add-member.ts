import { keepers, Note, refTo } from "@remit/kernel";
import { joined, joiningDates } from "../joining.ts";
import { MembershipRole } from "../membership.ts";
import { membershipMaker } from "../verb.ts";

/** A person comes to a group. */
export const addMember = membershipMaker("addMember", {
  says: "Makes a person a member of a group in a role, from a date on.",
  mutation: "addMember",
  by: keepers,
  within: "group",
  input: {
    group: refTo("Group").describe("The id of the group."),
    person: refTo("Person").describe("The id of the person."),
    role: MembershipRole.optional().describe("The role of the person; member if left out."),
    position: Note.optional().describe("The post or title of the person beside the role."),
    ...joiningDates,
  },
  needs: ["held", "access", "newId"],
  refuses: ["INV-G1", "INV-G2", "TERM_REVERSED"],
  step: ({ group, person, role = "member", position = null, from, to = null, ...said }) =>
    joined(
      {
        group: group.id,
        person: person.id,
        role,
        position,
        from: from ?? said.on,
        to,
      },
      said,
    ),
});
