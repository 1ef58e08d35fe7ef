export { codeOf, Group, GroupKind, GroupRecord, kindOf, Replacement } from "./group.ts";
export {
  isListed,
  isOn,
  Membership,
  MembershipRecord,
  MembershipRole,
  Nominee,
} from "./membership.ts";
export { Organisation } from "./organisation.ts";
export { OrganisationPlace } from "./organisation-place.ts";
export { OtherName, OtherNameKind, Person, PersonRecord, PublicProfile } from "./person.ts";
export { holdersOn, Post, PostHolding } from "./post.ts";
export { nomineeOn, Seat, vacantOn } from "./seat.ts";
export { QuorumRule, ScopePoint, SeatRule, TermsOfReference, TermsStatus } from "./terms.ts";
export {
  abolishPost,
  abolishSeat,
  addExOfficio,
  addMember,
  agreeTerms,
  amendPost,
  amendSeat,
  amendTerms,
  appointHolder,
  changeRole,
  correctName,
  createPost,
  createSeat,
  dateHolding,
  dateMembership,
  draftTerms,
  endHolding,
  endMembership,
  endPlace,
  everyVerb,
  fillSeat,
  groupVerbs,
  holdingVerbs,
  membershipVerbs,
  nominate,
  personVerbs,
  placeOrganisation,
  placeVerbs,
  postVerbs,
  replace,
  seatVerbs,
  setPublicProfile,
  setZone,
  termsVerbs,
  withdrawTerms,
} from "./verbs.ts";
