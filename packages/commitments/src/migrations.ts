import { migration } from "@remit/database";
import { keptWhole } from "./migrations/kept-whole.ts";
import { parts } from "./migrations/parts.ts";

/** The steps by which the tables of commitments came to be; one that has landed never changes. */
export const migrations = {
  "2026-11-23.1 commitments: missions, funding, commitments, targets, series, links": migration(
    `create schema commitments`,
    // Text, because the JSON of a numeric would be a binary number to whoever reads it.
    `create domain commitments.decimal as text check (value ~ '^-?(0|[1-9][0-9]*)([.][0-9]+)?$')`,
    `create table commitments.mission (
      id uuid primary key,
      slug text not null unique,
      title text not null,
      statement text not null,
  wording text not null check (wording in ('verbatim', 'summary')),
      announced_on text,
      period_start text, period_end text, period_label text,
      source_title text not null, source_publisher text, source_url text,
      access text not null check (access in ('public', 'officials', 'restricted')),
      version int not null default 1
    )`,
    `create table commitments.party (
      id uuid primary key,
      mission_id uuid not null references commitments.mission,
      role text not null check (role in ('responsible', 'governance')),
      position int not null,
      kind text not null
        check (kind in ('person', 'organisation', 'post', 'group', 'unresolved')),
      agent_id uuid,
      label text not null,
      access text not null check (access in ('public', 'officials', 'restricted')),
      version int not null default 1,
      check ((kind = 'unresolved') = (agent_id is null))
    )`,
    `create index on commitments.party (mission_id, role, position, id)`,
    `create index on commitments.party (agent_id, id)`,
    `create table commitments.funding_envelope (
      id uuid primary key,
      mission_id uuid not null references commitments.mission,
      position int not null,
      statement text not null,
  wording text not null check (wording in ('verbatim', 'summary')),
      kind text not null check (kind in ('announced', 'committed', 'allocated')),
      amount commitments.decimal not null,
      currency text not null,
      additional boolean,
      period_start text, period_end text, period_label text,
      source_title text not null, source_publisher text, source_url text,
      access text not null check (access in ('public', 'officials', 'restricted')),
      version int not null default 1
    )`,
    `create index on commitments.funding_envelope (mission_id, position, id)`,
    `create table commitments.commitment (
      id uuid primary key,
      mission_id uuid not null references commitments.mission,
      position int not null,
      code text not null,
      statement text not null,
  wording text not null check (wording in ('verbatim', 'summary')),
      kind text not null check (kind in ('input', 'activity', 'output', 'outcome', 'policy', 'process',
        'legislative', 'funding', 'reporting')),
      period_start text, period_end text, period_label text,
      source_title text not null, source_publisher text, source_url text,
      access text not null check (access in ('public', 'officials', 'restricted')),
      version int not null default 1,
      unique (mission_id, code)
    )`,
    `create index on commitments.commitment (mission_id, position, id)`,
    `create table commitments.indicator (
      id uuid primary key,
      mission_id uuid not null references commitments.mission,
      position int not null,
      code text not null,
      title text not null,
      definition text not null,
      unit text not null,
      measure text check (measure in ('count', 'percentage', 'rate', 'ratio', 'currency', 'index')) not null,
      publisher text not null,
      note text,
      access text not null check (access in ('public', 'officials', 'restricted')),
      version int not null default 1,
      unique (mission_id, code)
    )`,
    `create index on commitments.indicator (mission_id, position, id)`,
    `create table commitments.target (
      id uuid primary key,
      commitment_id uuid not null references commitments.commitment,
      position int not null,
      statement text not null,
  wording text not null check (wording in ('verbatim', 'summary')),
      spec_kind text not null
        check (spec_kind in ('absolute', 'relative-change', 'threshold', 'unspecified')),
      spec_value commitments.decimal,
      spec_unit text,
      spec_percent commitments.decimal,
      spec_direction text check (spec_direction in ('increase', 'decrease')),
      spec_operator text check (spec_operator in ('at-least', 'at-most')),
      spec_text text,
      measure text check (measure in ('count', 'percentage', 'rate', 'ratio', 'currency', 'index')),
      by_start text, by_end text, by_label text,
      baseline_kind text not null check (baseline_kind in ('exact', 'qualitative', 'not-stated')),
      baseline_value commitments.decimal,
      baseline_unit text,
      baseline_text text,
      indicator_id uuid references commitments.indicator,
      source_title text not null, source_publisher text, source_url text,
      access text not null check (access in ('public', 'officials', 'restricted')),
      version int not null default 1,
      check ((spec_kind in ('absolute', 'threshold')) = (spec_value is not null)
        and (spec_value is null) = (spec_unit is null)),
      check ((spec_kind = 'relative-change') = (spec_percent is not null)
        and (spec_percent is null) = (spec_direction is null)),
      check ((spec_kind = 'threshold') = (spec_operator is not null)),
      check ((spec_kind = 'unspecified') = (spec_text is not null)),
      check ((baseline_kind = 'exact') = (baseline_value is not null)
        and (baseline_value is null) = (baseline_unit is null)),
      check ((baseline_kind = 'qualitative') = (baseline_text is not null))
    )`,
    `create index on commitments.target (commitment_id, position, id)`,
    `create index on commitments.target (indicator_id, id)`,
    `create table commitments.observation (
      id uuid primary key,
      indicator_id uuid not null references commitments.indicator,
      position int not null,
      period_start text not null,
      period_end text not null,
      period_label text,
      value commitments.decimal not null,
      status text not null
        check (status in ('published', 'partial', 'superseded', 'revised', 'corrected', 'withdrawn')),
      published_on text,
      vintage int not null check (vintage > 0),
      current boolean not null check (not (current and status = 'withdrawn')),
      derived boolean not null,
      note text,
      source_title text not null, source_publisher text, source_url text,
      access text not null check (access in ('public', 'officials', 'restricted')),
      version int not null default 1,
      unique (indicator_id, period_start, period_end, vintage)
    )`,
    `create index on commitments.observation (indicator_id, position, id)`,
    `create unique index one_current_vintage
      on commitments.observation (indicator_id, period_start, period_end) where current`,
    `create table commitments.mission_link (
      id uuid primary key,
      mission_id uuid not null references commitments.mission,
      position int not null,
      title text not null,
      url text,
      kind text not null check (kind in ('supports', 'supported-by', 'depends-on', 'contributes-to',
        'aligned-with', 'duplicates', 'conflicts-with', 'successor')),
      statement text not null,
  wording text not null check (wording in ('verbatim', 'summary')),
      source_title text not null, source_publisher text, source_url text,
      access text not null check (access in ('public', 'officials', 'restricted')),
      version int not null default 1
    )`,
    `create index on commitments.mission_link (mission_id, position, id)`,
  ),
  "2026-11-24.1 commitments: index of the latest figures": migration(
    `create index on commitments.observation
      (indicator_id, period_end desc, period_start desc, id desc) where current`,
  ),
  "2026-11-26.30 commitments: what the public reads instead": migration(
    `alter table commitments.mission add column for_public jsonb`,
    `alter table commitments.party add column for_public jsonb`,
    `alter table commitments.funding_envelope add column for_public jsonb`,
    `alter table commitments.commitment add column for_public jsonb`,
    `alter table commitments.indicator add column for_public jsonb`,
    `alter table commitments.target add column for_public jsonb`,
    `alter table commitments.observation add column for_public jsonb`,
    `alter table commitments.mission_link add column for_public jsonb`,
  ),
  "2026-11-26.16 commitments: figures by the days of their periods": migration(
    `alter table commitments.observation
      add column first_day date not null generated always as (database.first_day(period_start)) stored,
      add column last_day date not null generated always as (database.last_day(period_end)) stored`,
    `create index on commitments.observation (indicator_id, last_day desc, first_day desc, id desc)
      where current`,
    `create index on commitments.observation (indicator_id, last_day, first_day, vintage, id)`,
    // As text, 2025-06 came after 2025.
    `drop index commitments.observation_indicator_id_period_end_period_start_id_idx`,
  ),
  ...keptWhole,
  ...parts,
};
