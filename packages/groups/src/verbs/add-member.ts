import { keepers, Note, PartialDate, refTo } from "@remit/kernel";
import { assertFits } from "../fitting.ts";
import { MembershipRecord, MembershipRole } from "../membership.ts";
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
    from: PartialDate.optional().describe(
      "The day, month or year in which the membership began; the day on which it is said if left out.",
    ),
    to: PartialDate.optional().describe(
      "The day, month or year in which the membership ends, where that is known.",
    ),
  },
  needs: ["held", "access", "newId"],
  refuses: ["INV-G1", "INV-G2", "TERM_REVERSED"],
  step: ({ group, person, role = "member", position = null, from, to = null, ...said }) => {
    const membership = MembershipRecord.parse({
      id: said.newId(),
      version: 1,
      group: group.id,
      person: person.id,
      role,
      position,
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
