import type { Zone } from "@remit/kernel";
import type { Group } from "./group.ts";
import type { Person, PublicProfile } from "./person.ts";

/** A group or a person as the journal counts it: the version goes up by one with every change. */
export type Versioned<Noun> = Noun & { readonly version: number };

/** Hangs a group's calendar in a time zone; in that which it has, nothing changes. */
export const setZone = (group: Versioned<Group>, zone: Zone): Versioned<Group> =>
  zone === group.zone ? group : { ...group, zone, version: group.version + 1 };

/** INV-G12: shows a person to the public by name or by role alone; as they are shown already, nothing changes. */
export const setProfile = (
  person: Versioned<Person>,
  publicProfile: PublicProfile,
): Versioned<Person> =>
  publicProfile === person.publicProfile
    ? person
    : { ...person, publicProfile, version: person.version + 1 };
