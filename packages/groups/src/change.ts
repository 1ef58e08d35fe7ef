import { Refusal, type Zone } from "@remit/kernel";
import type { Group } from "./group.ts";
import type { Person, PublicProfile } from "./person.ts";

/** A group or a person as the journal counts it: the version goes up by one with every change. */
export type Versioned<Noun> = Noun & { readonly version: number };

/** Hangs a group's calendar in another time zone. Refuses with `NOTHING_CHANGED` the one that it has. */
export function setZone(group: Versioned<Group>, zone: Zone): Versioned<Group> {
  if (zone !== group.zone) return { ...group, zone, version: group.version + 1 };
  throw unchanged(`The calendar of ${group.name} is that of ${zone} already.`, "zone");
}

/** INV-G12: shows a person to the public otherwise. Refuses with `NOTHING_CHANGED` the profile that they have. */
export function setProfile(
  person: Versioned<Person>,
  publicProfile: PublicProfile,
): Versioned<Person> {
  if (publicProfile !== person.publicProfile)
    return { ...person, publicProfile, version: person.version + 1 };
  throw unchanged(`The person's public profile is ${publicProfile} already.`, "profile");
}

const unchanged = (message: string, field: string) =>
  new Refusal("NOTHING_CHANGED", message, { path: [field] });
