select to_json(o)::text as data from (select (select to_json(o) from (select g.name,
  (select to_json(o) from (select
      (select count(*) from actions.action a where a.group_id = g.id and a.status = 'open' and coalesce(a.due_on, 'infinity') < (now() at time zone g.zone)::date
        and not a.draft and (a.access = 'public' or (a.access = 'group' and a.group_id = any($2::uuid[])))) as "totalCount",
      to_json(page.nodes[1:50]) as nodes,
      (select to_json(o) from (select page.rows > 50 as "hasNextPage", page.cursors[least(page.rows, 50)] as "endCursor") o) as "pageInfo"
    from (select coalesce(array_agg(node), '{}') as nodes, array_agg(cursor) as cursors, count(*)::int as rows from (select
        to_json(array[coalesce(a.due_on, 'infinity')::text, a.id::text])::text as cursor,
        (select to_json(o) from (select 'Action:' || a.id as id, a.reference, a.text, upper(a.status) as status,
          (select to_json(o) from (select a.due_on as on, a.due_text as text) o) as due,
          to_json(array(select to_json(o) from (select w.label as name, upper(w.kind) as kind
            from actions.owner w where w.action_id = a.id order by w.place) o)) as owners,
          (select to_json(o) from (select (select to_json(o) from (select m.slug, m.title, m.held_on as "heldOn" from meetings.meeting m where m.id = a.meeting_id
            and (m.access = 'public' or (m.access = 'group' and m.group_id = any($2::uuid[])))) o) as meeting) o) as "raisedAt",
          to_json(array(select to_json(o) from (select (select to_json(o) from (select c.code, c.statement
              from commitments.commitment c where c.id = l.commitment_id and c.access = 'public') o) as commitment
            from gateway.action_commitment l where l.action_id = a.id order by l.commitment_id) o)) as "contributesTo") o) as node
      from actions.action a where a.group_id = g.id and a.status = 'open' and coalesce(a.due_on, 'infinity') < (now() at time zone g.zone)::date
        and not a.draft and (a.access = 'public' or (a.access = 'group' and a.group_id = any($2::uuid[])))
      order by coalesce(a.due_on, 'infinity'), a.id limit 51) row) page) o) as actions
from groups.group g where g.slug = $1 and (g.access = 'public' or (g.access = 'group' and g.id = any($2::uuid[])))) o) as "group") o
