import { migration } from "@remit/database";

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
  "2026-11-27.82 commitments: one current figure of the same days": migration(
    `drop index commitments.one_current_vintage`,
    `alter table commitments.observation
      drop constraint observation_indicator_id_period_start_period_end_vintage_key`,
    // What was written as a year and as its months becomes vintages of one period, in the order of their ids.
    `update commitments.observation o set vintage = numbered.vintage,
        current = numbered.place = 1 and o.status <> 'withdrawn'
      from (select id,
          row_number() over (partition by indicator_id, first_day, last_day order by vintage, id) as vintage,
          row_number() over (partition by indicator_id, first_day, last_day
            order by (status <> 'withdrawn') desc, vintage desc, id desc) as place
        from commitments.observation) numbered
      where numbered.id = o.id and exists (select from commitments.observation other
        where other.indicator_id = o.indicator_id and other.first_day = o.first_day
          and other.last_day = o.last_day
          and (other.period_start, other.period_end) <> (o.period_start, o.period_end))`,
    `create unique index one_current_vintage
      on commitments.observation (indicator_id, first_day, last_day) where current`,
    `alter table commitments.observation
      add constraint observation_vintage_key unique (indicator_id, first_day, last_day, vintage)`,
  ),
  "2026-11-27.83 commitments: what targets ask, and how far they have come": migration(
    `alter table commitments.indicator
      add column direction text check (direction in ('increase', 'decrease'))`,
    `alter table commitments.target
      drop constraint target_spec_kind_check, drop constraint target_spec_operator_check,
      drop constraint target_check, drop constraint target_check1, drop constraint target_check2,
      drop constraint target_check3,
      add column spec_of commitments.decimal,
      add constraint target_spec_kind check (spec_kind in ('absolute', 'relative-change', 'absolute-change',
        'threshold', 'share', 'coverage', 'milestone', 'qualitative', 'unspecified')),
      add constraint target_spec_operator check (spec_operator in ('at-least', 'at-most', 'exactly')),
      add constraint target_spec_value check (
        (spec_kind in ('absolute', 'absolute-change', 'threshold', 'coverage')) = (spec_value is not null)
        and (spec_value is null) = (spec_unit is null)),
      add constraint target_spec_percent check (
        (spec_kind in ('relative-change', 'share')) = (spec_percent is not null)),
      add constraint target_spec_direction check (
        (spec_kind in ('relative-change', 'absolute-change')) = (spec_direction is not null)),
      add constraint target_spec_bound check ((spec_kind = 'threshold') = (spec_operator is not null)),
      add constraint target_spec_whole check ((spec_kind = 'coverage') = (spec_of is not null)),
      add constraint target_spec_words check (
        (spec_kind in ('share', 'milestone', 'qualitative', 'unspecified')) = (spec_text is not null))`,
    `create view commitments.progress as
      select t.id, t.commitment_id, t.version, t.spec_kind, t.spec_value, t.spec_unit, t.spec_percent,
        t.spec_direction, t.spec_operator, t.spec_of, t.spec_text, t.measure, t.by_start, t.by_end, t.by_label,
        t.baseline_kind, t.baseline_value, t.baseline_unit, t.baseline_text, t.indicator_id,
        i.unit as series_unit, i.direction as series_direction,
        o.id as observation_id, o.value as latest_value,
        case when 'restricted' in (t.access, i.access, o.access) then 'restricted'
          when 'officials' in (t.access, i.access, o.access) then 'officials'
          else 'public' end as access
      from commitments.target t
        left join commitments.indicator i on i.id = t.indicator_id
        left join lateral (select id, value, access from commitments.observation
          where indicator_id = t.indicator_id and current
          order by last_day desc, first_day desc, id desc limit 1) o on true`,
  ),
  "2026-11-27.84 commitments: kept whole, with whoever keeps the record": migration(
    `alter table commitments.mission add column keeper_id uuid`,
    `update commitments.mission m set keeper_id = (select p.agent_id from commitments.party p
      where p.mission_id = m.id and p.role = 'governance' and p.kind = 'group' order by p.position limit 1)`,
    `alter table commitments.commitment add column keeper_id uuid, add column record jsonb,
      add column status text not null default 'made' check (status in ('made', 'in-delivery', 'delivered',
        'partly-delivered', 'not-delivered', 'withdrawn'))`,
    `alter table commitments.target add column keeper_id uuid, add column record jsonb,
      add column status text not null default 'set'
        check (status in ('proposed', 'set', 'met', 'missed', 'withdrawn'))`,
    `alter table commitments.observation add column keeper_id uuid, add column record jsonb`,
    `update commitments.commitment c set keeper_id = m.keeper_id, record = jsonb_build_object('id', c.id,
        'version', c.version, 'keeper', m.keeper_id, 'position', c.position, 'access', c.access, 'made', null,
        'mission', c.mission_id, 'code', c.code, 'statement', c.statement, 'wording', c.wording, 'kind', c.kind,
        'period', jsonb_build_object('start', c.period_start, 'end', c.period_end, 'label', c.period_label),
        'source', jsonb_build_object('title', c.source_title, 'publisher', c.source_publisher, 'url', c.source_url),
        'restatements', '[]'::jsonb, 'status', c.status)
      from commitments.mission m where m.id = c.mission_id`,
    `update commitments.target t set keeper_id = c.keeper_id, record = jsonb_build_object('id', t.id,
        'version', t.version, 'keeper', c.keeper_id, 'position', t.position, 'access', t.access, 'made', null,
        'commitment', t.commitment_id, 'statement', t.statement, 'wording', t.wording,
        'spec', jsonb_strip_nulls(jsonb_build_object('kind', t.spec_kind, 'value', t.spec_value, 'unit', t.spec_unit,
          'percent', t.spec_percent, 'direction', t.spec_direction, 'operator', t.spec_operator,
          'of', coalesce(t.spec_of, case t.spec_kind when 'share' then t.spec_text end),
          'text', case when t.spec_kind <> 'share' then t.spec_text end)),
        'by', jsonb_build_object('start', t.by_start, 'end', t.by_end, 'label', t.by_label),
        'baseline', jsonb_strip_nulls(jsonb_build_object('kind', t.baseline_kind, 'value', t.baseline_value,
          'unit', t.baseline_unit, 'text', t.baseline_text)),
        'measure', t.measure, 'indicator', t.indicator_id,
        'source', jsonb_build_object('title', t.source_title, 'publisher', t.source_publisher, 'url', t.source_url),
        'revisions', '[]'::jsonb, 'status', t.status)
      from commitments.commitment c where c.id = t.commitment_id`,
    `update commitments.observation o set keeper_id = m.keeper_id, record = jsonb_build_object('id', o.id,
        'version', o.version, 'keeper', m.keeper_id, 'position', o.position, 'access', o.access, 'made', null,
        'indicator', o.indicator_id, 'value', o.value, 'status', o.status, 'publishedOn', o.published_on,
        'period', jsonb_build_object('start', o.period_start, 'end', o.period_end, 'label', o.period_label),
        'vintage', o.vintage, 'derived', o.derived, 'note', o.note,
        'source', jsonb_build_object('title', o.source_title, 'publisher', o.source_publisher, 'url', o.source_url),
        'reason', null)
      from commitments.indicator i join commitments.mission m on m.id = i.mission_id where i.id = o.indicator_id`,
    ...["commitment", "target", "observation"].flatMap((table) => [
      `alter table commitments.${table} alter column record set not null`,
      `create index on commitments.${table} (keeper_id)`,
    ]),
    ...["commitment", "target"].map(
      (table) => `alter table commitments.${table} alter column status drop default`,
    ),
    // JSON as the journal hashes it: keys in their order, no blanks.
    `create function commitments.canonical(value jsonb) returns text language plpgsql immutable as $$
      begin
        return case jsonb_typeof(value)
          when 'object' then '{' || coalesce((select string_agg(
              to_json(key)::text || ':' || commitments.canonical(member), ',' order by key collate "C")
            from jsonb_each(value) as each (key, member)), '') || '}'
          when 'array' then '[' || coalesce((select string_agg(commitments.canonical(element), ',' order by place)
            from jsonb_array_elements(value) with ordinality as each (element, place)), '') || ']'
          else value::text end;
      end $$`,
    // What was there before the journal kept it begins in it, so that verbs can follow.
    ...Object.entries({
      Commitment: "commitment",
      Target: "target",
      Observation: "observation",
    }).map(
      ([type, table]) => `
        with fact as (select id, record as after, access, keeper_id, timestamptz '2000-01-01T00:00:00Z' as at,
          date_trunc('milliseconds', now()) as recorded_at from commitments.${table}
          where not exists (select from database.journal j
            where j.subject_type = '${type}' and j.subject_id = commitments.${table}.id))
        insert into database.journal (subject_type, subject_id, version, verb, actor, request_id, at, recorded_at,
            before, after, group_id, access, previous, hash)
          select '${type}', id, 1, 'import', '{"name":"remit import","person":null}', 'before the journal', at,
            recorded_at, null, after, keeper_id, access, null,
            encode(sha256(convert_to(commitments.canonical(jsonb_build_object('subject_type', '${type}',
              'subject_id', id, 'version', 1, 'verb', 'import',
              'actor', '{"name":"remit import","person":null}'::jsonb, 'request_id', 'before the journal',
              'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'recorded_at', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'before', null, 'after', after, 'group_id', keeper_id, 'access', access, 'previous', null)), 'UTF8')),
              'hex')
          from fact`,
    ),
    `drop function commitments.canonical(jsonb)`,
  ),
};
