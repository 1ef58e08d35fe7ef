select to_json(o)::text as data from (select (select to_json(o) from (select to_json(array(select to_json(o) from (select
    h.text, h.held_on as on,
    (select to_json(o) from (select m.slug, m.title, m.held_on as "heldOn" from meetings.meeting m where m.id = h.meeting_id
      and (m.access = 'public' or (m.access = 'group' and m.group_id = any($2::uuid[])))) o) as meeting,
    (select to_json(o) from (select g.slug, g.name from groups.group g where g.id = h.group_id
      and (g.access = 'public' or (g.access = 'group' and g.id = any($2::uuid[])))) o) as "group"
  from gateway.search($1) h where (h.access = 'public' or (h.access = 'group' and h.group_id = any($2::uuid[])))
  order by h.quarter desc, h.held_on desc, h.id desc limit 20) o)) as nodes) o) as search) o
