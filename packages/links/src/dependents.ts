import type { Action } from "@remit/actions";
import type { Tx } from "@remit/database";
import { sql } from "kysely";

/** Which actions and logs speak of some rows, by the ids of the rows: actions as they will be, where they are about to change. */
export async function dependentsOf(
  tx: Tx,
  ids: readonly string[],
  { group, meeting }: { readonly group: string; readonly meeting: string },
  changing: readonly Action[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; by: string }>`
    with part as (select unnest(${ids}::uuid[]) as id)
    select part.id, a.reference as by from actions.action a join part on position(part.id::text in a.record::text) > 0
      where (a.group_id = ${group} or a.meeting_id = ${meeting})
        and a.id <> all(${changing.map(({ id }) => id)}::uuid[])
    union
    select part.id, 'the action log of ' || s.taken_on from actions.log_snapshot s
      join part on position(part.id::text in s.record::text) > 0 where s.group_id = ${group}
    union
    select part.id, 'the register of decisions' from meetings.registered_decision r join part on part.id = r.decision_id
    union
    select part.id, 'what somebody undertook' from meetings.undertaking u join part on part.id = u.contribution_id
    order by 1, 2`.execute(tx);
  const changed = changing.flatMap((action) => {
    const record = JSON.stringify(action);
    return ids.filter((id) => record.includes(id)).map((id) => ({ id, by: action.reference }));
  });
  const byId = Map.groupBy([...rows, ...changed], ({ id }) => id);
  return new Map([...byId].map(([id, all]) => [id, all.map(({ by }) => by)]));
}
