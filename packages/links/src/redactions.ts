import { migration } from "@remit/database";

const space = "[[:space:]\u00a0]";

/*
 * INV-M25: a passage of minutes that is withheld is kept out of every text as a name is: `for_public` has what is read in
 * its place, and search finds by that. A passage is withheld in its meeting, and one of several words in all that is its
 * group's, so that no log, action or later text repeats it.
 */
export const redactions = migration(
  // In JSON a quote has a backslash before it, a backslash is doubled and a line break is written as two characters.
  String.raw`create function gateway.passage_pattern(words text, in_json boolean) returns text language sql immutable
    return (case when words !~ '^[[:alnum:]]' then '' when in_json then '(?:(?<![[:alnum:]])|(?<=\\[bfnrt]))'
        else '(?<![[:alnum:]])' end)
      || regexp_replace(regexp_replace(replace(regexp_replace(
          replace(words, '\', case when in_json then '\\\\' else '\\' end),
          '([^[:alnum:][:space:]${"\u00a0"}\\"''’‘])', '\\\1', 'g'),
          '"', case when in_json then '\\"' else '"' end),
          '[''’‘]', '[''’‘]', 'g'),
          '${space}+', case when in_json then '(?:${space}|\\\\[bfnrt]|\\\\u00[01][0-9a-f])+' else '${space}+' end, 'g')
      || (case when words ~ '[[:alnum:]]$' then '(?![[:alnum:]])' else '' end)`,
  `create function gateway.without_passages(words text, pattern text) returns text language sql immutable
    return case when words ~* pattern then regexp_replace(words, pattern, '[withheld]', 'gi') else words end`,

  // The minutes that a document is of, also where another has taken its place.
  `create function gateway.meeting_of_document(document uuid) returns uuid language sql stable begin atomic
    with recursive later (id) as (
      select $1 union select d.superseded_by from documents.document d join later on d.id = later.id)
    select m.id from meetings.meeting m join later on m.document_id = later.id limit 1;
  end`,
  // What is withheld in a row, as patterns for a text and for JSON; null where nothing is.
  `create function gateway.passages_of(subject text, line jsonb, held uuid) returns jsonb
    language plpgsql stable as $$
    declare owner uuid;
    begin
      if not exists (select from meetings.redaction) then return null; end if;
      if subject = 'documents.document' then held := gateway.meeting_of_document((line ->> 'id')::uuid); end if;
      owner := gateway.group_of(subject, line, held);
      return (select jsonb_build_object(
          'text', gateway.any_pattern(array_agg(gateway.passage_pattern(passage, false))),
          'json', gateway.any_pattern(array_agg(gateway.passage_pattern(passage, true))))
        from meetings.redaction r where r.meeting_id = held or (r.wide and r.group_id = owner)
        having count(*) > 0);
    end $$`,
  `create or replace function gateway.for_public(subject text, line jsonb, hidden jsonb, names text[]) returns jsonb
    language plpgsql stable as $$
    declare
      held uuid := gateway.meeting_of(subject, line);
      passages jsonb := gateway.passages_of(subject, line, held);
      column_name text;
      said text;
      shown text;
      owner text;
      result jsonb := '{}';
    begin
      if hidden is null and passages is null then return null; end if;
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
          shown := gateway.without_names(gateway.without_passages(said, passages ->>
            case when jsonb_typeof(line -> column_name) = 'string' and column_name <> 'content' then 'text' else 'json' end),
            hidden, held);
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
      if exists (select from groups.person where public_profile = 'role-only')
        or exists (select from meetings.redaction)
      then
        line := to_jsonb(new);
        new.for_public := gateway.for_public(subject, line,
          gateway.hidden_names(array[gateway.meeting_of(subject, line)]), tg_argv[:]);
      end if;
      return new;
    end $$`,

  // The journal is never written again: what is read of an entry is found when it is read.
  `create function gateway.entry_without_passages(after jsonb, owner uuid) returns text language sql stable begin atomic
    select gateway.without_passages(after::text, (
      select gateway.any_pattern(array_agg(gateway.passage_pattern(passage, true))) from meetings.redaction r
        where r.meeting_id = (after #>> '{raisedAt,meeting,id}')::uuid or (r.wide and r.group_id = owner)));
  end`,
  `create or replace view database.history as
    select j.*,
      case when (select gateway.names_everywhere()) is not null or (select exists (select from meetings.redaction))
        then gateway.without_pattern(
          gateway.without_pattern(gateway.entry_without_passages(after, group_id),
            (select gateway.names_everywhere()), 'gi'),
          gateway.names_within((after -> 'raisedAt' -> 'meeting' ->> 'id')::uuid), 'g') end as after_for_public,
      case when (select gateway.names_everywhere()) is null then null
        when exists (select from groups.person
          where public_profile = 'role-only' and id = (actor ->> 'person')::uuid) then '[name withheld]'
        else gateway.without_pattern(actor ->> 'name', (select gateway.names_everywhere()), 'gi') end as by_for_public
    from database.journal j`,

  // What was written before changes with each redaction, and when one is lifted. The triggers say which tables there are.
  `create function gateway.fill_again_for_passages(owners uuid[], meetings uuid[]) returns void language plpgsql as $$
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
          when target.subject in ('groups.group', 'groups."group"') then 'line.id = any($4)'
          when target.subject = 'meetings.meeting' then 'line.group_id = any($4)'
          when target.subject = 'documents.document' then 'gateway.meeting_of_document(line.id) in
            (select id from meetings.meeting where group_id = any($4))'
          when gateway.has_column(target.id, 'group_id') and gateway.has_column(target.id, 'meeting_id')
            then '(line.group_id = any($4) or line.meeting_id = any($2))'
          when gateway.has_column(target.id, 'group_id') then 'line.group_id = any($4)'
          when gateway.has_column(target.id, 'meeting_id')
            then 'line.meeting_id in (select id from meetings.meeting where group_id = any($4))'
          when gateway.has_column(target.id, 'contribution_id') then 'line.contribution_id in
            (select id from meetings.contribution where group_id = any($4))'
          when gateway.has_column(target.id, 'action_id') then 'line.action_id in
            (select id from actions.action where group_id = any($4) or meeting_id = any($2))'
          else 'false' end;
        execute format('update %s line set for_public = null where %s and for_public is distinct from
            gateway.for_public($1, to_jsonb(line), (select gateway.hidden_names(null)), $3)',
          target.name, within)
          using target.subject, meetings, target.texts, owners;
      end loop;
    end $$`,
  `create function gateway.passages_changed() returns trigger language plpgsql as $$
    begin
      perform gateway.fill_again_for_passages(
        array(select distinct group_id from changed), array(select distinct meeting_id from changed));
      return null;
    end $$`,
  `create trigger passages_added after insert on meetings.redaction
    referencing new table as changed for each statement execute function gateway.passages_changed()`,
  `create trigger passages_gone after delete on meetings.redaction
    referencing old table as changed for each statement execute function gateway.passages_changed()`,
);
