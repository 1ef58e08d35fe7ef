select to_json(o)::text as data from (select (select to_json(o) from (select
  'Meeting:' || m.id as id, m.title, m.ordinal, m.held_on as "heldOn", m.location,
  (select to_json(o) from (select g.name, g.slug from groups.group g
    where g.id = m.group_id and (g.access = 'public' or (g.access = 'group' and g.id = any($2::uuid[])))) o) as "group",
  (select to_json(o) from (select r.name,
      (select to_json(o) from (select p.slug from groups.person p where p.id = r.person_id and p.public_profile = 'named') o) as person
    from meetings.meeting_role r where r.meeting_id = m.id and r.role = 'chair' order by r.id limit 1) o) as chair,
  to_json(array(select to_json(o) from (select a.name, a.position, upper(replace(a.status, '-', '_')) as status, upper(replace(a.capacity, '-', '_')) as capacity,
      (select to_json(o) from (select p.name, p.slug from groups.person p where p.id = a.person_id and p.public_profile = 'named') o) as person,
      (select to_json(o) from (select b.name from groups.organisation b where b.id = a.organisation_id) o) as organisation
    from meetings.attendance a where a.meeting_id = m.id and not a.draft and (a.access = 'public' or (a.access = 'group' and a.group_id = any($2::uuid[]))) order by a.place) o)) as attendance,
  to_json(array(select to_json(o) from (select i.number, i.heading, upper(replace(i.outcome, '-', '_')) as outcome,
      to_json(array(select to_json(o) from (select upper(replace(c.kind, '-', '_')) as kind, c.text,
          to_json(array(select to_json(o) from (select s.mention, s.name,
              (select to_json(o) from (select p.slug from groups.person p where p.id = s.person_id and p.public_profile = 'named') o) as person
            from meetings.speaker s where s.contribution_id = c.id order by s.place) o)) as speakers
        from meetings.contribution c where c.item_id = i.id
          and not c.draft and (c.access = 'public' or (c.access = 'group' and c.group_id = any($2::uuid[]))) order by c.place) o)) as contributions
    from meetings.item i where i.meeting_id = m.id
      and not i.draft and (i.access = 'public' or (i.access = 'group' and i.group_id = any($2::uuid[]))) order by i.place) o)) as items,
  to_json(array(select to_json(o) from (select a.reference, a.text, upper(a.status) as status,
      a.status = 'open' and coalesce(a.due_on, 'infinity') < (now() at time zone a.zone)::date as overdue,
      (select to_json(o) from (select a.due_on as on, a.due_text as text) o) as due,
      to_json(array(select to_json(o) from (select w.label as name, upper(w.kind) as kind
        from actions.owner w where w.action_id = a.id order by w.place) o)) as owners
    from actions.action a where a.meeting_id = m.id
      and not a.draft and (a.access = 'public' or (a.access = 'group' and a.group_id = any($2::uuid[]))) order by a.number, a.id) o)) as actions
from meetings.meeting m where m.slug = $1 and (m.access = 'public' or (m.access = 'group' and m.group_id = any($2::uuid[])))) o) as meeting) o
