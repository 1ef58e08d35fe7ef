import {
  type AssertionColumns,
  type Db,
  type ForPublicColumn,
  type Json,
  insertAll,
  type SourceColumns,
  type Tx,
} from "@remit/database";
import type { Generated, GeneratedAlways } from "kysely";
import type { Group, Replacement } from "./group.ts";
import type { Membership } from "./membership.ts";
import type { Organisation } from "./organisation.ts";
import type { Person } from "./person.ts";
import { groupRow, personRow } from "./store/row.ts";
import type { TermsOfReference } from "./terms.ts";

declare module "@remit/database" {
  interface Database {
    "groups.person": PersonTable;
    "groups.organisation": OrganisationTable;
    "groups.group": GroupTable;
    "groups.membership": MembershipTable;
    "groups.terms_of_reference": TermsTable;
    "groups.succession": SuccessionTable;
  }
}

interface PersonTable {
  id: string;
  slug: string;
  name: string;
  given_name: string | null;
  family_name: string | null;
  honorific_prefix: string | null;
  honorific_suffix: string | null;
  names: Json<Person["otherNames"]>;
  /** The names of `names`, which the database fills in. */
  other_names: GeneratedAlways<string[]>;
  public_profile: Person["publicProfile"];
  /** Ids of the groups whose secretariat and chair know who it is, although the public does not. */
  known_to: Generated<string[]>;
  /** The names by whose keys it is found. */
  found_by: Generated<string[] | null>;
  version: Generated<number>;
}

interface OrganisationTable extends ForPublicColumn {
  id: string;
  slug: string;
  name: string;
  other_names: string[];
  /** The document that was the first to name it. */
  document_id: string | null;
  /** The names by whose keys it is found. */
  found_by: Generated<string[] | null>;
  version: Generated<number>;
}

interface GroupTable extends ForPublicColumn {
  id: string;
  slug: string;
  name: string;
  code: string;
  kind: string | null;
  zone: Generated<string>;
  access: Group["access"];
  version: Generated<number>;
  replaced: Json<Replacement> | null;
}

/** Kept by the database, of what each group's record says. */
interface SuccessionTable {
  group_id: string;
  successor_id: string;
}

interface TermsTable extends ForPublicColumn {
  id: string;
  version: number;
  group_id: string;
  access: TermsOfReference["access"];
  status: TermsOfReference["status"];
  /** Of its status, by the database: what was never agreed is for whoever keeps the group's record. */
  draft: GeneratedAlways<boolean>;
  number: number;
  effective_from: string | null;
  effective_until: string | null;
  record: Json<TermsOfReference>;
}

interface MembershipTable extends SourceColumns, AssertionColumns, ForPublicColumn {
  id: string;
  group_id: string;
  person_id: string;
  role: Membership["role"];
  position: string | null;
  from_date: string | null;
  to_date: string | null;
  as_of: string | null;
  end_reason: string | null;
  /** For what a list of minutes shows: the day from which a later list shows the person otherwise. */
  shown_until: Generated<string | null>;
  /** For a chair: the day on which somebody came into the chair after them. */
  chair_until: Generated<string | null>;
  /** That of its group, which the database fills in. */
  zone: Generated<string>;
  /** The first day on which it may have gone on, before all others where nobody knows; of its dates, by the database. */
  first_day: GeneratedAlways<string>;
  /** The last day on which it may have gone on, of its dates, by the database. */
  last_day: GeneratedAlways<string | null>;
  version: Generated<number>;
}

/** Writes persons that are new. */
export const insertPersons = (tx: Tx, persons: readonly Person[]): Promise<void> =>
  insertAll(tx, "groups.person", persons.map(personRow));

/** Writes organisations; `document` is the first to name them. */
export const insertOrganisations = (
  tx: Tx,
  bodies: readonly Organisation[],
  document: string | null = null,
): Promise<void> =>
  insertAll(
    tx,
    "groups.organisation",
    bodies.map(({ otherNames, ...rest }) => ({
      ...rest,
      other_names: [...otherNames],
      document_id: document,
    })),
  );

/** Writes a group that is new. */
export const insertGroup = (tx: Tx, group: Group): Promise<void> =>
  insertAll(tx, "groups.group", [groupRow(group)]);

/** Every person: what the names of a document are compared with. */
export async function listPersons(db: Db): Promise<Person[]> {
  return db
    .selectFrom("groups.person")
    .select([
      "id",
      "slug",
      "name",
      "given_name as givenName",
      "family_name as familyName",
      "honorific_prefix as honorificPrefix",
      "honorific_suffix as honorificSuffix",
      "names as otherNames",
      "public_profile as publicProfile",
    ])
    .orderBy("id")
    .execute();
}

/** Every organisation: what the names of a document are compared with. */
export async function listOrganisations(db: Db): Promise<Organisation[]> {
  return db
    .selectFrom("groups.organisation")
    .select(["id", "slug", "name", "other_names as otherNames"])
    .orderBy("id")
    .execute();
}

/** Every group: what the names of a document are compared with. */
export async function listGroups(db: Db): Promise<Group[]> {
  return db
    .selectFrom("groups.group")
    .select(["id", "slug", "name", "code", "kind", "zone", "access"])
    .orderBy("id")
    .execute();
}

export {
  groupCommands,
  membershipCommands,
  personCommands,
  termsCommands,
} from "./store/commands.ts";
export { entryOfGroup, entryOfMembership, entryOfPerson } from "./store/entry.ts";
export {
  isChaired,
  isSettled,
  keptMembership,
  lockMemberships,
  saveMemberships,
  showUntil,
} from "./store/membership.ts";
export { findOrganisations, findPersons, keepKeys, slugsTaken } from "./store/key.ts";
