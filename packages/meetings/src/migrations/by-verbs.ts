import { migration } from "@remit/database";

/** What lets meetings, their records and their minutes be kept by verbs. */
export const byVerbs = {
  "2026-11-28.20 meetings: the course of a meeting, and what became of an announcement": migration(
    `alter table meetings.meeting drop constraint meeting_status_check`,
    `alter table meetings.meeting add check (status in ('tentative', 'scheduled', 'in-session', 'held', 'closed',
      'postponed', 'cancelled'))`,
    `alter table meetings.meeting add column course jsonb not null default
      '{"postponements": [], "agendas": [], "opened": null, "ended": null, "attendanceNotStated": false, "reopenings": []}'`,
    `update meetings.meeting m set course = jsonb_build_object('postponements', '[]'::jsonb, 'agendas', '[]'::jsonb, 'opened', null,
        'ended', null, 'reopenings', '[]'::jsonb,
        'attendanceNotStated', not exists (select from meetings.attendance a where a.meeting_id = m.id))
      where status = 'held'`,
    `alter table meetings.next_meeting
      add column became_id uuid references meetings.meeting on delete set null`,
    `create index on meetings.next_meeting (became_id)`,
    `update meetings.next_meeting n set became_id = (
      select m.id from meetings.meeting m join meetings.meeting announced on announced.id = n.meeting_id
        where m.group_id = announced.group_id and m.held_on > announced.held_on
        order by not m.held_on::text like n.next_on || '%', m.held_on, m.id limit 1)`,
  ),
  "2026-11-28.22 meetings: parts that verbs make, in versions and drafts": migration(
    // A part that a document brought is at version 0, and in no journal until somebody changes it.
    ...["item", "decision"].flatMap((table) => [
      `update meetings.${table} set version = 0`,
      `alter table meetings.${table} alter column version set default 0`,
    ]),
    ...["attendance", "contribution", "paper"].map(
      (table) => `alter table meetings.${table} add column version int not null default 0`,
    ),
    ...["attendance", "contribution", "decision", "item", "paper"].flatMap((table) => [
      `alter table meetings.${table} add column draft boolean not null default false`,
      `create view meetings.journalled_${table} as
        select id, version from meetings.${table} where version > 0`,
    ]),
    `alter table meetings.attendance
      add column mode text not null default 'not-stated'
        check (mode in ('in-person', 'remote', 'hybrid', 'not-stated')),
      add column group_id uuid,
      add column access text check (access in ('public', 'group', 'officials', 'restricted'))`,
    `update meetings.attendance a set group_id = m.group_id, access = m.access
      from meetings.meeting m where m.id = a.meeting_id`,
    `create function meetings.fill_of_meeting() returns trigger language plpgsql as $$
      begin
        select coalesce(new.group_id, m.group_id), coalesce(new.access, m.access)
          from meetings.meeting m where m.id = new.meeting_id into new.group_id, new.access;
        return new;
      end $$`,
    `create trigger of_meeting before insert on meetings.attendance
      for each row when (new.group_id is null or new.access is null)
      execute function meetings.fill_of_meeting()`,
    `alter table meetings.attendance alter column group_id set not null, alter column access set not null`,
    // What is counted is counted from the index alone, and only where it may be seen.
    `create index on meetings.attendance (meeting_id, status) include (access, group_id, draft)`,
    `drop index meetings.attendance_meeting_id_status_idx`,
    // What came of an item may be a draft where the item is not: it stood in the agenda.
    `alter table meetings.item add column outcome_draft boolean not null default false,
      add column outcome_access text check (outcome_access in ('public', 'group', 'officials', 'restricted'))`,
    `alter table meetings.item drop constraint item_outcome_check`,
    `alter table meetings.item add check (outcome in ('discussed', 'agreed', 'noted', 'deferred', 'not-reached',
      'withdrawn', 'nil', 'not-stated'))`,
  ),
  "2026-11-28.24 meetings: minutes in versions, agreed and published": migration(
    `create table meetings.minutes (
      id uuid primary key,
      meeting_id uuid not null unique references meetings.meeting deferrable,
      group_id uuid not null,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      status text not null check (status in ('circulated', 'recalled', 'agreed', 'agreed-with-corrections')),
      draft boolean not null,
      version int not null,
      record jsonb not null,
      for_public jsonb
    )`,
    `create table meetings.minutes_text (
      id uuid primary key,
      minutes_id uuid not null references meetings.minutes,
      number int not null check (number > 0),
      content text not null,
      content_hash text not null check (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
      for_public jsonb,
      unique (minutes_id, number)
    )`,
    // What was circulated never changes; what the public reads of it may.
    `create function meetings.keep_text() returns trigger language plpgsql as $$
      begin
        raise exception 'This violates what was circulated, which is never written again.'
          using errcode = 'restrict_violation';
      end $$`,
    `create trigger keep_text before update of content, content_hash, number, minutes_id
      on meetings.minutes_text for each row execute function meetings.keep_text()`,
  ),
  "2026-11-28.26 meetings: attendance is never seen by more than its meeting": migration(
    `create function meetings.carry_access() returns trigger language plpgsql as $$
      declare levels text[] := array['public', 'group', 'officials', 'restricted'];
      begin
        update meetings.attendance set access = new.access
          where meeting_id = new.id and (access = old.access
            or array_position(levels, access) < array_position(levels, new.access));
        return null;
      end $$`,
    `create trigger carry_access after update of access on meetings.meeting
      for each row when (old.access is distinct from new.access)
      execute function meetings.carry_access()`,
  ),
  "2026-11-28.27 meetings: who may see each version of minutes": migration(
    // Of a version that was not published the public reads nothing, whatever became of others.
    `alter table meetings.minutes_text add column group_id uuid,
      add column access text check (access in ('public', 'group', 'officials', 'restricted')),
      add column draft boolean not null default false`,
    `update meetings.minutes_text t set group_id = n.group_id,
        access = case when n.record ->> 'meetingAccess' = 'public'
          and (n.record #>> '{publication,status}' <> 'published'
            or (n.record #>> '{publication,number}')::int <> t.number)
          then 'group' else n.record ->> 'meetingAccess' end,
        draft = n.draft
      from meetings.minutes n where n.id = t.minutes_id`,
    `alter table meetings.minutes_text alter group_id set not null, alter access set not null`,
  ),
  "2026-11-29.49 meetings: the journal speaks of the versions of minutes, too": migration(
    // A version that is not there, or not as its hash has it, is none that the journal knows.
    `create view meetings.journalled_minutes as
      select n.id, case when jsonb_array_length(n.record -> 'versions') = (
          select count(*) from meetings.minutes_text t
            join jsonb_array_elements(n.record -> 'versions') told on (told ->> 'number')::int = t.number
              and told ->> 'contentHash' = t.content_hash
            where t.minutes_id = n.id) then n.version else 0 end as version
      from meetings.minutes n`,
  ),
  "2026-11-29.47 meetings: a version of minutes knows its meeting": migration(
    `alter table meetings.minutes_text add column meeting_id uuid`,
    `update meetings.minutes_text t set meeting_id = n.meeting_id from meetings.minutes n where n.id = t.minutes_id`,
    `alter table meetings.minutes_text alter column meeting_id set not null`,
    `create index on meetings.minutes_text (meeting_id)`,
  ),
  "2026-11-29.45 meetings: minutes that a meeting agreed": migration(
    `create table meetings.agreed_minutes (
      id uuid primary key,
      meeting_id uuid not null references meetings.meeting,
      group_id uuid not null,
      place int not null,
      text text not null,
      also_actions boolean not null,
      of_id uuid references meetings.meeting on delete set null,
      document_id uuid, span_start int, span_end int,
      for_public jsonb,
      unique (meeting_id, place)
    )`,
    `create index on meetings.agreed_minutes (of_id)`,
    `create index on meetings.agreed_minutes (group_id)`,
    `create view meetings.minutes_agreement as
      select a.id, a.meeting_id as at_id, a.of_id, a.group_id, m.access, false as draft, a.also_actions, a.text, a.for_public
      from meetings.agreed_minutes a join meetings.meeting m on m.id = a.meeting_id
      union all
      select n.id, (n.record #>> '{agreements,-1,meeting,id}')::uuid, n.meeting_id, n.group_id, n.access, n.draft, null, null,
        null
      from meetings.minutes n where n.status in ('agreed', 'agreed-with-corrections')`,
    `create index on meetings.minutes (((record #>> '{agreements,-1,meeting,id}')::uuid))
      where status in ('agreed', 'agreed-with-corrections')`,
  ),
  "2026-11-29.44 meetings: series of meetings": migration(
    `alter table meetings.meeting add column series_id uuid
      generated always as ((course #>> '{series,first}')::uuid) stored`,
    `create index on meetings.meeting (series_id, held_on, id) where series_id is not null`,
  ),
  "2026-11-29.40 meetings: an announcement knows its group, its last day and whether it stands":
    migration(
      `alter table meetings.next_meeting add column group_id uuid,
      add column meeting_access text check (meeting_access in ('public', 'group', 'officials', 'restricted')),
      add column latest boolean not null default false,
      add column last_day date generated always as (case length(next_on)
        when 10 then make_date(left(next_on, 4)::int, substr(next_on, 6, 2)::int, right(next_on, 2)::int)
        when 7 then make_date(left(next_on, 4)::int + right(next_on, 2)::int / 12, right(next_on, 2)::int % 12 + 1, 1) - 1
        else make_date(next_on::int, 12, 31) end) stored`,
      `update meetings.next_meeting n set group_id = m.group_id, meeting_access = m.access
      from meetings.meeting m where m.id = n.meeting_id`,
      `update meetings.next_meeting n set latest = true where n.became_id is null and n.id in (
      select distinct on (m.group_id) next.id from meetings.meeting m
        join meetings.next_meeting next on next.meeting_id = m.id
        where m.status in ('held', 'closed') order by m.group_id, m.held_on desc, m.id desc)`,
      `create function meetings.fill_announced() returns trigger language plpgsql as $$
      begin
        select m.group_id, m.access from meetings.meeting m where m.id = new.meeting_id
          into new.group_id, new.meeting_access;
        return new;
      end $$`,
      `create trigger of_meeting before insert on meetings.next_meeting
      for each row execute function meetings.fill_announced()`,
      `alter table meetings.next_meeting alter column group_id set not null, alter column meeting_access set not null`,
      `create index on meetings.next_meeting (group_id) where latest`,
      `create or replace function meetings.carry_access() returns trigger language plpgsql as $$
      declare levels text[] := array['public', 'group', 'officials', 'restricted'];
      begin
        update meetings.attendance set access = new.access
          where meeting_id = new.id and (access = old.access
            or array_position(levels, access) < array_position(levels, new.access));
        update meetings.next_meeting set meeting_access = new.access where meeting_id = new.id;
        return null;
      end $$`,
    ),
  "2026-11-30.90 meetings: what a record holds and lacks": migration(
    `create function meetings.readiness(meeting uuid) returns jsonb language sql stable as $$
      select jsonb_build_object(
        'items', coalesce(jsonb_agg(jsonb_build_object(
          'item', i.id, 'place', i.place, 'number', i.number, 'heading', i.heading) order by i.place), '[]'),
        'unsaid', string_agg(
          coalesce(nullif(trim(concat_ws(' ', i.number, i.heading)), ''), 'item ' || i.place), ', '
          order by i.place) filter (where i.outcome = 'not-stated'),
        'present', (select count(*) from meetings.attendance a where a.meeting_id = meeting and a.status = 'present'),
        'minutes', (select n.status from meetings.minutes n where n.meeting_id = meeting))
      from meetings.item i where i.meeting_id = meeting $$`,
  ),
};
