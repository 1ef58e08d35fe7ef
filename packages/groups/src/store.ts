import { type Db, insertAll, type Tx } from "@remit/database";
import type { Group } from "./group.ts";
import type { Organisation } from "./organisation.ts";
import type { Person } from "./person.ts";
import { groupRow, personRow } from "./store/row.ts";

export type {} from "./store/tables.ts";

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
  deputyCommands,
  groupCommands,
  holdingCommands,
  membershipCommands,
  personCommands,
  placeCommands,
  postCommands,
  seatCommands,
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
export { termsOn } from "./store/terms.ts";
