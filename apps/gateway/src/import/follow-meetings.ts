import { type Action, follow, type Scheduled } from "@remit/actions";
import { lockActions, lockLineage } from "@remit/actions/store";
import type { Tx } from "@remit/database";
import { Day, type Id } from "@remit/kernel";
import { sql } from "kysely";
import { importer } from "./importer.ts";

/** An action whose due has followed a meeting, and the day of which that is said. */
interface Followed {
  readonly before: Action;
  readonly after: Action;
  readonly on: Day;
}

/** INV-A11: what is due by a meeting, after the meetings of a group as they are recorded now. `on` is the day of the minutes that tell. */
export async function followMeetings(tx: Tx, group: Id, on: Day): Promise<Followed[]> {
  const due = await tx
    .selectFrom("actions.action")
    .select("id")
    .where("group_id", "=", group)
    .where("due_kind", "=", "by-meeting")
    .execute();
  if (due.length === 0) return [];
  // As every verb that locks several does, before any of them.
  await lockLineage(tx);
  const actions = await lockActions(
    tx,
    due.map(({ id }) => id),
  );
  const meetings = await scheduleOf(tx, group);
  const stamp = { by: { kind: "unresolved" as const, label: importer }, on };
  return actions.flatMap((before) => {
    const after = meetings.reduce((action, meeting) => follow(action, meeting, stamp), before);
    const last = after.changes.at(-1);
    return after === before || last === undefined ? [] : [{ before, after, on: last.on }];
  });
}

/** The meetings by their days, and last the one that the minutes of the latest announce. The first that concerns a due settles it. */
async function scheduleOf(tx: Tx, group: Id): Promise<Scheduled[]> {
  const { rows } = await sql<{ id: Id; label: string; on: Day; next: string | null }>`
    select m.id, m.title as label, m.held_on as "on", n.next_on as next
    from meetings.meeting m left join meetings.next_meeting n on n.meeting_id = m.id
    where m.group_id = ${group} order by m.held_on, m.id`.execute(tx);
  const meetings = rows.map(({ id, label, on }) => ({
    meeting: { type: "Meeting", id, label },
    on,
  }));
  // Minutes may announce no more than a month.
  const announced = Day.safeParse(rows.at(-1)?.next);
  return announced.success ? [...meetings, { meeting: "next", on: announced.data }] : meetings;
}
