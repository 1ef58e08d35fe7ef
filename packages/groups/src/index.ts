export {
  DeputyNomination,
  DeputyPowers,
  DeputyScope,
  isForMeeting,
  NominationStatus,
} from "./deputy.ts";
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
export {
  erasedName,
  Erasure,
  Merging,
  OtherName,
  OtherNameKind,
  Person,
  PersonRecord,
  PersonReference,
  PublicProfile,
} from "./person.ts";
export { holdersOn, Post, PostHolding } from "./post.ts";
export { nomineeOn, Seat, vacantOn } from "./seat.ts";
export { type Attending, type NoQuorum, type Quorum, quorumOf, QuorumReason } from "./quorum.ts";
export { QuorumRule, ScopePoint, SeatRule, TermsOfReference, TermsStatus } from "./terms.ts";
export {
  abolishPost,
  abolishSeat,
  acceptNomination,
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
  declineNomination,
  deputyVerbs,
  draftTerms,
  endHolding,
  endMembership,
  endNomination,
  endPlace,
  erase,
  everyVerb,
  fillSeat,
  groupVerbs,
  holdingVerbs,
  membershipVerbs,
  mergePersons,
  nominate,
  nominateDeputy,
  personVerbs,
  placeOrganisation,
  placeVerbs,
  postVerbs,
  replace,
  seatVerbs,
  setPublicProfile,
  setZone,
  termsVerbs,
  undoMerge,
  withdrawTerms,
} from "./verbs.ts";
