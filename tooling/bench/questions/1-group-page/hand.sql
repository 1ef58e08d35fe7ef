select to_json(o)::text as data from (select (select to_json(o) from (select
  'Group:' || g.id as id, g.name, g.code,
  (select to_json(o) from (select c.position,
      (select to_json(o) from (select p.name, p.slug from groups.person p where p.id = c.person_id and p.public_profile = 'named') o) as person
    from groups.membership c where c.group_id = g.id and c.role = 'chair'
      and c.first_day <= today.day and (c.chair_until is null or c.chair_until > today.day) and (c.last_day is null or c.last_day >= today.day)
    order by c.first_day desc, c.id desc limit 1) o) as chair,
  (select to_json(o) from (select n.next_on as "on",
      to_char(n.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt", n.location
    from gateway.upcoming_meeting n where n.group_id = g.id and n.last_day >= today.day
      and (n.access = 'public' or (n.access = 'group' and n.group_id = any($2::uuid[])))
    order by n.meeting_id is null, n.last_day, n.id limit 1) o) as "nextMeeting",
  (select to_json(o) from (select to_json(array(select to_json(o) from (select
      'Meeting:' || m.id as id, m.slug, m.title, m.ordinal, m.held_on as "heldOn",
      (select count(*) from meetings.attendance a where a.meeting_id = m.id and a.status = 'present'
        and not a.draft and (a.access = 'public' or (a.access = 'group' and a.group_id = any($2::uuid[])))) as "attendanceCount",
      (select count(*) from actions.action a where a.meeting_id = m.id and a.status in ('open', 'in-progress', 'blocked')
        and not a.draft and (a.access = 'public' or (a.access = 'group' and a.group_id = any($2::uuid[])))) as "openActionCount"
    from meetings.meeting m where m.group_id = g.id and m.status = 'held'
      and (m.access = 'public' or (m.access = 'group' and m.group_id = any($2::uuid[])))
    order by m.held_on desc, m.id desc limit 10) o)) as nodes) o) as meetings
from groups.group g, lateral (select (now() at time zone g.zone)::date as day) today where g.slug = $1 and (g.access = 'public' or (g.access = 'group' and g.id = any($2::uuid[])))) o) as "group") o
