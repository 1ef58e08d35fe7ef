import { migration } from "@remit/database";

/** The steps by which missions came to change by verbs. */
export const keptWhole = {
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
              to_json(key)::text || ':' || case when jsonb_typeof(member) in ('object', 'array')
                then commitments.canonical(member) else member::text end, ',' order by key collate "C")
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
  "2026-11-27.85 commitments: assessments, recommendations and their answers": migration(
    `create table commitments.assessment (
      id uuid primary key,
      version int not null,
      keeper_id uuid,
      subject_type text not null check (subject_type in ('Commitment', 'Target')),
      subject_id uuid not null,
      kind text not null check (kind in ('self', 'independent', 'computed')),
      scale text not null,
      scale_version text not null,
      value text not null,
      agent_id uuid,
      label text,
      rationale text,
      method text,
      method_version text,
      as_at date not null,
      status text not null check (status in ('given', 'withdrawn')),
      access text not null check (access in ('public', 'officials', 'restricted')),
      record jsonb not null,
      for_public jsonb,
      check ((kind = 'computed') = (label is null) and (label is null) = (rationale is null)
        and (label is null) = (method is not null))
    )`,
    `create index on commitments.assessment (subject_id, kind, as_at, id)`,
    `create index on commitments.assessment (keeper_id)`,
    `create table commitments.recommendation (
      id uuid primary key,
      version int not null,
      keeper_id uuid,
      mission_id uuid not null references commitments.mission deferrable,
      position int not null,
      code text not null,
      text text not null,
      wording text not null check (wording in ('verbatim', 'summary')),
      agent_id uuid,
      label text not null,
      answer_due date,
      answer_position text,
      answer_text text,
      answered_on date,
      source_title text not null, source_publisher text, source_url text,
      status text not null check (status in ('awaiting', 'answered', 'implemented', 'not-implemented',
        'withdrawn')),
      access text not null check (access in ('public', 'officials', 'restricted')),
      record jsonb not null,
      for_public jsonb,
      unique (mission_id, code)
    )`,
    `create index on commitments.recommendation (mission_id, position, id)`,
    `create index on commitments.recommendation (answer_due, id) where status = 'awaiting'`,
    `create index on commitments.recommendation (keeper_id)`,
    // Which commitments follow from a recommendation, by its answer that stands.
    `create table commitments.follow_up (
      recommendation_id uuid not null references commitments.recommendation on delete cascade,
      commitment_id uuid not null references commitments.commitment deferrable,
      primary key (recommendation_id, commitment_id)
    )`,
    `create index on commitments.follow_up (commitment_id, recommendation_id)`,
    // Of each kind and scale the latest that stands; those of one subject and scale that differ.
    `create view commitments.divergence as
      with latest as (select distinct on (subject_id, kind, scale, scale_version) *
        from commitments.assessment where status = 'given'
        order by subject_id, kind, scale, scale_version, as_at desc, id desc)
      select one.id || ' ' || other.id as id, one.subject_type, one.subject_id, one.id as one_id, other.id as other_id,
        case when 'restricted' in (one.access, other.access) then 'restricted'
          when 'officials' in (one.access, other.access) then 'officials' else 'public' end as access
      from latest one join latest other on other.subject_id = one.subject_id and other.scale = one.scale
        and other.scale_version = one.scale_version and other.kind > one.kind and other.value <> one.value`,
    // Kinds are different promises: they are never added up with each other.
    `create view commitments.funding_total as
      select mission_id || ' ' || md5(concat_ws(' ', kind, currency, period_start, period_end, access)) as id,
        mission_id, kind, currency, period_start, period_end, access,
        trim_scale(sum(amount::numeric))::text as amount, count(*)::int as envelopes
      from commitments.funding_envelope
      group by mission_id, kind, currency, period_start, period_end, access`,
  ),
};
