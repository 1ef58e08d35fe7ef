import { addMember } from "./verbs/add-member.ts";
import { changeRole } from "./verbs/change-role.ts";
import { dateMembership } from "./verbs/date-membership.ts";
import { endMembership } from "./verbs/end-membership.ts";
import { setPublicProfile } from "./verbs/set-public-profile.ts";
import { setZone } from "./verbs/set-zone.ts";

/** Every verb of groups, by its name. */
export const groupVerbs = { setZone };
/** Every verb of persons, by its name. */
export const personVerbs = { setPublicProfile };
/** Every verb that changes a membership, by its name. */
export const membershipVerbs = { changeRole, dateMembership, endMembership };

/** All that can be done to what the package keeps. */
export const everyVerb = [
  ...Object.values(groupVerbs),
  ...Object.values(personVerbs),
  addMember,
  ...Object.values(membershipVerbs),
];

export { addMember, changeRole, dateMembership, endMembership, setPublicProfile, setZone };
