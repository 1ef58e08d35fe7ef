export { codeOf, Group, GroupKind, GroupRecord, kindOf, Replacement } from "./group.ts";
export { isListed, isOn, Membership, MembershipRecord, MembershipRole } from "./membership.ts";
export { Organisation } from "./organisation.ts";
export { OrganisationPlace } from "./organisation-place.ts";
export { OtherName, OtherNameKind, Person, PersonRecord, PublicProfile } from "./person.ts";
export { holdersOn, Post, PostHolding } from "./post.ts";
export { QuorumRule, ScopePoint, SeatRule, TermsOfReference, TermsStatus } from "./terms.ts";
export {
  abolishPost,
  addExOfficio,
  addMember,
  agreeTerms,
  amendPost,
  amendTerms,
  appointHolder,
  changeRole,
  correctName,
  createPost,
  dateHolding,
  dateMembership,
  draftTerms,
  endHolding,
  endMembership,
  endPlace,
  everyVerb,
  groupVerbs,
  holdingVerbs,
  membershipVerbs,
  personVerbs,
  placeOrganisation,
  placeVerbs,
  postVerbs,
  replace,
  setPublicProfile,
  setZone,
  termsVerbs,
  withdrawTerms,
} from "./verbs.ts";
