import { migration } from "@remit/database";

/** The steps by which the tables of actions came to be; one that has landed never changes. */
export const migrations = {
  "2026-11-23.1 actions: actions and their owners": migration(
    `create schema actions`,
    `create table actions.action (
      id uuid primary key,
      group_id uuid not null,
      group_label text not null,
      reference text not null,
      number int not null,
      text text not null,
      wording text not null check (wording in ('verbatim', 'summary')),
      due_kind text not null check (due_kind in ('date', 'as-written', 'not-stated')),
      due_on date,
      due_text text,
      status text not null check (status in ('open', 'done')),
      meeting_id uuid not null,
      meeting_label text not null,
      item_id uuid,
      item_label text,
      raised_on date not null,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      document_id uuid, span_start int, span_end int,
      version int not null default 1,
      unique (group_id, reference),
      check ((due_kind = 'date') = (due_on is not null) and (due_kind = 'not-stated') = (due_text is null))
    )`,
    `create index on actions.action (reference)`,
    `create index on actions.action (meeting_id, number, id)`,
    `create index on actions.action (item_id, number, id)`,
    `create table actions.owner (
      id uuid primary key,
      action_id uuid not null references actions.action,
      place int not null,
      kind text not null
        check (kind in ('person', 'organisation', 'post', 'group', 'collective', 'unresolved')),
      agent_id uuid,
      label text not null,
      collective_of uuid,
      selector text check (selector in ('members', 'officials', 'attendees', 'secretariat', 'everyone')),
      as_of date,
      unique (action_id, place),
      check ((kind in ('collective', 'unresolved')) = (agent_id is null)),
      check ((kind = 'collective') = (collective_of is not null)
        and (kind = 'collective') = (selector is not null) and (kind = 'collective') = (as_of is not null))
    )`,
    `create index on actions.owner (agent_id, id)`,
  ),
  "2026-11-24.1 actions: indexes of lists": migration(
    `create index on actions.action (group_id, status, (coalesce(due_on, 'infinity')), id)`,
    `create index on actions.action (raised_on, id)`,
  ),
  "2026-11-25.1 actions: what the public reads instead": migration(
    `alter table actions.action add column for_public jsonb`,
    `alter table actions.owner add column for_public jsonb`,
  ),
  "2026-11-25.1 actions: the whole record, logs and reminders": migration(
    `alter table actions.action
      drop constraint action_due_kind_check,
      drop constraint action_status_check,
      drop constraint action_check,
      add check (due_kind in
        ('date', 'by-meeting', 'within', 'standing', 'asap', 'as-written', 'not-stated')),
      add check (due_on is null or due_kind in ('date', 'by-meeting', 'within')),
      add check (status in ('draft', 'open', 'in-progress', 'blocked', 'done', 'closed',
        'superseded', 'withdrawn', 'transferred')),
      add column record jsonb`,
    // Only what minutes said could be recorded before: the record is made of it.
    `update actions.action a set record = jsonb_build_object(
      'id', id, 'version', version, 'reference', reference, 'number', number, 'text', text,
      'group', jsonb_build_object('type', 'Group', 'id', group_id, 'label', group_label),
      'wording', wording, 'kind', null, 'status', status, 'access', access,
      'owners', (select coalesce(jsonb_agg(jsonb_build_object(
          'agent', jsonb_strip_nulls(jsonb_build_object('kind', kind, 'id', agent_id, 'label', label,
            'group', collective_of, 'selector', selector, 'asOf', as_of)),
          'role', 'not-stated', 'status', 'pending', 'on', null, 'note', null, 'assignments', null)
        order by place), '[]') from actions.owner o where o.action_id = a.id),
      'ownerNotStated', not exists (select from actions.owner o where o.action_id = a.id),
      'due', case due_kind when 'date' then jsonb_build_object('kind', due_kind, 'on', due_on, 'text', due_text)
        when 'as-written' then jsonb_build_object('kind', due_kind, 'text', due_text)
        else jsonb_build_object('kind', due_kind) end,
      'raisedAt', jsonb_build_object(
        'meeting', jsonb_build_object('type', 'Meeting', 'id', meeting_id, 'label', meeting_label),
        'item', case when item_id is not null
          then jsonb_build_object('type', 'Item', 'id', item_id, 'label', item_label) end,
        'on', raised_on),
      'source', case when document_id is not null then jsonb_build_object('document', document_id,
        'span', case when span_start is not null
          then jsonb_build_object('start', span_start, 'end', span_end) end) end,
      'completion', null, 'beneficiaries', '[]'::jsonb, 'dependsOn', '[]'::jsonb, 'links', '[]'::jsonb,
      'followUps', '[]'::jsonb, 'updates', '[]'::jsonb, 'reviews', '[]'::jsonb, 'changes', '[]'::jsonb)
      || case when status = 'done' then jsonb_build_object('started', null, 'done', jsonb_build_object(
        'by', null, 'on', raised_on, 'note', null, 'override', 'Recorded in the minutes', 'evidence', '[]'::jsonb))
        else '{}' end`,
    `alter table actions.action alter column record set not null`,
    `alter table actions.owner
      add column role text not null default 'not-stated'
        check (role in ('lead', 'co-owner', 'support', 'not-stated')),
      add column part text not null default 'pending'
        check (part in ('pending', 'acknowledged', 'done', 'declined', 'not-applicable'))`,
    `create view actions.dependency as
      select id as from_id, (other->>'id')::uuid as to_id
      from actions.action, jsonb_array_elements(record->'dependsOn') other`,
    `create view actions.succession as
      select id as from_id, (other->>'id')::uuid as to_id
      from actions.action, jsonb_array_elements(record->'closure'->'successors') other
      where status = 'superseded'`,
    `create table actions.log_snapshot (
      id uuid primary key,
      group_id uuid not null,
      meeting_id uuid not null,
      taken_on date not null,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      version int not null default 1,
      record jsonb not null
    )`,
    `alter table actions.log_snapshot add column for_public jsonb`,
    `create index on actions.log_snapshot (group_id, meeting_id, id)`,
    `create table actions.reminder (
      key text primary key,
      action_id uuid not null references actions.action,
      rule text not null,
      due date not null,
      record jsonb not null,
      written_at timestamptz not null
    )`,
  ),
  "2026-11-25.5 actions: indexes that hold what is counted": migration(
    `create index on actions.action (meeting_id, number, id) include (status, access, group_id)`,
    `drop index actions.action_meeting_id_number_id_idx`,
    `create index on actions.action (group_id, status, (coalesce(due_on, 'infinity')), id) include (access, due_on)`,
    `drop index actions.action_group_id_status_coalesce_id_idx`,
  ),
  "2026-11-25.5 actions: the time zone of their group": migration(
    `alter table actions.action add column zone text not null default 'Europe/London'`,
  ),
  "2026-11-25.5 actions: references are given once for ever": migration(
    `create table actions.reference (
      group_id uuid not null,
      reference text not null,
      action_id uuid not null references actions.action,
      primary key (group_id, reference)
    )`,
    `insert into actions.reference select group_id, reference, id from actions.action`,
    // A group that gave an action away keeps what it was quoted by, unless it has been given again meanwhile.
    `insert into actions.reference
      select (change->'was'->'group'->>'id')::uuid, reference, id
      from actions.action, jsonb_array_elements(record->'changes') change
      where change->>'verb' = 'receive'
      on conflict do nothing`,
    `create function actions.keep_reference() returns trigger language plpgsql as $$
      begin
        if not exists (select from actions.reference r
            where (r.group_id, r.reference, r.action_id) = (new.group_id, new.reference, new.id))
        then
          insert into actions.reference values (new.group_id, new.reference, new.id);
        end if;
        return null;
      end $$`,
    `create trigger keep_reference after insert on actions.action
      for each row execute function actions.keep_reference()`,
    `create trigger keep_another_reference after update on actions.action
      for each row when ((old.group_id, old.reference) <> (new.group_id, new.reference))
      execute function actions.keep_reference()`,
  ),
  "2026-11-25.6 actions: those that do not wait for others": migration(
    // The states to which starting and completing lead, and those in which another is not finished.
    `create view actions.warning as
      select from_id || ' ' || to_id as id, from_id as action_id, action.reference,
        to_id as other_id, other.reference as other_reference, other.status as other_status
      from actions.dependency
        join actions.action on action.id = from_id
        join actions.action other on other.id = to_id
      where action.status in ('in-progress', 'done')
        and other.status in ('draft', 'open', 'in-progress', 'blocked')`,
  ),
  "2026-11-26.10 actions: a draft is for whoever keeps the record": migration(
    `alter table actions.action add column draft boolean not null
      generated always as (status = 'draft' or (record -> 'draft') is not null) stored`,
    // One that was let go while it was a draft says so itself from now on.
    `update actions.action a set record = record || '{"draft": true}'
      where status = 'withdrawn' and exists (select from database.journal j
        where j.subject_type = 'Action' and j.subject_id = a.id and j.verb = 'withdrawAction'
          and j.before ->> 'status' = 'draft')`,
    // What is counted is counted from the index alone, as before.
    `create index action_of_meeting on actions.action (meeting_id, number, id)
      include (status, access, group_id, draft)`,
    `drop index actions.action_meeting_id_number_id_status_access_group_id_idx`,
    `create index action_by_due on actions.action (group_id, status, (coalesce(due_on, 'infinity')), id)
      include (access, due_on, draft)`,
    `drop index actions.action_group_id_status_coalesce_id_access_due_on_idx`,
  ),
  "2026-11-26.16 actions: references in the order of their numbers": migration(
    // Each number gets twelve places, so that A2 is before A10.
    `create function actions.reference_order(reference text) returns text language sql immutable strict parallel safe
      return regexp_replace(regexp_replace(reference, '(\\d+)', '000000000000\\1', 'g'), '\\d*(\\d{12})', '\\1', 'g')`,
    `create index on actions.action (actions.reference_order(reference), id)`,
    `create index on actions.action ((coalesce(due_on, 'infinity')), id)`,
  ),
  "2026-11-26.51 actions: indexes of foreign keys": migration(
    `create index on actions.reference (action_id)`,
    `create index on actions.reminder (action_id)`,
  ),
  "2026-11-27.74 actions: records as rows": migration(
    // What a record has in place of its columns: `actionRow` writes the same of an action that is kept.
    `create function actions.due_day(due jsonb) returns date language sql immutable strict parallel safe
      return case due ->> 'kind'
        when 'date' then database.last_day(due ->> 'on')
        when 'by-meeting' then (due ->> 'on')::date
        when 'within' then ((due ->> 'from')::date + (due ->> 'duration')::interval)::date end`,
    `create function actions.due_text(due jsonb) returns text language sql immutable strict parallel safe
      return coalesce(due ->> 'text', case due ->> 'kind' when 'date' then due ->> 'on' end)`,
    // An action as a record has it; no row for what was taken out. `shown` is what the public reads of it, null where
    // that is the same, or where nobody asks. Its calendar is the one of today.
    `create function actions.as_recorded(record jsonb, shown text) returns setof actions.action
      language sql stable as $$
        select made.* from (select $1 as r, $2::jsonb as p) given, jsonb_populate_record(null::actions.action,
          jsonb_build_object('id', r -> 'id', 'version', r -> 'version', 'reference', r -> 'reference',
            'number', r -> 'number', 'text', r -> 'text', 'wording', r -> 'wording', 'status', r -> 'status',
            'group_id', r #> '{group,id}', 'group_label', r #> '{group,label}',
            'meeting_id', r #> '{raisedAt,meeting,id}', 'meeting_label', r #> '{raisedAt,meeting,label}',
            'item_id', r #> '{raisedAt,item,id}', 'item_label', r #> '{raisedAt,item,label}',
            'raised_on', r #> '{raisedAt,on}', 'access', r -> 'access',
            'draft', r ->> 'status' = 'draft' or r -> 'draft' is not null,
            'due_kind', r #> '{due,kind}', 'due_on', actions.due_day(r -> 'due'), 'due_text', actions.due_text(r -> 'due'),
            'document_id', r #> '{source,document}',
            'span_start', r #> '{source,span,start}', 'span_end', r #> '{source,span,end}',
            'zone', coalesce((select zone from actions.action where id = (r ->> 'id')::uuid), 'Europe/London'),
            'record', r, 'for_public', case when p is not null then jsonb_build_object('group_id', r #> '{group,id}',
              'text', p -> 'text', 'due_text', actions.due_text(p -> 'due'), 'record', p::text) end)) made
        where r ? 'reference' $$`,
    // An owner with their part of the record. PostgreSQL leaves the join out where nobody asks for that.
    `create view actions.owner_said as
      select o.*, a.record -> 'owners' -> o.place - 1 as said,
        case when a.for_public ? 'record' then jsonb_build_object('group_id', a.for_public -> 'group_id',
          'said', (a.for_public ->> 'record')::jsonb -> 'owners' -> o.place - 1) end as said_for_public
      from actions.owner o left join actions.action a on a.id = o.action_id`,
    `create function actions.owners_recorded(action uuid, group_id uuid, record jsonb, for_public jsonb)
      returns setof actions.owner_said language sql immutable parallel safe as $$
        select made.* from jsonb_array_elements($3 -> 'owners') with ordinality as owner(said, place),
          jsonb_populate_record(null::actions.owner_said, jsonb_build_object(
            'action_id', $1, 'place', place, 'kind', said #> '{agent,kind}', 'agent_id', said #> '{agent,id}',
            'label', said #> '{agent,label}', 'collective_of', said #> '{agent,group}',
            'selector', said #> '{agent,selector}', 'as_of', said #> '{agent,asOf}',
            'role', said -> 'role', 'part', said -> 'status', 'said', said) || case when $4 is null then '{}'
            else (select jsonb_build_object(
                'for_public', jsonb_build_object('group_id', $2, 'label', shown #> '{agent,label}'),
                'said_for_public', jsonb_build_object('group_id', $2, 'said', shown))
              from (select ($4 ->> 'record')::jsonb -> 'owners' -> place::int - 1 as shown) p) end) made $$`,
    `create function actions.at_version(action uuid, version int, withheld boolean) returns setof actions.action
      language sql stable as $$
        select made.* from database.history h,
          actions.as_recorded(h.after, case when $3 then h.after_for_public end) made
        where h.subject_type = 'Action' and h.subject_id = $1 and h.version = $2 $$`,
    // What is written down late does not bring along what had not happened yet.
    `create function actions.log_as_at(group_id uuid, moment timestamptz, withheld boolean)
      returns setof actions.action language sql stable as $$
        select made.* from (
            select distinct on (subject_id) after, case when $3 then after_for_public end as shown
            from database.history h
            where subject_type = 'Action' and at <= $2
              and not exists (select from database.journal later where later.subject_type = h.subject_type
                and later.subject_id = h.subject_id and later.version < h.version and later.at > $2)
              and subject_id in (select j.subject_id from database.journal j where j.group_id = $1)
            order by subject_id, version desc) last,
          actions.as_recorded(last.after, last.shown) made
        where made.group_id = $1 $$`,
    `create function actions.changes_of(record jsonb, verb text) returns jsonb
      language sql immutable strict parallel safe
      return jsonb_path_query_array(record, '$.changes[*] ? (@.verb == $verb)', jsonb_build_object('verb', verb))`,
    `create function actions.ids_in(refs jsonb) returns uuid[] language sql immutable parallel safe
      return array(select (ref ->> 'id')::uuid from jsonb_array_elements(nullif(refs, 'null')) ref)`,
  ),
};
