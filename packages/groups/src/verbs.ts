import { addMember } from "./verbs/add-member.ts";
import { agreeTerms, withdrawTerms } from "./verbs/agree-terms.ts";
import { changeRole } from "./verbs/change-role.ts";
import { correctName } from "./verbs/correct-name.ts";
import { dateMembership } from "./verbs/date-membership.ts";
import { amendTerms, draftTerms } from "./verbs/draft-terms.ts";
import { endMembership } from "./verbs/end-membership.ts";
import { replace } from "./verbs/replace.ts";
import { setPublicProfile } from "./verbs/set-public-profile.ts";
import { setZone } from "./verbs/set-zone.ts";

/** Every verb of groups, by its name. */
export const groupVerbs = { setZone, replace };
/** Every verb of persons, by its name. */
export const personVerbs = { correctName, setPublicProfile };
/** Every verb that changes a membership, by its name. */
export const membershipVerbs = { changeRole, dateMembership, endMembership };

/** Every verb that changes terms of reference, by its name. */
export const termsVerbs = { amendTerms, agreeTerms, withdrawTerms };

/** All that can be done to what the package keeps. */
export const everyVerb = [
  ...Object.values(groupVerbs),
  ...Object.values(personVerbs),
  addMember,
  ...Object.values(membershipVerbs),
  draftTerms,
  ...Object.values(termsVerbs),
];

export {
  addMember,
  agreeTerms,
  amendTerms,
  changeRole,
  correctName,
  dateMembership,
  draftTerms,
  endMembership,
  replace,
  setPublicProfile,
  setZone,
  withdrawTerms,
};
