import { type Actor, type GroupRole, homeZone } from "@remit/kernel";
import type { DeputyNomination } from "./deputy.ts";
import type { Group, GroupRecord } from "./group.ts";
import type { MembershipRecord } from "./membership.ts";
import type { OrganisationPlace } from "./organisation-place.ts";
import type { Person, PersonRecord } from "./person.ts";
import type { Post, PostHolding } from "./post.ts";
import type { Seat } from "./seat.ts";
import type { TermsOfReference } from "./terms.ts";

// Harbourside is a small town that wants its pavements passable for everybody. This is who lives in its tests.

const person = (number: number, name: string, rest: Partial<Person> = {}): Person => {
  const [givenName = name, familyName = null] = name.split(" ");
  return {
    id: `01990000-0000-7000-8000-00000000000${number}`,
    slug: name.toLowerCase().replaceAll(" ", "-"),
    name,
    givenName,
    familyName,
    honorificPrefix: null,
    honorificSuffix: null,
    otherNames: [],
    publicProfile: "named",
    ...rest,
  };
};

/** Chairs the pavements group. */
export const ada = person(1, "Ada Quill");
/** Keeps its minutes. */
export const sam = person(2, "Sam Okoro");
/** Speaks for those who use a wheelchair, and is not named to the public. */
export const robin = person(3, "Robin Vale", { publicProfile: "role-only" });

export const pavements: Group = {
  id: "01990000-0000-7000-8000-000000000010",
  slug: "harbourside-pavements-working-group",
  name: "Harbourside Pavements Working Group",
  code: "HPWG",
  kind: "working",
  zone: homeZone,
  access: "public",
};

export const pavementsRecord: GroupRecord = { ...pavements, version: 1 };
/** Robin as a member of the pavements group. */
export const robinRecord: PersonRecord = {
  ...robin,
  version: 1,
  groups: [pavements.id],
  listedBy: [],
  knownTo: [pavements.id],
};

/** Ada in the chair of the pavements group since the beginning of 2026. */
export const adasChair: MembershipRecord = {
  id: "01990000-0000-7000-8000-000000000020",
  version: 1,
  group: pavements.id,
  person: ada.id,
  role: "chair",
  position: null,
  from: "2026-01-05",
  to: null,
  asOf: null,
  endReason: null,
  assertion: { basis: "edited" },
  source: null,
  access: "public",
};

/** What the pavements group is for, as nobody has agreed it yet. */
export const draftedTerms: TermsOfReference = {
  id: "01990000-0000-7000-8000-000000000030",
  version: 1,
  status: "draft",
  group: pavements.id,
  access: "public",
  number: 1,
  purpose: "To make the pavements of the town passable for everybody.",
  scope: [],
  seats: [{ name: "Residents", places: 3, appointedBy: "The town council" }],
  quorum: { members: 3, percent: null, countsDeputies: null },
  meetsEveryMonths: 1,
  papersDueDays: 5,
  minutesDueDays: null,
  deputiesAllowed: true,
  termMonths: null,
  reviewOn: null,
  made: { by: { kind: "unresolved", label: "Sam Okoro" }, on: "2026-01-05" },
};

const made = { by: { kind: "unresolved", label: "Sam Okoro" }, on: "2026-01-05" } as const;

/** An office of the town, which the pavements group keeps on record. */
export const director: Post = {
  id: "01990000-0000-7000-8000-000000000040",
  version: 1,
  group: pavements.id,
  access: "public",
  title: "Director of Streets",
  organisation: "01990000-0000-7000-8000-000000000050",
  places: 1,
  from: "2020",
  to: null,
  made,
};

/** Ada in that office since the beginning of 2026. */
export const adaDirects: PostHolding = {
  id: "01990000-0000-7000-8000-000000000041",
  version: 1,
  group: pavements.id,
  access: "public",
  post: director.id,
  person: ada.id,
  acting: false,
  from: "2026-01-05",
  to: null,
  made,
};

/** The streets division as a part of the town council. */
export const streetsInCouncil: OrganisationPlace = {
  id: "01990000-0000-7000-8000-000000000042",
  version: 1,
  group: pavements.id,
  access: "public",
  organisation: "01990000-0000-7000-8000-000000000050",
  parent: "01990000-0000-7000-8000-000000000051",
  from: null,
  to: null,
  made,
};

/** A place in the pavements group that the residents fill for two years. */
export const residentsSeat: Seat = {
  id: "01990000-0000-7000-8000-000000000043",
  version: 1,
  group: pavements.id,
  access: "public",
  name: "Residents, first seat",
  organisation: "01990000-0000-7000-8000-000000000052",
  appointedBy: null,
  termMonths: 24,
  carriesOver: false,
  alternate: null,
  from: null,
  to: null,
  made,
};

/** Sam as whoever comes where Ada does not. */
export const samForAda: DeputyNomination = {
  id: "01990000-0000-7000-8000-000000000044",
  version: 1,
  status: "nominated",
  group: pavements.id,
  access: "public",
  membership: adasChair.id,
  person: sam.id,
  post: null,
  scope: "standing",
  from: "2026-02",
  to: null,
  meeting: null,
  powers: "full",
  made,
};

const actor = (role: GroupRole | null, rest: Partial<Actor> = {}): Actor => ({
  id: null,
  actsFor: [],
  roles: role === null ? [] : [{ group: pavements.id, role }],
  official: false,
  administrator: false,
  ...rest,
});
const hill = "01990000-0000-7000-8000-000000000011";

/** Whoever may call, by what they are to the pavements group. */
export const actors = {
  anybody: actor(null),
  official: actor(null, { official: true }),
  stranger: actor(null, { roles: [{ group: hill, role: "secretariat" }] }),
  member: actor("member"),
  chair: actor("chair"),
  secretary: actor("secretariat"),
  administrator: actor(null, { administrator: true }),
};
