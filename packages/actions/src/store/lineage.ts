import type { Db, Tx } from "@remit/database";
import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import type { Edges } from "../edges.ts";

/** What actions of a group are quoted by, or were before another group took them on; `but` one action's own. */
export async function listReferences(db: Db, group: Id, but: Id | null = null): Promise<string[]> {
  const rows = await db
    .selectFrom("actions.reference")
    .select("reference")
    .where("group_id", "=", group)
    .where("action_id", "is distinct from", but)
    .execute();
  return rows.map(({ reference }) => reference);
}

/** Lets one transaction at a time change what actions of a group have to do with each other: lineage, dependencies, references. */
export async function lockLineage(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('remit actions'))`.execute(tx);
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
