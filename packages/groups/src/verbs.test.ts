import { readFileSync } from "node:fs";
import { type Actor, tableOf } from "@remit/kernel";
import { expect, test } from "vitest";
import {
  actors,
  adaDirects,
  adasChair,
  director,
  draftedTerms,
  pavements,
  pavementsRecord,
  residentsSeat,
  robinRecord,
  samForAda,
  streetsInCouncil,
} from "./testing.ts";
import {
  addExOfficio,
  addMember,
  appointHolder,
  createPost,
  createSeat,
  deputyVerbs,
  draftTerms,
  everyVerb,
  fillSeat,
  groupVerbs,
  holdingVerbs,
  membershipVerbs,
  nominateDeputy,
  personVerbs,
  placeOrganisation,
  placeVerbs,
  postVerbs,
  seatVerbs,
  termsVerbs,
} from "./verbs.ts";

const squeezed = (table: string) => table.replaceAll(/ +/gu, " ").replaceAll(/-{3,}/gu, "---");

test("the README has every verb, with what it does, and whose it is", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(squeezed(readme)).toContain(tableOf(everyVerb));
});

const whom = (allows: (actor: Actor) => boolean): string[] =>
  Object.entries(actors).flatMap(([who, actor]) => (allows(actor) ? [who] : []));

const keepers = ["chair", "secretary", "administrator"];

/** Who may do what to the pavements group, and to a member of it. */
const permissions: Readonly<Record<string, readonly string[]>> = {
  setZone: ["secretary", "administrator"],
  replace: ["secretary", "administrator"],
  correctName: keepers,
  setPublicProfile: keepers,
  mergePersons: keepers,
  undoMerge: keepers,
  erase: ["administrator"],
  addMember: keepers,
  changeRole: keepers,
  dateMembership: keepers,
  endMembership: keepers,
  draftTerms: keepers,
  amendTerms: keepers,
  agreeTerms: keepers,
  withdrawTerms: keepers,
  addExOfficio: keepers,
  createPost: keepers,
  amendPost: keepers,
  abolishPost: keepers,
  appointHolder: keepers,
  dateHolding: keepers,
  endHolding: keepers,
  placeOrganisation: keepers,
  endPlace: keepers,
  createSeat: keepers,
  amendSeat: keepers,
  abolishSeat: keepers,
  fillSeat: keepers,
  nominate: keepers,
  nominateDeputy: keepers,
  acceptNomination: keepers,
  declineNomination: keepers,
  endNomination: keepers,
};

test.each(Object.entries(groupVerbs))("%s a group is for whom the table says", (name, verb) => {
  expect(whom((actor) => verb.allows(actor, pavementsRecord))).toEqual(permissions[name]);
});

test.each(Object.entries(personVerbs))("%s a person is for whom the table says", (name, verb) => {
  expect(whom((actor) => verb.allows(actor, robinRecord))).toEqual(permissions[name]);
});

test.each(Object.entries(membershipVerbs))(
  "%s a membership is for whom the table says",
  (name, verb) => {
    expect(whom((actor) => verb.allows(actor, adasChair))).toEqual(permissions[name]);
  },
);

test.each(Object.entries(termsVerbs))(
  "%s terms of reference is for whom the table says",
  (name, verb) => {
    expect(whom((actor) => verb.allows(actor, draftedTerms))).toEqual(permissions[name]);
  },
);

test.each(Object.entries(postVerbs))("%s a post is for whom the table says", (name, verb) => {
  expect(whom((actor) => verb.allows(actor, director))).toEqual(permissions[name]);
});

test.each(Object.entries(holdingVerbs))("%s is for whom the table says", (name, verb) => {
  expect(whom((actor) => verb.allows(actor, adaDirects))).toEqual(permissions[name]);
});

test.each(Object.entries(placeVerbs))("%s is for whom the table says", (name, verb) => {
  expect(whom((actor) => verb.allows(actor, streetsInCouncil))).toEqual(permissions[name]);
});

test.each(Object.entries(seatVerbs))("%s a seat is for whom the table says", (name, verb) => {
  expect(whom((actor) => verb.allows(actor, residentsSeat))).toEqual(permissions[name]);
});

test.each(Object.entries(deputyVerbs))("%s is for whom the table says", (name, verb) => {
  expect(whom((actor) => verb.allows(actor, samForAda))).toEqual(permissions[name]);
});

test.each(
  Object.entries({
    addMember,
    addExOfficio,
    draftTerms,
    createPost,
    appointHolder,
    placeOrganisation,
    createSeat,
    fillSeat,
    nominateDeputy,
  }),
)("%s is for whom the table says", (name, maker) => {
  expect(whom((actor) => maker.refusal(actor, pavements.id) === null)).toEqual(permissions[name]);
});
