import { addExOfficio } from "./verbs/add-ex-officio.ts";
import { addMember } from "./verbs/add-member.ts";
import { agreeTerms, withdrawTerms } from "./verbs/agree-terms.ts";
import { appointHolder, dateHolding, endHolding } from "./verbs/appoint-holder.ts";
import { changeRole } from "./verbs/change-role.ts";
import { correctName } from "./verbs/correct-name.ts";
import { abolishPost, amendPost, createPost } from "./verbs/create-post.ts";
import { abolishSeat, amendSeat, createSeat } from "./verbs/create-seat.ts";
import { dateMembership } from "./verbs/date-membership.ts";
import { amendTerms, draftTerms } from "./verbs/draft-terms.ts";
import { erase } from "./verbs/erase.ts";
import { endMembership } from "./verbs/end-membership.ts";
import { mergePersons, undoMerge } from "./verbs/merge-persons.ts";
import {
  acceptNomination,
  declineNomination,
  endNomination,
  nominateDeputy,
} from "./verbs/nominate-deputy.ts";
import { endPlace, placeOrganisation } from "./verbs/place-organisation.ts";
import { fillSeat, nominate } from "./verbs/fill-seat.ts";
import { replace } from "./verbs/replace.ts";
import { setPublicProfile } from "./verbs/set-public-profile.ts";
import { setZone } from "./verbs/set-zone.ts";

/** Every verb of groups, by its name. */
export const groupVerbs = { setZone, replace };
/** Every verb of persons, by its name. */
export const personVerbs = { correctName, setPublicProfile, mergePersons, undoMerge, erase };
/** Every verb that changes a membership, by its name. */
export const membershipVerbs = { changeRole, dateMembership, endMembership, nominate };

/** Every verb that changes terms of reference, by its name. */
export const termsVerbs = { amendTerms, agreeTerms, withdrawTerms };

/** Every verb that changes a post, by its name. */
export const postVerbs = { amendPost, abolishPost };

/** Every verb that changes what somebody holds, by its name. */
export const holdingVerbs = { dateHolding, endHolding };

/** Every verb that changes the place of an organisation, by its name. */
export const placeVerbs = { endPlace };

/** Every verb that changes a seat, by its name. */
export const seatVerbs = { amendSeat, abolishSeat };

/** Every verb that changes the nomination of a deputy, by its name. */
export const deputyVerbs = { acceptNomination, declineNomination, endNomination };

/** All that can be done to what the package keeps. */
export const everyVerb = [
  ...Object.values(groupVerbs),
  ...Object.values(personVerbs),
  addMember,
  addExOfficio,
  fillSeat,
  ...Object.values(membershipVerbs),
  draftTerms,
  ...Object.values(termsVerbs),
  createPost,
  ...Object.values(postVerbs),
  appointHolder,
  ...Object.values(holdingVerbs),
  placeOrganisation,
  ...Object.values(placeVerbs),
  createSeat,
  ...Object.values(seatVerbs),
  nominateDeputy,
  ...Object.values(deputyVerbs),
];

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
  draftTerms,
  endHolding,
  endMembership,
  endNomination,
  endPlace,
  erase,
  fillSeat,
  mergePersons,
  nominate,
  nominateDeputy,
  placeOrganisation,
  replace,
  setPublicProfile,
  setZone,
  undoMerge,
  withdrawTerms,
};
