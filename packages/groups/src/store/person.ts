import { type Db, type Keeping, recordedSince, type Tx } from "@remit/database";
import { type Id, isFor, Refusal } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import { type Merging, PersonRecord, PersonReference } from "../person.ts";
import { type PersonFacts, personNoun } from "../verb.ts";
import { mergePersons, notMerged } from "../verbs/merge-persons.ts";
import { erasingOf, takeOut } from "./erasing.ts";
import { lockMemberships, showUntil } from "./membership.ts";
import { json, personRow, withoutNull } from "./row.ts";

async function findPersons(db: Db, ids: readonly Id[], lock: RawBuilder<unknown>) {
  const { rows } = await sql<{ merged: Merging | null }>`
    select id, slug, name, given_name as "givenName", family_name as "familyName",
      honorific_prefix as "honorificPrefix", honorific_suffix as "honorificSuffix",
      names as "otherNames", public_profile as "publicProfile", version, known_to as "knownTo", merged, erased, own,
      array(select distinct group_id from groups.member m
        where m.person_id = p.id) as groups,
      groups.listed_by(p.id) as "listedBy"
    from groups.person p where id = any(${ids}) order by id ${lock}`.execute(db);
  return rows.map((row) =>
    PersonRecord.parse({
      ...withoutNull(row, ["merged", "erased", "own"]),
      ...groupsIn(row.merged),
    }),
  );
}

/** The groups of one who was merged are those that they had before. */
const groupsIn = (merged: Merging | null) => (merged === null ? {} : { groups: merged.groups });

const unlocked = sql``;
const locked = sql`for update`;

const Kept = PersonRecord.omit({ groups: true, listedBy: true, knownTo: true });

async function savePersons(tx: Tx, persons: readonly PersonRecord[]): Promise<void> {
  for (const person of persons)
    await tx
      .updateTable("groups.person")
      .set({
        ...personRow(person),
        version: person.version,
        merged: json(person.merged),
        erased: json(person.erased),
        own: json(person.own),
      })
      .where("id", "=", person.id)
      .execute();
}

/** INV-G14: What spoke of one record speaks of another, as a merging lists it. Refuses with `LISTED_TOGETHER` two who stand in one list. */
async function move(tx: Tx, { references }: Merging, before: Id, after: Id): Promise<void> {
  const { rows } = await sql<{ moved: boolean }>`select groups.move_references(
    ${JSON.stringify(references)}::jsonb, ${before}::uuid, ${after}::uuid) as moved`.execute(tx);
  if (rows[0]?.moved !== true) throw listedTogether();
}

function listedTogether(): Refusal {
  const message =
    "Both stand in one list, such as the attendance of a meeting, or the one is the other's deputy, and so are two: take one of them out first, if they are not.";
  return new Refusal("LISTED_TOGETHER", message, { path: ["duplicate"] });
}

/** Says of each person which records were merged into theirs, and of their groups until when lists show them. */
async function settle(tx: Tx, persons: readonly Id[]): Promise<void> {
  await sql`update groups.person p set merged_ids = found.ids from (
      select one.id, array(with recursive merged as (
        select m.id from groups.person m where m.merged_into = one.id
        union select m.id from groups.person m join merged on m.merged_into = merged.id)
        select id from merged order by id) as ids from groups.person one) found
    where p.id = found.id and p.merged_ids <> found.ids`.execute(tx);
  const { rows } = await sql<{ id: Id }>`select distinct group_id as id from groups.membership
    where person_id = any(${persons}) order by 1`.execute(tx);
  for (const { id } of rows) await showUntil(tx, id);
}

const person = async (db: Db, id: Id): Promise<PersonRecord> => {
  const [found] = await findPersons(db, [id], locked);
  if (found === undefined) throw new Error(`There is no person ${id}.`);
  return found;
};

const idIn = (told: Readonly<Record<string, unknown>>): Id =>
  PersonRecord.pick({ id: true }).parse(told["duplicate"]).id;

const placeOf = ({ place, id }: PersonReference) => `${place} ${id}`;

async function mergedInto(tx: Tx, id: Id): Promise<PersonRecord[]> {
  const { rows } = await sql<{ id: Id }>`select unnest(merged_ids) as id from groups.person
    where id = ${id}`.execute(tx);
  return findPersons(
    tx,
    rows.map((row) => row.id),
    locked,
  );
}

async function referencesTo(tx: Tx, id: Id): Promise<PersonReference[]> {
  const { rows } =
    await sql`select place, id, version from groups.references_to(${id}::uuid)`.execute(tx);
  return rows.map((row) => PersonReference.parse(row));
}

/** How persons are kept. What the journal has of them names them, so that it is for officials. */
export const personKeeping: Keeping<PersonRecord, PersonFacts> = {
  noun: personNoun,
  standing: () => ({ group: null, access: "officials", since: null }),
  begins: (tx, { id }, zone) => recordedSince(tx, { type: "Person", id }, zone),
  sees: (caller, { publicProfile, knownTo }) =>
    isFor(caller, { access: publicProfile === "named" ? "public" : "officials", knownTo }),
  find: (db, ids) => findPersons(db, ids, unlocked),
  // Read again however they were found: an import changes them, and whom they are known to, without a verb.
  lock: async (tx, found, { others }) => {
    const ids = found.map(({ id }) => id);
    const all = await findPersons(tx, [...ids, ...others], locked);
    return all.filter(({ id }) => ids.includes(id));
  },
  save: async (tx, { before, outcome: { subject, changed } }) => {
    const changes = [{ before, after: subject }, ...changed];
    for (const { before: was, after } of changes) {
      if (was?.merged === undefined && after.merged !== undefined)
        await move(tx, after.merged, after.id, after.merged.into);
      if (was?.merged !== undefined && after.merged === undefined)
        await move(tx, was.merged, was.merged.into, was.id);
    }
    const persons = changes.map(({ after }) => after);
    await savePersons(tx, persons);
    // Who was merged is shown as the one that remains.
    await sql`update groups.person merged set public_profile = main.public_profile from groups.person main
      where merged.merged_into = main.id and main.id = any(${persons.map(({ id }) => id)})
        and merged.public_profile <> main.public_profile`.execute(tx);
    if (changed.length > 0)
      await settle(
        tx,
        persons.map(({ id }) => id),
      );
  },
  kept: (thing) => Kept.parse(thing),
  done: async (verb, asked, { subject, changed }) => {
    if (verb === "erase")
      await takeOut(
        asked,
        changed.map(({ before }) => before),
        subject,
      );
  },
  facts: {
    erasing: async (asked) => erasingOf(asked, await mergedInto(asked.tx, asked.thing?.id ?? "")),
    duplicate: async ({ tx, caller, told }) => {
      const found = await person(tx, idIn(told));
      const refusal = mergePersons.refusal(caller, found);
      if (refusal !== null) throw refusal;
      return found;
    },
    other: async ({ tx, thing }) => {
      if (thing?.merged === undefined) throw notMerged();
      return person(tx, thing.merged.into);
    },
    // A record that names both goes on naming both: nobody could tell them apart again.
    references: async ({ tx, thing, told }) => {
      const own = await referencesTo(tx, thing?.id ?? "");
      const [places, rows] = [new Set(own.map(placeOf)), new Set(own.map(({ id }) => id))];
      const moved = (await referencesTo(tx, idIn(told))).filter(
        (each) => !places.has(placeOf(each)),
      );
      // A deputy and whom they stand in for are two.
      if (moved.some(({ id }) => rows.has(id))) throw listedTogether();
      return moved;
    },
    changedSince: async ({ tx, thing }) => {
      const { into, references = [] } = thing?.merged ?? {};
      if (into === undefined) return [];
      const now = await referencesTo(tx, into);
      const versions = new Map(now.map((each) => [placeOf(each), each.version]));
      return references.filter(
        (each) => (versions.get(placeOf(each)) ?? each.version) !== each.version,
      );
    },
    memberships: async ({ tx, thing, told }) => {
      const ids = [thing?.id ?? "", idIn(told)];
      const { rows } = await sql<{ id: Id }>`select distinct group_id as id from groups.membership
        where person_id = any(${ids}) order by 1`.execute(tx);
      const held = [];
      for (const { id } of rows) held.push(...(await lockMemberships(tx, id)));
      return held.filter((membership) => ids.includes(membership.person ?? ""));
    },
  },
};
