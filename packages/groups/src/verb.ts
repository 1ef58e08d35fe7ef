import { type Actor, hasRole, type Id, roleIn, verbsOf } from "@remit/kernel";
import { GroupRecord } from "./group.ts";
import { PersonRecord } from "./person.ts";

/** What verbs of groups have to be told of other records. */
export interface GroupFacts {
  /** Whether the database reckons with the time zone that is given. */
  readonly isZoneKnown: boolean;
}

const own = ({ id }: GroupRecord): Id => id;

export const groupNoun = {
  name: "Group",
  schema: GroupRecord,
  parties: { secretariat: roleIn("secretariat", own), chair: roleIn("chair", own) },
};

/** Makes a verb of groups. */
export const groupVerb = verbsOf<GroupRecord, keyof typeof groupNoun.parties, GroupFacts>(
  groupNoun,
);

/** Whoever has a role in a group of which the person is a member. */
const inTheirGroup = (role: "secretariat" | "chair") => ({
  words: `the ${role} of a group of the person`,
  includes: (caller: Actor, { groups }: PersonRecord) =>
    groups.some((group) => hasRole(caller, group, role)),
});

export const personNoun = {
  name: "Person",
  schema: PersonRecord,
  parties: { secretariat: inTheirGroup("secretariat"), chair: inTheirGroup("chair") },
};

/** Makes a verb of persons. */
export const personVerb = verbsOf<PersonRecord, keyof typeof personNoun.parties>(personNoun);

/** Whoever keeps the record of a group. */
export const keepers = ["secretariat", "chair"] as const;
