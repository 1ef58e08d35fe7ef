import { migration } from "@remit/database";

/** Whom minutes list as members or in the chair, for records that were made when only the first list of somebody counted. */
const listed = `select m.group_id, a.person_id, case a.capacity when 'chair' then 'chair' else 'member' end as role,
    m.held_on, m.id as meeting_id, m.document_id, a.position, a.span_start, a.span_end
  from meetings.meeting m join meetings.attendance a on a.meeting_id = m.id
    join groups.group g on g.id = m.group_id
  where m.status = 'held' and m.access in ('public', g.access)
    and a.person_id is not null and a.basis = 'stated' and a.capacity in ('chair', 'member')`;

export const listedRoles = migration(
  `update groups.membership s set as_of = l.first from (
      select group_id, person_id, role, min(held_on) as first from (${listed}) listed group by 1, 2, 3) l
    where l.group_id = s.group_id and l.person_id = s.person_id and l.role = s.role and l.first < s.as_of
      and s.from_date is null and s.to_date is null and s.document_id is not null`,
  `with listed as (${listed}), chaired as (
      select group_id, meeting_id, held_on, array_agg(person_id order by person_id) as chairs
      from listed where role = 'chair' group by 1, 2, 3
    ), handed as (
      select meeting_id, chairs is distinct from
        lag(chairs) over (partition by group_id order by held_on, meeting_id) as over
      from chaired
    ), changed as (
      select l.*, l.role is distinct from lag(l.role) over (
          partition by l.group_id, l.person_id order by l.held_on, l.meeting_id)
        or (l.role = 'chair' and h.over) as changed
      from listed l left join handed h using (meeting_id)
    )
    insert into groups.membership (id, group_id, person_id, role, position, as_of, basis, document_id, span_start, span_end)
      select gen_random_uuid(), group_id, person_id, role, position, held_on, 'stated', document_id, span_start, span_end
      from changed c where changed and not exists (
        select from groups.membership s where s.group_id = c.group_id and s.person_id = c.person_id
          and s.role = c.role and (s.as_of = c.held_on or s.as_of is null))
      order by held_on`,
  `update groups.membership s set latest = false where exists (
    select from groups.membership later where later.group_id = s.group_id
      and later.person_id = s.person_id and later.as_of > s.as_of)`,
);
