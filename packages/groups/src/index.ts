export { codeOf, Group, GroupKind, GroupRecord, kindOf } from "./group.ts";
export { isListed, isOn, Membership, MembershipRecord, MembershipRole } from "./membership.ts";
export { Organisation } from "./organisation.ts";
export { Person, PersonRecord, PublicProfile } from "./person.ts";
export {
  addMember,
  changeRole,
  dateMembership,
  endMembership,
  everyVerb,
  groupVerbs,
  membershipVerbs,
  personVerbs,
  setPublicProfile,
  setZone,
} from "./verbs.ts";
