import { type Db, type Keeping, lockAlone, type Tx } from "@remit/database";
import { hasRole, type Id, sees } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import { GroupRecord } from "../group.ts";
import { PersonRecord } from "../person.ts";
import { type GroupFacts, groupNoun, personNoun } from "../verb.ts";
import { groupRow, personRow } from "./row.ts";

const unlocked = sql``;
const locked = sql`for update`;
// Read again however they were found: an import changes them, and whom they are known to, without a verb.
const idsOf = (found: readonly { readonly id: Id }[]) => found.map(({ id }) => id);

async function findGroups(db: Db, ids: readonly Id[], lock: RawBuilder<unknown>) {
  const { rows } = await sql<{ replaced: unknown }>`select id, slug, name, code, kind, zone, access,
      version, replaced from groups.group where id = any(${ids}) order by id ${lock}`.execute(db);
  return rows.map(({ replaced, ...row }) =>
    GroupRecord.parse(replaced === null ? row : { ...row, replaced }),
  );
}

/** How groups are kept, for `perform` of `@remit/database`. */
export const groupKeeping: Keeping<GroupRecord, GroupFacts> = {
  noun: groupNoun,
  standing: ({ id, access }) => ({ group: id, access, since: null }),
  sees: (caller, { id, access }) => sees(caller, access, id),
  find: (db, ids) => findGroups(db, ids, unlocked),
  lock: (tx, found) => findGroups(tx, idsOf(found), locked),
  save: async (tx, { outcome: { subject, changed } }) => {
    for (const group of [subject, ...changed.map(({ after }) => after)]) {
      const replaced = group.replaced === undefined ? null : JSON.stringify(group.replaced);
      await tx
        .updateTable("groups.group")
        .set({ ...groupRow(group), version: group.version, replaced })
        .where("id", "=", group.id)
        .execute();
    }
  },
  kept: (group) => group,
  facts: {
    earlier: async ({ tx, thing }) => {
      // Nobody else makes a circle meanwhile.
      await lockAlone(tx, "remit successors of groups");
      const { rows } = await sql<{ id: string }>`with recursive earlier as (
          select group_id as id from groups.succession where successor_id = ${thing?.id}
          union select s.group_id from groups.succession s join earlier on s.successor_id = earlier.id)
        select id from earlier`.execute(tx);
      return rows.map(({ id }) => id);
    },
    isZoneKnown: async ({ tx, told }) => {
      const known = sql`select from pg_timezone_names where name = ${told["zone"]}`;
      return (await known.execute(tx)).rows.length > 0;
    },
  },
};

async function findPersons(db: Db, ids: readonly Id[], lock: RawBuilder<unknown>) {
  const { rows } = await sql`
    select id, slug, name, given_name as "givenName", family_name as "familyName",
      honorific_prefix as "honorificPrefix", honorific_suffix as "honorificSuffix",
      names as "otherNames", public_profile as "publicProfile", version, known_to as "knownTo",
      array(select distinct group_id from groups.member m where m.person_id = p.id) as groups
    from groups.person p where id = any(${ids}) order by id ${lock}`.execute(db);
  return rows.map((row) => PersonRecord.parse(row));
}

const Kept = PersonRecord.omit({ groups: true, knownTo: true });

const savePersons = async (tx: Tx, persons: readonly PersonRecord[]) => {
  for (const person of persons)
    await tx
      .updateTable("groups.person")
      .set({ ...personRow(person), version: person.version })
      .where("id", "=", person.id)
      .execute();
};

/** How persons are kept. What the journal has of them names them, so that it is for officials. */
export const personKeeping: Keeping<PersonRecord, object> = {
  noun: personNoun,
  standing: () => ({ group: null, access: "officials", since: null }),
  sees: (caller, { publicProfile, knownTo }) =>
    publicProfile === "named" ||
    caller.official ||
    caller.administrator ||
    knownTo.some((group) => hasRole(caller, group, "secretariat", "chair")),
  find: (db, ids) => findPersons(db, ids, unlocked),
  lock: (tx, found) => findPersons(tx, idsOf(found), locked),
  save: (tx, { outcome: { subject, changed } }) =>
    savePersons(tx, [subject, ...changed.map(({ after }) => after)]),
  kept: (person) => Kept.parse(person),
  facts: {},
};
