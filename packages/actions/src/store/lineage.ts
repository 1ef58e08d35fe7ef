import { type Db, lockAlone, lockNames, type Tx } from "@remit/database";
import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import type { Edges } from "../edges.ts";

/** Whose actions are to be locked: of groups, of some actions and of whatever these lead to, of what meetings raised. */
export interface Lineage {
  readonly groups?: readonly Id[];
  readonly actions?: readonly Id[];
  readonly meetings?: readonly Id[];
}

const kind = "remit actions";

/**
 * Lets one transaction at a time change what actions of some groups have to do with each other: lineage, dependencies,
 * references. Two changes that could close a circle together meet in a group, for each locks that of the action from
 * which it leads and those to which it leads. Without `of`, the actions of all groups.
 */
export async function lockLineage(tx: Tx, of?: Lineage): Promise<void> {
  if (of === undefined) return lockAlone(tx, kind);
  const { groups = [], actions = [], meetings = [] } = of;
  if (actions.length + meetings.length === 0) return lockNames(tx, kind, groups);
  for (;;) {
    const groups = await groupsOf(tx, of);
    await sql`savepoint lineage`.execute(tx);
    await lockNames(tx, kind, groups);
    const now = await groupsOf(tx, of);
    if (now.every((group) => groups.includes(group))) break;
    // More came in while this waited. What is locked is given back, so that all are taken in order.
    await sql`rollback to savepoint lineage`.execute(tx);
  }
  await sql`release savepoint lineage`.execute(tx);
}

/** An action that was sent to another group is also of that: it may come to take it on. */
async function groupsOf(
  tx: Tx,
  { groups = [], actions = [], meetings = [] }: Lineage,
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    with recursive reached (id) as (
      select id from actions.action
        where id = any(${actions}::uuid[]) or meeting_id = any(${meetings}::uuid[])
      union select next.to_id from reached join (
        select from_id, to_id from actions.dependency
        union all select from_id, to_id from actions.succession) next on next.from_id = reached.id)
    select a.group_id as id from reached join actions.action a using (id)
    union select (a.record #>> '{closure,to,id}')::uuid from reached join actions.action a using (id)
      where a.status = 'transferred'
    union select unnest(${groups}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

const edges = {
  dependsOn: sql`actions.dependency`,
  supersededBy: sql`actions.succession`,
};

/** What follows from some actions, however far: what they wait for, or what took their place. */
export async function edgesFrom(
  tx: Tx,
  what: keyof typeof edges,
  ids: readonly Id[],
): Promise<Edges> {
  const { rows } = await sql<{ from: Id; to: Id }>`
    with recursive edge (a, b) as (
      select from_id, to_id from ${edges[what]} where from_id = any(${ids})
      union select e.from_id, e.to_id from edge join ${edges[what]} e on e.from_id = edge.b)
    select a as "from", b as "to" from edge`.execute(tx);
  const to = Map.groupBy(rows, ({ from }) => from);
  return (id) => to.get(id)?.map((row) => row.to) ?? [];
}

/** Those among some references by which actions of a group are quoted, or were before another group took them on; `but` one action's own. */
export async function listReferences(
  db: Db,
  group: Id,
  among: readonly string[],
  but: Id | null = null,
): Promise<string[]> {
  const rows = await db
    .selectFrom("actions.reference")
    .select("reference")
    .where("group_id", "=", group)
    .where("reference", "=", sql<string>`any(${among})`)
    .where("action_id", "is distinct from", but)
    .execute();
  return rows.map(({ reference }) => reference);
}
