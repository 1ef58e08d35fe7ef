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

/** What a record may leave out, as its column keeps it. */
export const json = (value: object | undefined): string | null =>
  value === undefined ? null : JSON.stringify(value);

/** A row without what its record leaves out. */
export const withoutNull = (row: object, optional: readonly string[]): object =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null || !optional.includes(name)),
  );
