import { readInput, Zone } from "@remit/kernel";
import * as z from "zod";
import { Group } from "./group.ts";
import { Person, PublicProfile } from "./person.ts";

/** A group or a person as the journal counts it: the version goes up by one with every change. */
export type Versioned<Noun> = Noun & { readonly version: number };

const version = z.int().positive();
const ZoneChange = z.object({ group: Group.extend({ version }), zone: Zone });
const ProfileChange = z.object({
  person: Person.extend({ version }),
  publicProfile: PublicProfile,
});

/** Hangs a group's calendar in a time zone; in that which it has, nothing changes. */
export function setZone(group: Versioned<Group>, zone: Zone): Versioned<Group> {
  const read = readInput(ZoneChange, { group, zone });
  return read.zone === group.zone ? group : { ...group, zone, version: group.version + 1 };
}

/** INV-G12: shows a person to the public by name or by role alone; as they are shown already, nothing changes. */
export function setProfile(
  person: Versioned<Person>,
  publicProfile: PublicProfile,
): Versioned<Person> {
  const read = readInput(ProfileChange, { person, publicProfile });
  return read.publicProfile === person.publicProfile
    ? person
    : { ...person, publicProfile, version: person.version + 1 };
}
