import { migration } from "@remit/database";

const open = ["standing", "withdrawn"];

/** A table of parts of missions that are kept whole: all have the same columns. */
const partTable = (
  name: string,
  { statuses = open, parent }: { statuses?: readonly string[]; parent?: string } = {},
) => [
  `create table commitments.${name} (
    id uuid primary key,
    version int not null,
    keeper_id uuid,
    mission_id uuid not null references commitments.mission deferrable,
    commitment_id uuid references commitments.commitment deferrable,
    parent_id uuid ${parent === undefined ? "" : `references commitments.${parent} deferrable`},
    position int not null,
    status text not null check (status in (${statuses.map((each) => `'${each}'`).join(", ")})),
    access text not null check (access in ('public', 'officials', 'restricted')),
    record jsonb not null,
    for_public jsonb
  )`,
  `create index on commitments.${name} (mission_id, position, id)`,
  `create index on commitments.${name} (commitment_id, position, id)`,
  `create index on commitments.${name} (parent_id, position, id)`,
  `create index on commitments.${name} (keeper_id)`,
];

/** What belongs to a mission beside its promises. */
export const parts = {
  "2026-11-28.41 commitments: reports, outcomes, steps, money, standards, circumstances": migration(
    ...partTable("report", {
      statuses: ["draft", "frozen", "published", "superseded", "withdrawn"],
    }),
    `alter table commitments.report add column draft boolean not null
      generated always as (record -> 'draft' is not null) stored`,
    ...partTable("outcome", { parent: "outcome" }),
    ...partTable("milestone", {
      statuses: [
        "not-started",
        "on-track",
        "minor-delay",
        "significant-delay",
        "achieved",
        "missed",
        "withdrawn",
      ],
    }),
    ...partTable("deliverable", { statuses: ["planned", "produced", "withdrawn"] }),
    ...partTable("funding_line", { parent: "funding_envelope" }),
    ...partTable("funding_profile", { parent: "funding_envelope" }),
    ...partTable("standard"),
    ...partTable("standard_assessment", { parent: "standard" }),
    ...partTable("context_factor"),
    ...partTable("involvement"),
    ...partTable("mission_relation", {
      statuses: ["stated", "confirmed", "withdrawn"],
      parent: "mission",
    }),
    // Two who name one at once do not both have the code.
    ...["outcome", "standard"].map(
      (table) => `create unique index on commitments.${table} (mission_id, (record ->> 'code'))`,
    ),
    // By which commitments an outcome is worked for.
    `create table commitments.alignment (
      outcome_id uuid not null references commitments.outcome on delete cascade,
      commitment_id uuid not null references commitments.commitment deferrable,
      primary key (outcome_id, commitment_id)
    )`,
    `create index on commitments.alignment (commitment_id, outcome_id)`,
    // Kinds are different things: they are never added up with each other.
    `create view commitments.funding_line_total as
      select mission_id || ' ' || md5(concat_ws(' ', kind, currency, period_start, period_end, access)) as id,
        mission_id, kind, currency, period_start, period_end, access,
        trim_scale(sum(amount))::text as amount, count(*)::int as lines
      from (select mission_id, access, record ->> 'kind' as kind, record ->> 'currency' as currency,
          record #>> '{period,start}' as period_start, record #>> '{period,end}' as period_end,
          (record ->> 'amount')::numeric as amount
        from commitments.funding_line where status = 'standing') line
      group by mission_id, kind, currency, period_start, period_end, access`,
    `create view commitments.standard_total as
      select mission_id || ' ' || md5(concat_ws(' ', scale, scale_version, value, period_start, period_end, access))
          as id,
        mission_id, scale, scale_version, value, period_start, period_end, access, count(*)::int as assessments
      from (select mission_id, access, record ->> 'scale' as scale, record ->> 'scaleVersion' as scale_version,
          record ->> 'value' as value, record #>> '{period,start}' as period_start,
          record #>> '{period,end}' as period_end
        from commitments.standard_assessment where status = 'standing') assessment
      group by mission_id, scale, scale_version, value, period_start, period_end, access`,
    // Every change of a day, of targets and of milestones.
    `create view commitments.date_revision as
      select m.id || ' ' || change.place as id, 'Milestone' as subject_type, m.id as subject_id, m.access,
        change.it ->> 'from' as due_from, change.it ->> 'to' as due_to, (change.it ->> 'on')::date as revised_on
      from commitments.milestone m,
        jsonb_array_elements(m.record -> 'revisions') with ordinality change(it, place)
      union all
      select t.id || ' ' || change.place, 'Target', t.id, t.access, change.it #>> '{was,by,end}',
        coalesce(t.record -> 'revisions' -> change.place::int #> '{was,by}', t.record -> 'by') ->> 'end',
        (change.it ->> 'on')::date
      from commitments.target t,
        jsonb_array_elements(t.record -> 'revisions') with ordinality change(it, place)
      where change.it #>> '{was,by,end}' is distinct from
        coalesce(t.record -> 'revisions' -> change.place::int #> '{was,by}', t.record -> 'by') ->> 'end'`,
    // What was made by hand to a mission or to a part of it: no file takes that away unsaid.
    `create view commitments.hanging as
      ${[
        ["report", "a report on it"],
        ["outcome", "an outcome of it"],
        ["milestone", "a milestone of it"],
        ["deliverable", "a deliverable of it"],
        ["funding_line", "a part of its money"],
        ["funding_profile", "the profile of its money"],
        ["standard", "a standard of it"],
        ["standard_assessment", "an assessment of a standard of it"],
        ["context_factor", "a circumstance of it"],
        ["involvement", "an involvement in it"],
        ["mission_relation", "what it is to another mission"],
      ]
        .map(
          ([name, what]) => `select id, mission_id, commitment_id, parent_id, '${what}' as what
            from commitments.${name}`,
        )
        .join(" union all ")}
      union all
      select a.outcome_id, o.mission_id, a.commitment_id, null, 'an outcome that it works for'
        from commitments.alignment a join commitments.outcome o on o.id = a.outcome_id`,
  ),
  "2026-11-28.43 commitments: a commitment takes the place of another": migration(
    `alter table commitments.commitment drop constraint commitment_status_check,
      add constraint commitment_status_check check (status in ('made', 'in-delivery', 'delivered',
        'partly-delivered', 'not-delivered', 'superseded', 'withdrawn')),
      add column successor_id uuid references commitments.commitment deferrable,
      add check ((status = 'superseded') = (successor_id is not null))`,
    `create index on commitments.commitment (successor_id, position, id)`,
  ),
  "2026-11-28.44 commitments: figures of parts of the whole": migration(
    `alter table commitments.indicator add column expected jsonb not null default '{"parts": []}'`,
    `alter table commitments.observation add column dimensions jsonb not null default '{}',
      drop constraint observation_vintage_key,
      add constraint observation_vintage_key unique (indicator_id, first_day, last_day, dimensions, vintage)`,
    `drop index commitments.one_current_vintage`,
    `create unique index one_current_vintage
      on commitments.observation (indicator_id, first_day, last_day, dimensions) where current`,
    `create function commitments.parts_of(expected jsonb) returns jsonb language sql immutable
      return (select jsonb_agg(jsonb_build_object('dimension', each.it ->> 'dimension', 'category', part.it)
          order by each.place, part.place)
        from jsonb_array_elements(expected -> 'parts') with ordinality each(it, place),
          jsonb_array_elements_text(each.it -> 'categories') with ordinality part(it, place))`,
    `create function commitments.dimensions_of(dimensions jsonb) returns jsonb language sql immutable
      return (select jsonb_agg(jsonb_build_object('dimension', key, 'category', value) order by key)
        from jsonb_each_text(dimensions))`,
    // A target is of the whole: so is the figure by which it is judged.
    `create or replace view commitments.progress as
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
          where indicator_id = t.indicator_id and current and dimensions = '{}'
          order by last_day desc, first_day desc, id desc limit 1) o on true`,
  ),
  "2026-11-29.20 commitments: series that end, and those that go on in their place": migration(
    `alter table commitments.indicator add column ended_on text,
      add column successor_id uuid references commitments.indicator deferrable`,
    `create index on commitments.indicator (successor_id, position, id)`,
  ),
  "2026-11-30.92 commitments: what a target is judged by": migration(
    `create function commitments.judged(target uuid) returns jsonb language sql stable as $$
      select to_jsonb(p) from commitments.progress p where p.id = target $$`,
  ),
  "2026-11-30.93 commitments: whether the budget of an envelope was declared complete": migration(
    `create function commitments.is_complete(envelope uuid) returns boolean language sql stable as $$
      select exists (select from commitments.funding_profile p
        where p.parent_id = envelope and p.status = 'standing') $$`,
  ),
};
