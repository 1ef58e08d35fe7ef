import { migration } from "@remit/database";

/** The steps by which the tables of meetings came to be; one that has landed never changes. */
export const migrations = {
  "2026-11-23.1 meetings: meetings, attendance, items, papers, decisions": migration(
    `create schema meetings`,
    `create table meetings.meeting (
      id uuid primary key,
      group_id uuid not null,
      group_label text not null,
      slug text not null unique,
      title text not null,
      ordinal int,
      ordinal_basis text check (ordinal_basis in ('stated', 'inferred', 'edited')),
      held_on date not null,
      ended_on date check (ended_on >= held_on),
      starts_local text,
      starts_zone text,
      starts_at timestamptz,
      location text,
      status text not null check (status in ('scheduled', 'held')),
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      document_id uuid, span_start int, span_end int,
      version int not null default 1,
      check ((starts_local is null) = (starts_at is null) and (starts_zone is null) = (starts_at is null))
    )`,
    `create index on meetings.meeting (group_id, held_on desc, id desc)`,
    `create index on meetings.meeting (held_on, id)`,
    `create table meetings.meeting_role (
      id uuid primary key,
      meeting_id uuid not null references meetings.meeting,
      role text not null check (role in ('chair', 'minute-taker')),
      name text not null,
      person_id uuid,
      basis text not null check (basis in ('stated', 'inferred', 'edited')),
  confidence real check ((basis = 'inferred') = (confidence is not null))
    )`,
    `create index on meetings.meeting_role (meeting_id, role, id)`,
    `create table meetings.next_meeting (
      id uuid primary key,
      meeting_id uuid not null unique references meetings.meeting,
      text text not null,
      next_on text not null,
      starts_local text,
      starts_zone text,
      starts_at timestamptz,
      location text,
      document_id uuid, span_start int, span_end int
    )`,
    `create table meetings.attendance_section (
      id uuid primary key,
      meeting_id uuid not null references meetings.meeting,
      place int not null,
      heading text,
      document_id uuid, span_start int, span_end int,
      unique (meeting_id, place)
    )`,
    `create table meetings.attendance (
      id uuid primary key,
      meeting_id uuid not null references meetings.meeting,
      section_id uuid references meetings.attendance_section,
      place int not null,
      person_id uuid,
      name text not null,
      position text,
      organisation_id uuid,
      deputising_for text,
      principal_id uuid,
      status text not null check (status in ('present', 'apologies', 'absent', 'not-stated')),
      status_basis text not null check (status_basis in ('stated', 'inferred', 'edited')),
      capacity text not null,
      note text,
      basis text not null check (basis in ('stated', 'inferred', 'edited')),
  confidence real check ((basis = 'inferred') = (confidence is not null)),
      document_id uuid, span_start int, span_end int,
      unique (meeting_id, place),
      unique (meeting_id, person_id)
    )`,
    `create index on meetings.attendance (person_id, id)`,
    `create table meetings.attendance_note (
      id uuid primary key,
      meeting_id uuid not null references meetings.meeting,
      place int not null,
      kind text not null,
      text text not null,
      document_id uuid, span_start int, span_end int,
      unique (meeting_id, place)
    )`,
    `create table meetings.item (
      id uuid primary key,
      meeting_id uuid not null references meetings.meeting,
      group_id uuid not null,
      place int not null,
      level int not null,
      number text,
      heading text,
      outcome text not null check (outcome in ('discussed', 'noted', 'nil', 'not-stated')),
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      document_id uuid, span_start int, span_end int,
      version int not null default 1,
      unique (meeting_id, place)
    )`,
    `create table meetings.contribution (
      id uuid primary key,
      meeting_id uuid not null references meetings.meeting,
      group_id uuid not null,
      item_id uuid not null references meetings.item,
      place int not null,
      kind text not null,
      lead text,
      text text not null,
      reporting text not null check (reporting in ('verbatim', 'summary')),
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      document_id uuid, span_start int, span_end int,
      unique (item_id, place)
    )`,
    `create table meetings.speaker (
      id uuid primary key,
      contribution_id uuid not null references meetings.contribution,
      place int not null,
      mention text not null,
      name text not null,
      person_id uuid,
      basis text not null check (basis in ('stated', 'inferred', 'edited')),
  confidence real check ((basis = 'inferred') = (confidence is not null)),
      unique (contribution_id, place)
    )`,
    `create index on meetings.speaker (person_id, id)`,
    `create table meetings.paper (
      id uuid primary key,
      meeting_id uuid not null references meetings.meeting,
      group_id uuid not null,
      item_id uuid references meetings.item,
      place int not null,
      number text not null,
      title text,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      document_id uuid, span_start int, span_end int,
      unique (meeting_id, number)
    )`,
    `create index on meetings.paper (item_id, place, id)`,
    `create table meetings.decision (
      id uuid primary key,
      meeting_id uuid not null references meetings.meeting,
      group_id uuid not null,
      item_id uuid references meetings.item,
      place int not null,
      kind text not null,
      text text not null,
      wording text not null check (wording in ('verbatim', 'summary')),
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      document_id uuid, span_start int, span_end int,
      version int not null default 1,
      unique (meeting_id, place)
    )`,
  ),
  "2026-11-24.1 meetings: the day of a contribution": migration(
    `alter table meetings.meeting add unique (id, held_on)`,
    `alter table meetings.contribution add column held_on date`,
    `update meetings.contribution set held_on = meeting.held_on
      from meetings.meeting where meeting.id = contribution.meeting_id`,
    `alter table meetings.contribution alter column held_on set not null,
      drop constraint contribution_meeting_id_fkey,
      add foreign key (meeting_id, held_on) references meetings.meeting (id, held_on) on update cascade`,
  ),
  "2026-11-25.1 meetings: what the public reads instead": migration(
    `alter table meetings.meeting_role add column for_public jsonb`,
    `alter table meetings.next_meeting add column for_public jsonb`,
    `alter table meetings.attendance add column for_public jsonb`,
    `alter table meetings.attendance_note add column for_public jsonb`,
    `alter table meetings.item add column for_public jsonb`,
    `alter table meetings.contribution add column for_public jsonb`,
    `alter table meetings.speaker add column for_public jsonb`,
    `alter table meetings.paper add column for_public jsonb`,
    `alter table meetings.decision add column for_public jsonb`,
  ),
  "2026-11-25.5 meetings: an index that holds what is counted": migration(
    `create index on meetings.attendance (meeting_id, status)`,
  ),
  "2026-11-26.30 meetings: what the public reads of meetings and lists": migration(
    `alter table meetings.meeting add column for_public jsonb`,
    `alter table meetings.attendance_section add column for_public jsonb`,
  ),
  // By way of text, which is the shortest that means the same: of 0.7 as it was kept, a number would make 0.699999988079071.
  "2026-11-26.16 meetings: a confidence is kept as it was said": migration(
    `alter table meetings.meeting_role
      alter column confidence type double precision using confidence::text::double precision`,
    `alter table meetings.attendance
      alter column confidence type double precision using confidence::text::double precision`,
    `alter table meetings.speaker
      alter column confidence type double precision using confidence::text::double precision`,
  ),
  "2026-11-26.50 meetings: indexes of foreign keys": migration(
    `create index on meetings.attendance (section_id)`,
    `create index on meetings.contribution (meeting_id, held_on)`,
    `create index on meetings.decision (item_id)`,
  ),
  "2026-11-27.60 meetings: the kinds of contributions, decisions and notes": migration(
    `alter table meetings.contribution add check (kind in ('narrative', 'update', 'key-point', 'statement',
      'question', 'answer', 'offer', 'thanks', 'introduction', 'summary'))`,
    `alter table meetings.decision add check (kind in ('agreed', 'approved', 'noted', 'rejected', 'deferred',
      'recommended', 'not-stated'))`,
    `alter table meetings.attendance_note add check (kind in ('deputies-listed', 'apologies-noted', 'absence-noted',
      'welcome', 'other'))`,
  ),
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
};
