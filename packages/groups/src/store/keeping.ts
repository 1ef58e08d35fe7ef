import { type Db, type Keeping, lockAlone, recordedSince } from "@remit/database";
import { type Id, sees } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import { GroupRecord } from "../group.ts";
import { type GroupFacts, groupNoun } from "../verb.ts";
import { groupRow, json, withoutNull } from "./row.ts";

const unlocked = sql``;
const locked = sql`for update`;
// Read again however they were found: an import changes them, and whom they are known to, without a verb.
const idsOf = (found: readonly { readonly id: Id }[]) => found.map(({ id }) => id);

async function findGroups(db: Db, ids: readonly Id[], lock: RawBuilder<unknown>) {
  const { rows } =
    await sql<object>`select id, slug, name, code, kind, zone, access, version, replaced,
      own from groups.group where id = any(${ids}) order by id ${lock}`.execute(db);
  return rows.map((row) => GroupRecord.parse(withoutNull(row, ["replaced", "own"])));
}

/** How groups are kept, for `perform` of `@remit/database`. */
export const groupKeeping: Keeping<GroupRecord, GroupFacts> = {
  noun: groupNoun,
  standing: ({ id, access }) => ({ group: id, access, since: null }),
  begins: (tx, { id }, zone) => recordedSince(tx, { type: "Group", id }, zone),
  sees: (caller, { id, access }) => sees(caller, access, id),
  find: (db, ids) => findGroups(db, ids, unlocked),
  lock: (tx, found) => findGroups(tx, idsOf(found), locked),
  save: async (tx, { outcome: { subject, changed } }) => {
    for (const group of [subject, ...changed.map(({ after }) => after)]) {
      const { version, replaced, own } = group;
      await tx
        .updateTable("groups.group")
        .set({ ...groupRow(group), version, replaced: json(replaced), own: json(own) })
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
