import type { Scheduled } from "@remit/actions";
import type { Db } from "@remit/database";
import { type Access, Day, type Id, standsIn } from "@remit/kernel";
import { sql } from "kysely";

/** A meeting as it is planned, and who may know of it. */
interface Planned extends Scheduled {
  readonly access: Access;
}

/** The meetings of a group by their days, those that were called off without one, and last the one that the minutes of the latest announce. */
export async function scheduleOf(db: Db, group: Id): Promise<Planned[]> {
  const { rows } = await sql<Row>`select m.id, m.title as label, m.access, n.next_on as next,
      case when m.status not in ('postponed', 'cancelled') then m.held_on end as "on"
    from meetings.meeting m left join meetings.next_meeting n on n.meeting_id = m.id
    where m.group_id = ${group} and m.status <> 'tentative' order by m.held_on, m.id`.execute(db);
  const meetings = rows.map(({ id, label, on, access }): Planned => ({
    meeting: { type: "Meeting", id, label },
    on,
    access,
  }));
  const latest = rows.at(-1);
  // Minutes may announce no more than a month.
  const announced = Day.safeParse(latest?.next);
  if (latest === undefined || !announced.success) return meetings;
  return [...meetings, { meeting: "next", on: announced.data, access: latest.access }];
}

/** The meetings that whoever sees a record of this access, of the same group, may know of. */
export const toldIn = (access: Access, meetings: readonly Planned[]): readonly Planned[] =>
  meetings.filter((meeting) => standsIn(meeting.access, access));

interface Row {
  readonly id: Id;
  readonly label: string;
  readonly on: Day | null;
  readonly access: Access;
  readonly next: string | null;
}
