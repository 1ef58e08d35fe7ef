import { migration } from "@remit/database";

/** The steps by which somebody's name can be taken out of a record; one that has landed never changes. */
export const erasing = {
  "2026-11-30.56 groups: who was erased, and how names are taken out": migration(
    `alter table groups.person add column erased jsonb`,

    // A pattern of one name: between its parts stands a blank of any sort, or what joins words in an address; in JSON a
    // line break is written as two characters, and a quote has a backslash before it.
    `create function groups.name_pattern(name text) returns text language sql immutable
      return regexp_replace(regexp_replace(regexp_replace(regexp_replace(
          regexp_replace(name, '^[[:space:]\u00a0._-]+|[[:space:]\u00a0._-]+$', '', 'g'),
          '([^[:alnum:][:space:]\u00a0._"''’‘-])', '\\\\\\1', 'g'),
          '"', '\\\\\\\\?"', 'g'),
          '[''’‘]', '[''’‘]', 'g'),
          '[[:space:]\u00a0._-]+', '(?:[[:space:]\u00a0._-]|\\\\\\\\[nrt])+', 'g')`,
    `create function groups.any_name(names text[]) returns text language sql immutable
      return (select '(?:' || string_agg(pattern, '|' order by length(pattern) desc, pattern) || ')'
        from (select distinct groups.name_pattern(name) as pattern from unnest(names) name) each
        where pattern <> '')`,

    // Each character of a name becomes a block, so that spans and quotes of a document stay right. Offsets count as in
    // JavaScript, where a letter beyond the first 65,536 is two; what JSON writes with a backslash is one.
    `create function groups.masked(name text) returns text language sql immutable
      return repeat('█', length(regexp_replace(
        regexp_replace(name, '\\\\[nrt"]', 'x', 'g'), '[\\U00010000-\\U0010FFFF]', 'xx', 'g')))`,
    `create function groups.without_pattern(words text, pattern text, flags text) returns text
      language plpgsql immutable as $$
      declare
        whole text := '(?:(?<![[:alnum:]])|(?<=\\\\[nrt]))' || pattern || '(?![[:alnum:]])';
        name text;
        first int;
        start int := 1;
      begin
        if words is null or pattern is null or words !~* pattern then return words; end if;
        loop
          first := regexp_instr(words, whole, start, 1, 0, flags);
          exit when first = 0;
          name := substr(words, first, regexp_instr(words, whole, start, 1, 1, flags) - first);
          words := overlay(words placing groups.masked(name) from first for length(name));
          start := first + length(groups.masked(name));
        end loop;
        return words;
      end $$`,

    // What is to be taken out: names of several words and other texts wherever they stand, parts of names where the person
    // was, and hashes of what changes by it. A gateway that has other packages knows of more.
    `create function groups.erasing(persons uuid[], names text[], parts text[], texts text[]) returns jsonb
      language sql stable as $$
        select jsonb_build_object('parts', '{}'::jsonb, 'hashes', '{}'::jsonb, 'names',
          groups.any_name(array(select name from unnest(names) name where name ~ '[^[:alnum:]]') || texts))
      $$`,
    // Within which meetings a row or an entry belongs, of those that have parts of names.
    `create function groups.erased_within(subject text, line jsonb, erasing jsonb) returns text[]
      language sql stable as $$
        select array(select held from jsonb_object_keys(erasing -> 'parts') held where strpos(line::text, held) > 0)
      $$`,
    `create function groups.erased(words text, erasing jsonb, meetings text[]) returns text
      language plpgsql immutable as $$
      declare
        held text;
        changed record;
      begin
        words := groups.without_pattern(words, erasing ->> 'names', 'i');
        foreach held in array meetings loop
          words := groups.without_pattern(words, erasing -> 'parts' ->> held, 'c');
        end loop;
        if words ~ '[0-9a-f]{64}' then
          for changed in select * from jsonb_each_text(erasing -> 'hashes') loop
            words := replace(words, changed.key, changed.value);
          end loop;
        end if;
        return words;
      end $$`,
    // Finds whatever may hold something of it.
    `create function groups.erasing_pattern(erasing jsonb) returns text language sql immutable
      return (select '(?:' || string_agg(pattern, '|') || ')' from (
        select erasing ->> 'names' as pattern
        union all select distinct value from jsonb_each_text(erasing -> 'parts')
        union all select jsonb_object_keys(erasing -> 'hashes')) each)`,

    // Takes it out of every text of a package's rows, whichever package keeps them.
    `create function groups.erase_in(schemas text[], erasing jsonb, persons uuid[]) returns void
      language plpgsql as $$
      declare
        target record;
        pattern text := groups.erasing_pattern(erasing);
      begin
        if pattern is null then return; end if;
        perform set_config('remit.erasing', 'on', true);
        for target in
          select n.nspname || '.' || quote_ident(c.relname) as name,
            string_agg(format(case t.typname
                when 'jsonb' then '%1$I = groups.erased(line.%1$I::text, $1, within.meetings)::jsonb'
                when '_text' then '%1$I = array(select groups.erased(each, $1, within.meetings)
                  from unnest(line.%1$I) with ordinality named (each, place) order by place)'
                else '%1$I = groups.erased(line.%1$I, $1, within.meetings)' end, a.attname), ', ') as told
          from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_type t on t.oid = a.atttypid
          where n.nspname = any(schemas) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '' and t.typname in ('text', 'jsonb', '_text') and a.attname <> 'for_public'
            and exists (select from pg_catalog.pg_attribute k
              where k.attrelid = c.oid and k.attname = 'id' and k.atttypid = 'uuid'::regtype)
          group by 1 order by 1
        loop
          execute format('update %1$s line set %2$s from (
              select id as key, groups.erased_within(%1$L, to_jsonb(found), $1) as meetings from %1$s found
              where id <> all($2) and (to_jsonb(found) - ''for_public'')::text ~* $3) within
            where line.id = within.key', target.name, target.told) using erasing, persons, pattern;
        end loop;
        -- Found by what they were called: found anew by what they are.
        delete from groups.person_key where person_id = any(persons);
        update groups.person set found_by = null where id = any(persons);
        delete from groups.organisation_key k using groups.organisation o
          where o.id = k.organisation_id and o.found_by::text ~ '█';
        update groups.organisation set found_by = '{}' where found_by::text ~ '█';
        perform set_config('remit.erasing', '', true);
      end $$`,
    `create function groups.erase(erasing jsonb, persons uuid[]) returns void language sql
      as $$ select groups.erase_in('{groups}', erasing, persons) $$`,

    // Entries of the journal out of which something has to go, as they are to be.
    `create function groups.erased_entries(erasing jsonb, persons uuid[])
      returns table (type text, id uuid, version int, actor jsonb, before jsonb, after jsonb)
      language plpgsql stable as $$
      declare pattern text := groups.erasing_pattern(erasing);
      begin
        return query
          with line as (
            select j.*, groups.erased_within(j.subject_type,
              jsonb_build_object('id', j.subject_id, 'before', j.before, 'after', j.after), erasing) as meetings
            from database.journal j
            where (j.actor::text || coalesce(j.before::text, '') || j.after::text) ~* pattern
              or j.actor ->> 'person' = any(persons::text[])
              or j.subject_type = 'Person' and j.subject_id = any(persons)),
          left_so as (
            select line.*, line.actor ->> 'person' = any(persons::text[]) as is_own,
              line.subject_type = 'Person' and line.subject_id = any(persons) as is_theirs from line)
          select l.subject_type, l.subject_id, l.version,
            case when l.is_own then jsonb_build_object('name', '[name erased]', 'person', l.actor -> 'person')
              else groups.erased(l.actor::text, erasing, l.meetings)::jsonb - 'salt' end,
            case when l.is_theirs then groups.nameless(l.before)
              else groups.erased(l.before::text, erasing, l.meetings)::jsonb end,
            case when l.is_theirs then groups.nameless(l.after)
              else groups.erased(l.after::text, erasing, l.meetings)::jsonb end
          from left_so l
          where l.is_own or l.is_theirs or groups.erased(l.actor::text, erasing, l.meetings) <> l.actor::text
            or groups.erased(l.before::text, erasing, l.meetings) <> l.before::text
            or groups.erased(l.after::text, erasing, l.meetings) <> l.after::text
          order by l.subject_type, l.subject_id, l.version;
      end $$`,
    // A record of a person without what they are called; what was taken out stays so.
    `create function groups.nameless(record jsonb) returns jsonb language sql immutable
      return case when record is null or record = '{}' then record else record || jsonb_build_object(
          'name', '[name erased]', 'slug', 'erased-' || (record ->> 'id'), 'givenName', null, 'familyName', null,
          'honorificPrefix', null, 'honorificSuffix', null, 'otherNames', '[]'::jsonb)
        || case when jsonb_typeof(record -> 'merged') = 'object' then jsonb_build_object('merged',
          record -> 'merged' || jsonb_build_object('names', '[]'::jsonb, 'reason', null)) else '{}' end end`,

    // Whom the record has to go on naming, and why.
    `create function groups.ties(persons uuid[], today date) returns table (why text, subject text)
      language sql stable as $$
        select 'member', 'Membership:' || m.id from groups.member m where m.person_id = any(persons)
          and coalesce(m.last_day, 'infinity') >= today and coalesce(m.shown_until, 'infinity') > today
        union select 'chair', 'Membership:' || m.id from groups.member m
          where m.person_id = any(persons) and m.role in ('chair', 'co-chair')
        union select 'office', 'PostHolding:' || h.id from groups.post_holding h where h.person_id = any(persons)
        union select 'alternate', 'Seat:' || s.id from groups.seat s
          where s.alternate_id = any(persons) and coalesce(s.last_day, 'infinity') >= today
        union select 'deputy', 'DeputyNomination:' || d.id from groups.deputy_nomination d
          where d.person_id = any(persons) and d.status in ('nominated', 'accepted')
            and coalesce(d.last_day, 'infinity') >= today
      $$`,
    // A gateway that has other packages knows of more.
    `create function groups.kept_ties(persons uuid[], today date) returns table (why text, subject text)
      language sql stable as $$ select * from groups.ties(persons, today) $$`,
  ),
  "2026-11-30.58 groups: which groups name a person in their minutes": migration(
    // A gateway that has minutes knows.
    `create function groups.listed_by(person uuid) returns uuid[] language sql stable
      as $$ select '{}'::uuid[] $$`,
  ),
};
