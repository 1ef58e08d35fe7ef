import { migration } from "@remit/database";

/** Takes somebody's names out of what every package keeps: texts, documents, what was circulated, tokens and answers. */
export const erasing = migration(
  // One way to look for a name, whether it is withheld or taken out.
  `create or replace function gateway.name_pattern(name text) returns text language sql immutable
    return groups.name_pattern(name)`,

  // JSON as it is hashed: keys in their order, no blanks.
  `create function gateway.canonical(value jsonb) returns text language plpgsql immutable as $$
    begin
      return case jsonb_typeof(value)
        when 'object' then '{' || coalesce((select string_agg(
            to_json(key)::text || ':' || gateway.canonical(member), ',' order by key collate "C")
          from jsonb_each(value) as each (key, member)), '') || '}'
        when 'array' then '[' || coalesce((select string_agg(gateway.canonical(element), ',' order by place)
          from jsonb_array_elements(value) with ordinality as each (element, place)), '') || ']'
        else value::text end;
    end $$`,

  // Where a row or an entry belongs: the meeting that it names, or that of what it belongs to; a document belongs to
  // each meeting whose minutes it is.
  `create or replace function groups.erased_within(subject text, line jsonb, erasing jsonb) returns text[]
    language sql stable as $$
      select array(select held from jsonb_object_keys(erasing -> 'parts') held where strpos(line::text, held) > 0
        union select gateway.meeting_of(subject, line)::text
        union select m.id::text from meetings.meeting m
          where subject = 'documents.document' and m.document_id = (line ->> 'id')::uuid)
    $$`,

  // What the person is called in the record, beside what their own says: in lists, as a speaker, as an owner, and as the
  // label of whoever has their id, now or in the journal. One word alone is theirs where they were, unless somebody else
  // who was there has it too.
  `create or replace function groups.erasing(persons uuid[], names text[], parts text[], texts text[])
    returns jsonb language plpgsql stable as $$
    declare
      role_words text := '^(the|an?|(co-?)?chair|convener|minister|secretariat|officials?|members?)\\M';
      erasing jsonb;
    begin
      with mention as materialized (
        select * from gateway.mention where person_id = any(persons)),
      label as (
        select distinct jsonb_path_query(jsonb_build_array(j.before, j.after),
            'strict $.** ? (@.id == $id).label', jsonb_build_object('id', person), true) #>> '{}' as name
          from unnest(persons) person join database.journal j
            on strpos(coalesce(j.before::text, '') || j.after::text, person::text) > 0
        union select actor ->> 'name' from database.journal where actor ->> 'person' = any(persons::text[])),
      called as materialized (
        select name from (select unnest(names) as name union select name from mention union select name from label) each
        where name ~ '[[:alnum:]][^[:alnum:]]+[[:alnum:]]' and name !~* role_words and name not like '%█%'),
      word as (
        select distinct m.meeting_id, said.word from mention m cross join lateral (
          select unnest(parts) union select m.word union select m.name
          union select unnest(array[split_part(name, ' ', 1), regexp_replace(name, '^.* ', '')]) from called) said (word)
        where m.meeting_id is not null and said.word ~ '^[[:upper:]][[:alpha:]]'
          and (said.word in (select unnest(parts)) or said.word !~ '[[:space:]]') and said.word !~* role_words
          and said.word !~* '^(dr|prof|professor|sir|dame|mr|mrs|ms|miss|mx|rev|lord|lady|cllr|councillor)\\M'),
      own as (
        select * from word where not exists (select from gateway.mention other
          where other.meeting_id = word.meeting_id and other.person_id <> all(persons)
            and strpos(' ' || other.name || ' ', ' ' || word.word || ' ') > 0))
      select jsonb_build_object('names', groups.any_name(array(select name from called) || texts), 'hashes', '{}'::jsonb,
          'parts', coalesce((select jsonb_object_agg(meeting_id, pattern) from (
            select meeting_id, groups.any_name(array_agg(word)) as pattern from own group by 1) held), '{}'))
        into erasing;
      -- What was circulated, and a log that was taken, are known by the hash of what they say.
      return erasing || jsonb_build_object('hashes', coalesce((select jsonb_object_agg(was, becomes) from (
        select t.content_hash as was, encode(sha256(convert_to(groups.erased(t.content, erasing,
            groups.erased_within('meetings.minutes_text', to_jsonb(t), erasing)), 'UTF8')), 'hex') as becomes
          from meetings.minutes_text t
        union select l.record ->> 'contentHash', encode(sha256(convert_to(gateway.canonical(groups.erased(
            (l.record - '{contentHash,agreed,recordVersion}'::text[])::text, erasing,
            groups.erased_within('actions.log_snapshot', to_jsonb(l), erasing))::jsonb), 'UTF8')), 'hex')
          from actions.log_snapshot l where groups.erased(l.record::text, erasing,
            groups.erased_within('actions.log_snapshot', to_jsonb(l), erasing)) <> l.record::text) hashed
        where was <> becomes), '{}'));
    end $$`,

  `create or replace function groups.erase(erasing jsonb, persons uuid[]) returns void language plpgsql as $$
    begin
      -- A token is of whoever holds it, and answers are kept for those who ask again.
      update gateway.token set name = 'erased-' || id, revoked_at = coalesce(revoked_at, now())
        where person_id = any(persons);
      delete from database.answer where answer::text ~* groups.erasing_pattern(erasing);
      perform groups.erase_in('{groups,meetings,actions,commitments,documents,gateway}', erasing, persons);
      delete from gateway.hidden_name where person_id = any(persons);
      delete from gateway.hidden_part where person_id = any(persons);
    end $$`,
  `create or replace function meetings.keep_text() returns trigger language plpgsql as $$
    begin
      if current_setting('remit.erasing', true) = 'on' then return new; end if;
      raise exception 'This violates what was circulated, which is never written again.'
        using errcode = 'restrict_violation';
    end $$`,

  // Whoever owns what is still to be done has to be found.
  `create or replace function groups.kept_ties(persons uuid[], today date) returns table (why text, subject text)
    language sql stable as $$
      select * from groups.ties(persons, today)
      union select 'action', 'Action:' || a.id from actions.owner o join actions.action a on a.id = o.action_id
        where o.kind = 'person' and o.agent_id = any(persons)
          and a.status in ('draft', 'open', 'in-progress', 'blocked', 'done')
    $$`,
);
