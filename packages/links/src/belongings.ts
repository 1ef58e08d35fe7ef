import type { Belonging } from "@remit/actions";
import type { Db } from "@remit/database";
import type { AgentRef, Id } from "@remit/kernel";
import { sql } from "kysely";

/** INV-A5: members and secretariat as memberships have them, a post for whoever holds it, which begin on the day of which a source shows them where no other is said; attendees and officials as the meeting of the day has them. */
export async function belongingsOf(db: Db, group: Id, on: string): Promise<Belonging[]> {
  const { rows } = await sql<Omit<Belonging, "agent" | "group"> & { id: Id; label: string }>`
    select p.id, p.name as label,
      case when s.role = 'secretariat' then 'secretariat' else 'members' end as selector,
      nullif(s.first_day, '-infinity')::text as "from", s.last_day::text as "to"
    from groups.member s join groups.person p on p.id = s.person_id
    where s.group_id = ${group} and s.role in ('chair', 'co-chair', 'vice-chair', 'member', 'ex-officio', 'secretariat')
    union all
    select p.id, p.name, kind.selector, ${on}, ${on}
    from meetings.meeting m join meetings.attendance a on a.meeting_id = m.id
      join groups.person p on p.id = a.person_id
      cross join lateral (select 'attendees' as selector where a.status = 'present'
        union all select 'officials' where a.capacity = 'official'
        union all select 'secretariat' where a.capacity = 'secretariat') kind
    where m.group_id = ${group} and m.held_on = ${on}::date
    order by 2, 1`.execute(db);
  return rows.map(({ id, label, ...belonging }) => {
    const agent: AgentRef = { kind: "person", id, label };
    return { ...belonging, agent, group };
  });
}
