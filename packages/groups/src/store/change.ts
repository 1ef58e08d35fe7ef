import type { Db, Entry, Tx } from "@remit/database";
import { type Id, Refusal, type Zone } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import { setProfile, setZone, type Versioned } from "../change.ts";
import type { Group } from "../group.ts";
import type { Person, PublicProfile } from "../person.ts";

/** What the journal keeps of a change; who made it, and by which request, is for the caller to add. */
type Told = Omit<Entry, "actor" | "requestId" | "verb">;

/** A change of a group, or its beginning. */
export const entryOfGroup = (
  before: Versioned<Group> | null,
  after: Versioned<Group>,
  at: string,
): Told => ({
  subject: { type: "Group", id: after.id },
  version: after.version,
  at,
  before,
  after,
  access: after.access,
  group: after.id,
});

/** A change of a person, or their beginning. It names them whatever their profile, so that it is for officials. */
export const entryOfPerson = (
  before: Versioned<Person> | null,
  after: Versioned<Person>,
  at: string,
): Told => ({
  subject: { type: "Person", id: after.id },
  version: after.version,
  at,
  before,
  after,
  access: "officials",
  group: null,
});

/** Changes the zone of a group, and gives what the journal is to keep: nothing where it is that zone. Refuses with `ZONE_UNKNOWN` what the database cannot reckon with. */
export async function changeZone(
  tx: Tx,
  id: Id,
  zone: Zone,
  at: string,
  given?: Given,
): Promise<Told[]> {
  const before = await lockGroup(tx, id);
  given?.(before.version);
  const after = setZone(before, zone);
  if (after === before) return [];
  const known = await sql`select from pg_timezone_names where name = ${zone}`.execute(tx);
  if (known.rows.length === 0) {
    const message = `The database knows no time zone ${zone}: give one by its IANA name, such as Europe/London.`;
    throw new Refusal("ZONE_UNKNOWN", message, { path: ["zone"] });
  }
  const { version } = after;
  await tx.updateTable("groups.group").set({ zone, version }).where("id", "=", id).execute();
  return [entryOfGroup(before, after, at)];
}

/** Changes how a person is shown to the public. Names are withheld, or given back, in the same transaction. */
export async function changeProfile(
  tx: Tx,
  id: Id,
  profile: PublicProfile,
  at: string,
  given?: Given,
): Promise<Told[]> {
  const before = await lockPerson(tx, id);
  given?.(before.version);
  const after = setProfile(before, profile);
  if (after === before) return [];
  await tx
    .updateTable("groups.person")
    .set({ public_profile: profile, version: after.version })
    .where("id", "=", id)
    .execute();
  return [entryOfPerson(before, after, at)];
}

/** Looks at the version that is there before anything is changed. */
type Given = (present: number) => void;

/** Groups to which sources show that a person belongs. */
export async function groupsOf(db: Db, person: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom("groups.membership")
    .select("group_id")
    .distinct()
    .where("person_id", "=", person)
    .execute();
  return rows.map(({ group_id }) => group_id);
}

const lockGroup = async (tx: Tx, id: Id) =>
  one(
    await locked<Versioned<Group>>(
      tx,
      sql`id, slug, name, code, kind, zone, access, version from groups.group`,
      id,
    ),
    "group",
  );

const lockPerson = async (tx: Tx, id: Id) =>
  one(
    await locked<Versioned<Person>>(
      tx,
      sql`id, slug, name, given_name as "givenName", family_name as "familyName",
        honorific_prefix as "honorificPrefix", honorific_suffix as "honorificSuffix",
        other_names as "otherNames", public_profile as "publicProfile", version from groups.person`,
      id,
    ),
    "person",
  );

async function locked<Row>(tx: Tx, columns: RawBuilder<unknown>, id: Id): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select ${columns} where id = ${id} for update`.execute(tx);
  return rows;
}

function one<Row>([row]: readonly Row[], what: string): Row {
  if (row === undefined) throw new Refusal("NOT_FOUND", `There is no such ${what}.`);
  return row;
}
