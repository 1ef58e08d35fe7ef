import { migration } from "@remit/database";

/*
 * Names are withheld in every text that the graph shows: a table's trigger lists its texts, and nothing else does. A
 * test holds that those are the texts that the graph declares.
 */
export const withheldTexts = migration(
  `alter table gateway.action_commitment add column for_public jsonb`,

  // Everything that withheld before is replaced.
  `drop view database.history`,
  `drop trigger for_public on groups.membership`,
  `drop trigger for_public on meetings.meeting_role`,
  `drop trigger for_public on meetings.next_meeting`,
  `drop trigger for_public on meetings.attendance`,
  `drop trigger for_public on meetings.attendance_note`,
  `drop trigger for_public on meetings.item`,
  `drop trigger for_public on meetings.contribution`,
  `drop trigger for_public on meetings.speaker`,
  `drop trigger for_public on meetings.paper`,
  `drop trigger for_public on meetings.decision`,
  `drop trigger for_public on actions.action`,
  `drop trigger for_public on actions.owner`,
  `drop trigger for_public on actions.log_snapshot`,
  `drop function gateway.for_public(text, uuid)`,
  `drop function gateway.for_public(jsonb, text[])`,
  `drop function gateway.withheld_names(uuid)`,

  // One pattern for many names, the longest first. Between the parts of a name stands a blank of any sort, or what joins
  // words in an address; in JSON a line break is written as two characters, and a quote has a backslash before it.
  `create function gateway.names_pattern(names text[]) returns text language sql immutable
    return (select '(?:' || string_agg(pattern, '|' order by length(pattern) desc, pattern) || ')'
      from (select distinct regexp_replace(regexp_replace(regexp_replace(regexp_replace(
          regexp_replace(name, '^[[:space:]\u00a0._-]+|[[:space:]\u00a0._-]+$', '', 'g'),
          '([^[:alnum:][:space:]\u00a0._"''’‘-])', '\\\\\\1', 'g'),
          '"', '\\\\\\\\?"', 'g'),
          '[''’‘]', '[''’‘]', 'g'),
          '[[:space:]\u00a0._-]+', '(?:[[:space:]\u00a0._-]|\\\\\\\\[nrt])+', 'g') as pattern
        from unnest(names) name) patterns
      where pattern <> '')`,

  // Who is shown by role alone, as patterns: a full name is theirs everywhere. One part of it, such as a surname, is
  // theirs in the meetings where they were, and only as written with a capital: elsewhere it is somebody else's, or a
  // word. Asked once for a statement; null where there is nobody.
  `create function gateway.hidden_names(meetings uuid[]) returns jsonb language sql stable begin atomic
    with hidden as (select * from groups.person where public_profile = 'role-only'),
    mention as (select m.* from gateway.mention m join hidden h on h.id = m.person_id),
    part as (
      select m.meeting_id, unnest(array[h.given_name, split_part(h.given_name, ' ', 1), h.family_name,
          upper(h.family_name)]) as name
        from mention m join hidden h on h.id = m.person_id where $1 is null or m.meeting_id = any($1)
      union all select meeting_id, word from mention where ($1 is null or meeting_id = any($1))
        and word !~* '^(the|an?|(co-?)?chair|convener|minister|secretariat)\\M')
    select jsonb_build_object(
      'names', gateway.names_pattern(array(
        select unnest(other_names || array[name, given_name || ' ' || family_name,
          honorific_prefix || ' ' || family_name,
          case when slug like '%-%' then regexp_replace(slug, '-[0-9]+$', '') end]) from hidden
        union select name from mention)),
      'parts', (select jsonb_object_agg(meeting_id, pattern) from (
        select meeting_id, gateway.names_pattern(array_agg(name)) as pattern from part
          where name <> '' group by meeting_id) parts))
    where exists (select from hidden);
  end`,

  // Where a name begins and ends is looked at only in a text that holds it at all: to look everywhere costs far more.
  `create function gateway.without_pattern(words text, pattern text, flags text) returns text
    language sql immutable
    return case when words ~* pattern then regexp_replace(words,
        '(?:(?<![[:alnum:]])|(?<=\\\\[nrt]))' || pattern || '(?![[:alnum:]])', '[name withheld]', flags)
      else words end`,
  `create function gateway.without_names(words text, hidden jsonb, meeting uuid) returns text
    language sql immutable
    return gateway.without_pattern(gateway.without_pattern(words, hidden ->> 'names', 'gi'),
      hidden -> 'parts' ->> meeting::text, 'g')`,

  // What the public reads of a row of a table in place of some of its texts, with the group whose keepers read the texts
  // themselves. What is a name from end to end goes whole, however it is spelt, where it is known whose it is.
  `create function gateway.meeting_of(subject text, line jsonb) returns uuid language plpgsql stable as $$
    begin
      if subject = 'meetings.meeting' then return (line ->> 'id')::uuid; end if;
      if line ? 'meeting_id' then return (line ->> 'meeting_id')::uuid; end if;
      if line ? 'contribution_id' then
        return (select c.meeting_id from meetings.contribution c where c.id = (line ->> 'contribution_id')::uuid);
      end if;
      if line ? 'action_id' then
        return (select a.meeting_id from actions.action a where a.id = (line ->> 'action_id')::uuid);
      end if;
      return null;
    end $$`,
  `create function gateway.group_of(subject text, line jsonb, held uuid) returns uuid language plpgsql stable as $$
    begin
      if subject in ('groups.group', 'groups."group"') then return (line ->> 'id')::uuid; end if;
      if line ? 'group_id' then return (line ->> 'group_id')::uuid; end if;
      if line ? 'action_id' then
        return (select a.group_id from actions.action a where a.id = (line ->> 'action_id')::uuid);
      end if;
      return (select m.group_id from meetings.meeting m where m.id = held);
    end $$`,
  `create function gateway.for_public(subject text, line jsonb, hidden jsonb, names text[]) returns jsonb
    language plpgsql stable as $$
    declare
      held uuid;
      column_name text;
      said text;
      shown text;
      owner text;
      result jsonb := '{}';
    begin
      if hidden is null then return null; end if;
      held := gateway.meeting_of(subject, line);
      foreach column_name in array names loop
        said := case when jsonb_typeof(line -> column_name) = 'array'
          then array(select jsonb_array_elements_text(line -> column_name))::text
          else line ->> column_name end;
        continue when said is null;
        owner := line ->> case column_name when 'name' then 'person_id' when 'mention' then 'person_id'
          when 'label' then 'agent_id' when 'deputising_for' then 'principal_id' end;
        if owner is not null and exists (
          select from groups.person where id = owner::uuid and public_profile = 'role-only')
        then
          shown := '[name withheld]';
        else
          shown := gateway.without_names(said, hidden, held);
        end if;
        if shown <> said then result := result || jsonb_build_object(column_name, shown); end if;
      end loop;
      if result = '{}' then return null; end if;
      return result || jsonb_build_object('group_id', gateway.group_of(subject, line, held));
    end $$`,

  `create or replace function gateway.fill_for_public() returns trigger language plpgsql as $$
    declare
      line jsonb;
      subject text := tg_table_schema || '.' || tg_table_name;
    begin
      new.for_public := null;
      if exists (select from groups.person where public_profile = 'role-only') then
        line := to_jsonb(new);
        new.for_public := gateway.for_public(subject, line,
          gateway.hidden_names(array[gateway.meeting_of(subject, line)]), tg_argv[:]);
      end if;
      return new;
    end $$`,
  ...Object.entries({
    "groups.organisation": `'slug', 'name', 'other_names'`,
    "groups.group": `'slug', 'name', 'kind'`,
    "groups.membership": `'position'`,
    "meetings.meeting": `'slug', 'title', 'location'`,
    "meetings.meeting_role": `'name'`,
    "meetings.next_meeting": `'text', 'location'`,
    "meetings.attendance_section": `'heading'`,
    "meetings.attendance": `'name', 'position', 'deputising_for', 'note'`,
    "meetings.attendance_note": `'text'`,
    "meetings.item": `'number', 'heading'`,
    "meetings.contribution": `'lead', 'text'`,
    "meetings.speaker": `'mention', 'name'`,
    "meetings.paper": `'number', 'title'`,
    "meetings.decision": `'text'`,
    "actions.action": `'text', 'due_text', 'record'`,
    "actions.owner": `'label'`,
    "actions.log_snapshot": `'record'`,
    "commitments.mission": `'slug', 'title', 'statement', 'period_label', 'source_title', 'source_publisher', 'source_url'`,
    "commitments.party": `'label'`,
    "commitments.funding_envelope": `'statement', 'period_label', 'source_title', 'source_publisher', 'source_url'`,
    "commitments.commitment": `'code', 'statement', 'period_label', 'source_title', 'source_publisher', 'source_url'`,
    "commitments.indicator": `'code', 'title', 'definition', 'publisher', 'note'`,
    "commitments.target": `'statement', 'by_label', 'spec_text', 'baseline_text', 'source_title', 'source_publisher', 'source_url'`,
    "commitments.observation": `'note', 'period_label', 'source_title', 'source_publisher', 'source_url'`,
    "commitments.mission_link": `'title', 'url', 'statement'`,
    "documents.document": `'name', 'title', 'official_record'`,
    "gateway.action_commitment": `'reason'`,
  }).map(
    ([table, columns]) => `create trigger for_public before insert or update on ${table}
      for each row execute function gateway.fill_for_public(${columns})`,
  ),

  // The journal is never written again: what the public reads of it is found when it is read, the names once for all.
  `create view database.history as
    select j.*,
      case when (select gateway.hidden_names(null)) is not null
        then gateway.without_names(after::text, (select gateway.hidden_names(null)),
          (after -> 'raisedAt' -> 'meeting' ->> 'id')::uuid) end as after_for_public,
      case when (select gateway.hidden_names(null)) is null then null
        when exists (select from groups.person
          where public_profile = 'role-only' and id = (actor ->> 'person')::uuid) then '[name withheld]'
        else gateway.without_names(actor ->> 'name', (select gateway.hidden_names(null)), null) end as by_for_public
    from database.journal j`,

  // What was written before changes with a profile, and where somebody turns out to be meant: in every row, or in those
  // of the meetings that are given. The triggers say which tables there are.
  `create or replace function gateway.fill_again_for_public(meetings uuid[]) returns void language plpgsql as $$
    declare
      target record;
      within text;
    begin
      for target in
        select t.tgrelid as id, t.tgrelid::regclass::text as name,
          n.nspname || '.' || c.relname as subject,
          array_remove(string_to_array(encode(t.tgargs, 'escape'), '\\000'), '') as texts
        from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where t.tgfoid = 'gateway.fill_for_public'::regproc order by 2
      loop
        within := case
          when target.subject = 'meetings.meeting' then 'line.id = any($2)'
          when gateway.has_column(target.id, 'meeting_id') then 'line.meeting_id = any($2)'
          when gateway.has_column(target.id, 'contribution_id')
            then 'line.contribution_id in (select id from meetings.contribution where meeting_id = any($2))'
          when gateway.has_column(target.id, 'action_id')
            then 'line.action_id in (select id from actions.action where meeting_id = any($2))'
          else 'false' end;
        execute format('update %s line set for_public = null where %s and for_public is distinct from
            gateway.for_public($1, to_jsonb(line), (select gateway.hidden_names($2)), $3)',
          target.name, case when meetings is null then 'true' else within end)
          using target.subject, meetings, target.texts;
      end loop;
    end $$`,
  `create function gateway.has_column(subject oid, named text) returns boolean language sql stable
    return exists (select from pg_catalog.pg_attribute
      where attrelid = subject and attname = named and not attisdropped)`,

  // The keepers of a group know who is a member of it, and who came to a meeting or owns an action. Told of everybody
  // who is shown by role alone, or of those who are given.
  `create function gateway.tell_keepers(persons uuid[]) returns void language sql begin atomic
    update groups.person p set known_to = known.groups
      from (select person.id, case when person.public_profile = 'named' then '{}' else array(
          select group_id from groups.membership where person_id = person.id
          union select held.group_id from gateway.mention m join meetings.meeting held on held.id = m.meeting_id
            where m.person_id = person.id
          order by 1) end as groups
        from groups.person where ($1 is null or person.id = any($1))
          and (person.public_profile = 'role-only' or person.known_to <> '{}')) known
      where p.id = known.id and p.known_to <> known.groups;
  end`,
  `create or replace function gateway.person_changed() returns trigger language plpgsql as $$
    begin
      if exists (select from old_rows o join new_rows n using (id)
          where 'role-only' in (o.public_profile, n.public_profile)
            and to_jsonb(o) - '{version,known_to}'::text[] <> to_jsonb(n) - '{version,known_to}'::text[])
      then
        perform gateway.fill_again_for_public(null);
        perform gateway.tell_keepers(array(select id from new_rows));
      end if;
      return null;
    end $$`,
  `create or replace function gateway.mention_added() returns trigger language plpgsql as $$
    declare
      persons uuid[];
      found uuid[];
    begin
      if not exists (select from groups.person where public_profile = 'role-only') then return null; end if;
      select array_agg(distinct m.person_id), array_agg(distinct m.meeting_id) from gateway.mention m
        join groups.person p on p.id = m.person_id and p.public_profile = 'role-only'
        where m.id in (select id from added) into persons, found;
      if found is null then return null; end if;
      -- A name that was not theirs until now is withheld wherever it stands, and not only where it was added.
      if exists (select from gateway.mention m where m.id in (select id from added) and m.person_id = any(persons)
          and not exists (select from gateway.mention known where known.person_id = m.person_id
            and known.name = m.name and known.id not in (select id from added))
          and not exists (select from groups.person p where p.id = m.person_id
            and m.name = any(p.other_names || array[p.name])))
      then
        found := null;
      end if;
      perform gateway.fill_again_for_public(found);
      perform gateway.tell_keepers(persons);
      return null;
    end $$`,
  `create function gateway.member_added() returns trigger language plpgsql as $$
    begin
      perform gateway.tell_keepers(array(select a.person_id from added a
        join groups.person p on p.id = a.person_id where p.public_profile = 'role-only'));
      return null;
    end $$`,
  `create trigger known_member after insert on groups.membership
    referencing new table as added for each statement execute function gateway.member_added()`,

  // What is there already.
  `select gateway.fill_again_for_public(null)`,
  `select gateway.tell_keepers(null)`,
);
