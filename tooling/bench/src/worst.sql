-- What the five pages do not read and the dearest questions do: history, links in records, names that are withheld.
set session_replication_role = replica;

-- Records that can be parsed: one that is done would say by whom and when.
update actions.action set version = 3, record = record || '{"version": 3, "status": "open"}';

insert into database.journal (subject_type, subject_id, version, verb, actor, request_id, at, recorded_at, before, after, group_id, access, previous, hash)
  select 'Action', id, v, case v when 1 then 'import' else 'rewordAction' end, '{"name": "bench", "person": null}', 'bench',
    raised_on + interval '1 day' * v, raised_on + interval '1 day' * v,
    case when v > 1 then record || jsonb_build_object('version', v - 1) end, record || jsonb_build_object('version', v),
    group_id, access, case when v > 1 then encode(sha256(convert_to(id::text || (v - 1), 'UTF8')), 'hex') end,
    encode(sha256(convert_to(id::text || v, 'UTF8')), 'hex')
  from actions.action, generate_series(1, 3) v;

insert into gateway.token (id, name, hash, official, administrator, created_at)
  values (bench.id(19, 2), 'official', encode(sha256('bench-official'), 'hex'), true, false, now());

set session_replication_role = default;

select gateway.know_names(array(select id from groups.person where public_profile = 'role-only'));
