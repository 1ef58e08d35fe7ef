import { migration } from "@remit/database";

/*
 * INV-G12: the names of whoever is shown by role alone are kept, and no longer gathered from the whole record for every
 * row that is written and every page of history that is read. Triggers keep them the same as what the mentions say.
 */
export const hiddenNames = migration(
  `create table gateway.hidden_name (
    person_id uuid not null references groups.person on delete cascade,
    pattern text not null,
    primary key (person_id, pattern)
  )`,
  // Words that mean somebody only in a meeting where they were.
  `create table gateway.hidden_part (
    meeting_id uuid not null references meetings.meeting on delete cascade,
    person_id uuid not null references groups.person on delete cascade,
    pattern text not null,
    primary key (meeting_id, person_id, pattern)
  )`,
  `create index on gateway.hidden_part (person_id)`,

  // A pattern of one name, as gateway.names_pattern makes it of several.
  `create function gateway.name_pattern(name text) returns text language sql immutable
    return regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        regexp_replace(name, '^[[:space:]\u00a0._-]+|[[:space:]\u00a0._-]+$', '', 'g'),
        '([^[:alnum:][:space:]\u00a0._"''’‘-])', '\\\\\\1', 'g'),
        '"', '\\\\\\\\?"', 'g'),
        '[''’‘]', '[''’‘]', 'g'),
        '[[:space:]\u00a0._-]+', '(?:[[:space:]\u00a0._-]|\\\\\\\\[nrt])+', 'g')`,

  // Writes what these persons are called now, and says whether a name is among it that was not theirs before. Those who
  // are shown by name are called nothing.
  `create function gateway.know_names(persons uuid[]) returns boolean language plpgsql as $$
    declare grown boolean;
    begin
      with hidden as materialized (
        select * from groups.person where id = any(persons) and public_profile = 'role-only'),
      mention as materialized (
        select m.* from gateway.mention m join hidden h on h.id = m.person_id),
      known as materialized (
        select id, gateway.name_pattern(name) as pattern from (
          select id, unnest(other_names || array[name, given_name || ' ' || family_name,
            honorific_prefix || ' ' || family_name,
            case when slug like '%-%' then regexp_replace(slug, '-[0-9]+$', '') end]) as name from hidden
          union select person_id, name from mention) called),
      part as materialized (
        select meeting_id, person_id, gateway.name_pattern(word) as pattern from (
          select m.meeting_id, m.person_id, unnest(array[h.given_name, split_part(h.given_name, ' ', 1),
              h.family_name, upper(h.family_name)]) as word
            from mention m join hidden h on h.id = m.person_id
          union select meeting_id, person_id, word from mention
            where word !~* '^(the|an?|(co-?)?chair|convener|minister|secretariat)\\M') said
        where meeting_id is not null),
      past_name as (delete from gateway.hidden_name h where h.person_id = any(persons)
        and (h.person_id, h.pattern) not in (select id, pattern from known where pattern is not null)),
      past_part as (delete from gateway.hidden_part h where h.person_id = any(persons)
        and (h.meeting_id, h.person_id, h.pattern) not in (
          select meeting_id, person_id, pattern from part where pattern is not null)),
      new_part as (insert into gateway.hidden_part
        select distinct meeting_id, person_id, pattern from part where pattern <> ''
        on conflict do nothing),
      new_name as (insert into gateway.hidden_name
        select distinct id, pattern from known where pattern <> '' on conflict do nothing returning 1)
      select exists (select from new_name) into grown;
      return grown;
    end $$`,

  `create function gateway.any_pattern(patterns text[]) returns text language sql immutable
    return (select '(?:' || string_agg(pattern, '|' order by length(pattern) desc, pattern) || ')'
      from (select distinct unnest(patterns) as pattern) each)`,
  // Names that are withheld everywhere; null where there are none.
  `create function gateway.names_everywhere() returns text language sql stable begin atomic
    select gateway.any_pattern(array_agg(pattern)) from gateway.hidden_name;
  end`,
  // Words that are withheld in what belongs to a meeting; null where there are none.
  `create function gateway.names_within(meeting uuid) returns text language sql stable begin atomic
    select gateway.any_pattern(array_agg(pattern)) from gateway.hidden_part where meeting_id = $1;
  end`,
  `create or replace function gateway.hidden_names(meetings uuid[]) returns jsonb language plpgsql stable as $$
    declare parts jsonb;
    begin
      if not exists (select from groups.person where public_profile = 'role-only') then return null; end if;
      if meetings is null then
        select jsonb_object_agg(meeting_id, gateway.names_within(meeting_id)) into parts
          from (select distinct meeting_id from gateway.hidden_part) held;
      else
        select jsonb_object_agg(meeting_id, gateway.names_within(meeting_id)) into parts
          from (select distinct unnest(meetings) as meeting_id) held where meeting_id is not null;
      end if;
      return jsonb_build_object('names', gateway.names_everywhere(), 'parts', parts);
    end $$`,

  `create or replace view database.history as
    select j.*,
      case when (select gateway.names_everywhere()) is not null
        then gateway.without_pattern(
          gateway.without_pattern(after::text, (select gateway.names_everywhere()), 'gi'),
          gateway.names_within((after -> 'raisedAt' -> 'meeting' ->> 'id')::uuid), 'g') end as after_for_public,
      case when (select gateway.names_everywhere()) is null then null
        when exists (select from groups.person
          where public_profile = 'role-only' and id = (actor ->> 'person')::uuid) then '[name withheld]'
        else gateway.without_pattern(actor ->> 'name', (select gateway.names_everywhere()), 'gi') end as by_for_public
    from database.journal j`,

  `create or replace function gateway.person_added() returns trigger language plpgsql as $$
    declare hidden uuid[] := array(select id from added where public_profile = 'role-only');
    begin
      if hidden = '{}' then return null; end if;
      perform gateway.know_names(hidden);
      perform gateway.fill_again_for_public(null);
      return null;
    end $$`,
  `create or replace function gateway.person_changed() returns trigger language plpgsql as $$
    begin
      if exists (select from old_rows o join new_rows n using (id)
          where 'role-only' in (o.public_profile, n.public_profile)
            and to_jsonb(o) - '{version,known_to,found_by}'::text[] <> to_jsonb(n) - '{version,known_to,found_by}'::text[])
      then
        perform gateway.know_names(array(select id from new_rows));
        perform gateway.fill_again_for_public(null);
        perform gateway.tell_keepers(array(select id from new_rows));
      end if;
      return null;
    end $$`,
  // Whom a row mentions that is shown by role alone.
  `create function gateway.mentioned(line jsonb) returns uuid[] language sql stable
    return array(select id from groups.person where public_profile = 'role-only'
      and id in ((line ->> 'person_id')::uuid, (line ->> 'principal_id')::uuid, (line ->> 'agent_id')::uuid))`,
  `create or replace function gateway.mention_added() returns trigger language plpgsql as $$
    declare
      subject text := tg_table_schema || '.' || tg_table_name;
      persons uuid[];
      found uuid[];
    begin
      if not exists (select from groups.person where public_profile = 'role-only') then return null; end if;
      select array_agg(distinct person), array_agg(distinct gateway.meeting_of(subject, line))
        from (select to_jsonb(a) as line from added a) a, unnest(gateway.mentioned(line)) person
        into persons, found;
      if persons is null then return null; end if;
      -- A name that was not theirs until now is withheld wherever it stands, and not only where it was added.
      if gateway.know_names(persons) then found := null; end if;
      perform gateway.fill_again_for_public(found);
      perform gateway.tell_keepers(persons);
      return null;
    end $$`,

  // Mentions that are taken out, or that come to mean somebody else, or something in another meeting.
  `create function gateway.mention_gone() returns trigger language plpgsql as $$
    declare persons uuid[];
    begin
      if not exists (select from groups.person where public_profile = 'role-only') then return null; end if;
      persons := array(select distinct unnest(gateway.mentioned(to_jsonb(g))) from gone g);
      if persons <> '{}' then perform gateway.know_names(persons); end if;
      return null;
    end $$`,
  `create function gateway.mention_changed() returns trigger language plpgsql as $$
    declare persons uuid[];
    begin
      if not exists (select from groups.person where public_profile = 'role-only') then return null; end if;
      persons := array(select distinct unnest(gateway.mentioned(to_jsonb(o)) || gateway.mentioned(to_jsonb(n)))
        from gone o join added n using (id) where to_jsonb(o) - 'for_public' <> to_jsonb(n) - 'for_public');
      if persons <> '{}' then perform gateway.know_names(persons); end if;
      return null;
    end $$`,
  `create trigger for_public_mention_gone after delete on meetings.attendance
    referencing old table as gone for each statement execute function gateway.mention_gone()`,
  `create trigger for_public_mention_gone after delete on meetings.meeting_role
    referencing old table as gone for each statement execute function gateway.mention_gone()`,
  `create trigger for_public_mention_gone after delete on meetings.speaker
    referencing old table as gone for each statement execute function gateway.mention_gone()`,
  `create trigger for_public_mention_gone after delete on actions.owner
    referencing old table as gone for each statement execute function gateway.mention_gone()`,
  `create trigger for_public_mention_changed after update on meetings.attendance
    referencing old table as gone new table as added for each statement execute function gateway.mention_changed()`,
  `create trigger for_public_mention_changed after update on meetings.meeting_role
    referencing old table as gone new table as added for each statement execute function gateway.mention_changed()`,
  `create trigger for_public_mention_changed after update on meetings.speaker
    referencing old table as gone new table as added for each statement execute function gateway.mention_changed()`,
  `create trigger for_public_mention_changed after update on actions.owner
    referencing old table as gone new table as added for each statement execute function gateway.mention_changed()`,
  `create function gateway.mention_moved() returns trigger language plpgsql as $$
    begin
      perform gateway.know_names(array(select p.id from gateway.mention m
        join groups.person p on p.id = m.person_id and p.public_profile = 'role-only'
        where m.meeting_id = new.meeting_id));
      return null;
    end $$`,
  `create trigger for_public_mention_moved after update of meeting_id on meetings.contribution
    for each row when (old.meeting_id is distinct from new.meeting_id)
    execute function gateway.mention_moved()`,
  `create trigger for_public_mention_moved after update of meeting_id on actions.action
    for each row when (old.meeting_id is distinct from new.meeting_id)
    execute function gateway.mention_moved()`,

  `select gateway.know_names(array(select id from groups.person where public_profile = 'role-only'))`,
);
