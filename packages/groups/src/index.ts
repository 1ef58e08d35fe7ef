export { codeOf, Group, GroupKind, GroupRecord, kindOf, Replacement } from "./group.ts";
export { isListed, isOn, Membership, MembershipRecord, MembershipRole } from "./membership.ts";
export { Organisation } from "./organisation.ts";
export { OtherName, OtherNameKind, Person, PersonRecord, PublicProfile } from "./person.ts";
export { QuorumRule, ScopePoint, SeatRule, TermsOfReference, TermsStatus } from "./terms.ts";
export {
  addMember,
  agreeTerms,
  amendTerms,
  changeRole,
  correctName,
  dateMembership,
  draftTerms,
  endMembership,
  everyVerb,
  groupVerbs,
  membershipVerbs,
  personVerbs,
  replace,
  setPublicProfile,
  setZone,
  termsVerbs,
  withdrawTerms,
} from "./verbs.ts";
