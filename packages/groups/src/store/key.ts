import { insertAll, type Tx } from "@remit/database";
import { sql } from "kysely";
import type { Organisation } from "../organisation.ts";
import type { Person } from "../person.ts";

declare module "@remit/database" {
  interface Database {
    "groups.person_key": { person_id: string; key: string };
    "groups.organisation_key": { organisation_id: string; key: string };
  }
}

/** Whom a document may name, and the keys by which a name of theirs is found. */
interface Keyed {
  readonly id: string;
  readonly names: readonly string[];
}

const atOnce = 200;

const names = sql`array_prepend(name, other_names)`;

const kinds = {
  person: { key: "groups.person_key", id: "person_id" },
  organisation: { key: "groups.organisation_key", id: "organisation_id" },
} as const;

/** Brings the keys up to date of those whose names are not what they were found by; `keysOf` says what a name is found by. */
export async function keepKeys(
  tx: Tx,
  kind: keyof typeof kinds,
  keysOf: (name: string) => readonly string[],
): Promise<void> {
  const { key, id } = kinds[kind];
  const table = sql.table(`groups.${kind}`);
  const { rows } = await sql<Keyed>`select id, ${names} as names from ${table}
    where found_by is distinct from ${names} order by id for no key update`.execute(tx);
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await sql`delete from ${sql.table(key)} where ${sql.ref(id)} = any(${ids}::uuid[])`.execute(tx);
  const keys = rows.flatMap((row) =>
    [...new Set(row.names.flatMap(keysOf))].map((each) => ({ of: row.id, key: each })),
  );
  if (kind === "person")
    await insertAll(
      tx,
      "groups.person_key",
      keys.map(({ of, key }) => ({ person_id: of, key })),
    );
  else
    await insertAll(
      tx,
      "groups.organisation_key",
      keys.map(({ of, key }) => ({ organisation_id: of, key })),
    );
  // Few at a time: what looks at changed persons compares all that one statement changed with each other.
  for (let start = 0; start < ids.length; start += atOnce)
    await sql`update ${table} set found_by = ${names}
      where id = any(${ids.slice(start, start + atOnce)}::uuid[])`.execute(tx);
}

/** Those persons whom one of the keys finds. */
export async function findPersons(tx: Tx, keys: readonly string[]): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select id, slug, name, given_name as "givenName", family_name as "familyName",
      honorific_prefix as "honorificPrefix", honorific_suffix as "honorificSuffix",
      names as "otherNames", public_profile as "publicProfile"
    from groups.person
    where id in (select person_id from groups.person_key where key = any(${keys}::text[]))
      and merged is null
    order by id`.execute(tx);
  return rows;
}

/** Those organisations that one of the keys finds. */
export async function findOrganisations(tx: Tx, keys: readonly string[]): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select id, slug, name, other_names as "otherNames" from groups.organisation
    where id in (select organisation_id from groups.organisation_key where key = any(${keys}::text[]))
    order by id`.execute(tx);
  return rows;
}

/** The slugs that are taken of those that begin with a stem: itself, or with a number after it. */
export async function slugsTaken(
  tx: Tx,
  kind: keyof typeof kinds,
  stems: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    with recursive taken (stem, number, slug) as (
      select stem, 1, stem from unnest(${stems}::text[]) stem
        where exists (select from ${sql.table(`groups.${kind}`)} t where t.slug = stem)
      union all select stem, number + 1, stem || '-' || (number + 1) from taken
        where exists (select from ${sql.table(`groups.${kind}`)} t where t.slug = stem || '-' || (number + 1)))
    select slug from taken`.execute(tx);
  return rows.map(({ slug }) => slug);
}
