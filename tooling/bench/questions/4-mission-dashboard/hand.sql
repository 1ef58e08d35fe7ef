select to_json(o)::text as data from (select (select to_json(o) from (select m.title, m.statement,
  (select to_json(o) from (select m.period_start as start, m.period_end as end, m.period_label as label) o) as period,
  to_json(array(select to_json(o) from (select c.code, c.statement, upper(c.kind) as kind,
      (select count(*) from gateway.action_commitment l where l.commitment_id = c.id and l.status = 'open'
          and not l.draft and (l.access = 'public' or (l.access = 'group' and l.group_id = any($2::uuid[])))) as "openActionCount",
      to_json(array(select to_json(o) from (select t.statement,
          (select to_json(o) from (select t.by_end as end, t.by_label as label) o) as by,
          (select to_json(o) from (select i.code, i.title, i.unit,
              (select to_json(o) from (select f.value, upper(f.status) as status, (select to_json(o) from (select f.period_label as label) o) as period
                from commitments.observation f where f.indicator_id = i.id and f.current and f.access = 'public'
                order by f.last_day desc, f.first_day desc, f.id desc limit 1) o) as latest
            from commitments.indicator i where i.id = t.indicator_id and i.access = 'public') o) as indicator
        from commitments.target t where t.commitment_id = c.id and t.access = 'public' order by t.position, t.id) o)) as targets
    from commitments.commitment c where c.mission_id = m.id and c.access = 'public' order by c.position, c.id) o)) as commitments
from commitments.mission m where m.slug = $1 and m.access = 'public') o) as mission) o
