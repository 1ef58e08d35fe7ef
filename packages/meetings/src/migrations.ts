import { migration } from "@remit/database";
import { byVerbs } from "./migrations/by-verbs.ts";
import { inFull } from "./migrations/in-full.ts";
import { ofMinutes } from "./migrations/minutes.ts";
import { registers } from "./migrations/registers.ts";

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
  ...byVerbs,
  ...inFull,
  ...ofMinutes,
  ...registers,
};
