import type { Insertable } from "kysely";
import type { Group } from "../group.ts";
import type { Person } from "../person.ts";
import type { PersonTable } from "./tables.ts";

export const groupRow = ({ id, slug, name, code, kind, zone, access }: Group) => ({
  id,
  slug,
  name,
  code,
  kind,
  zone,
  access,
});

export const personRow = (person: Person): Omit<Insertable<PersonTable>, "version"> => ({
  id: person.id,
  slug: person.slug,
  name: person.name,
  given_name: person.givenName,
  family_name: person.familyName,
  honorific_prefix: person.honorificPrefix,
  honorific_suffix: person.honorificSuffix,
  names: JSON.stringify(person.otherNames),
  public_profile: person.publicProfile,
});
