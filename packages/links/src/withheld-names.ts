import { migration } from "@remit/database";

/**
 * INV-G12: the names of persons who are shown by role alone, kept from the public in every text. Triggers do it, so
 * that no import, verb or hand on the database can forget it; persons are known here and texts in their packages.
 */
export const withheldNames = migration(
  `create index person_by_role on groups.person (id) where public_profile = 'role-only'`,
  `create index on meetings.meeting_role (person_id) where person_id is not null`,
  `create index on meetings.attendance (principal_id) where principal_id is not null`,

  // Whom the minutes of a meeting mean, by the id that each mention was given.
  `create view gateway.mention as
    select id, meeting_id, person_id, name, null as word from meetings.attendance
    union all select id, meeting_id, principal_id, deputising_for, null from meetings.attendance
    union all select id, meeting_id, person_id, name, null from meetings.meeting_role
    union all select s.id, c.meeting_id, s.person_id, s.name, s.mention
      from meetings.speaker s join meetings.contribution c on c.id = s.contribution_id
    union all select o.id, a.meeting_id, o.agent_id, o.label, null
      from actions.owner o join actions.action a on a.id = o.action_id where o.kind = 'person'`,

  // A full name is theirs everywhere. One part of it, such as a surname, is theirs where they were, and only as written
  // with a capital: elsewhere it is somebody else's, or a word.
  `create function gateway.withheld_names(meeting uuid) returns table (name text, exact boolean)
    language sql stable begin atomic
      with hidden as (select p.*, exists (
          select from gateway.mention m where m.meeting_id = $1 and m.person_id = p.id) as there
        from groups.person p where p.public_profile = 'role-only')
      select distinct named.name, named.exact from hidden h cross join lateral (
        select unnest(h.other_names || array[h.name, h.given_name || ' ' || h.family_name,
          h.honorific_prefix || ' ' || h.family_name]) as name, false as exact
        union all select m.name, false from gateway.mention m where m.person_id = h.id
        union all select unnest(array[h.given_name, split_part(h.given_name, ' ', 1), h.family_name,
          upper(h.family_name)]), true where h.there
        union all select m.word, true from gateway.mention m where m.person_id = h.id
          and m.meeting_id = $1 and m.word !~* '^(the|an?|(co-?)?chair|convener|minister|secretariat)\\M'
      ) named where named.name <> '';
    end`,

  `create function gateway.for_public(words text, meeting uuid) returns text
    language plpgsql stable as $$
    declare hidden record;
    begin
      for hidden in select * from gateway.withheld_names(meeting) order by length(name) desc loop
        words := regexp_replace(words,
          '(?<![[:alnum:]])' || regexp_replace(regexp_replace(hidden.name,
            '([^[:alnum:][:space:]])', '\\\\\\1', 'g'), '[[:space:]\u00a0]+', '[[:space:]\u00a0]+', 'g')
            || '(?![[:alnum:]])',
          '[name withheld]', case when hidden.exact then 'g' else 'gi' end);
      end loop;
      return words;
    end $$`,

  // What is a name from end to end goes whole, however it is spelt, where it is known whose it is.
  `create function gateway.for_public(line jsonb, variadic names text[]) returns jsonb
    language plpgsql stable as $$
    declare
      meeting uuid;
      column_name text;
      shown text;
      hidden boolean;
      result jsonb := '{}';
    begin
      if not exists (select from groups.person where public_profile = 'role-only') then return null; end if;
      meeting := coalesce((line ->> 'meeting_id')::uuid,
        (select meeting_id from meetings.contribution where id = (line ->> 'contribution_id')::uuid),
        (select meeting_id from actions.action where id = (line ->> 'action_id')::uuid));
      foreach column_name in array names loop
        select exists (select from groups.person where public_profile = 'role-only' and id =
          (line ->> case column_name when 'name' then 'person_id' when 'mention' then 'person_id'
            when 'label' then 'agent_id' when 'deputising_for' then 'principal_id' end)::uuid) into hidden;
        shown := case when hidden then '[name withheld]'
          else gateway.for_public(line ->> column_name, meeting) end;
        if shown is distinct from line ->> column_name then
          result := result || jsonb_build_object(column_name, shown);
        end if;
      end loop;
      return nullif(result, '{}');
    end $$`,

  `create function gateway.fill_for_public() returns trigger language plpgsql as $$
    begin
      new.for_public := gateway.for_public(to_jsonb(new), variadic tg_argv[:]);
      return new;
    end $$`,
  `create trigger for_public before insert or update on groups.membership
        for each row execute function gateway.fill_for_public('position')`,
  `create trigger for_public before insert or update on meetings.meeting_role
        for each row execute function gateway.fill_for_public('name')`,
  `create trigger for_public before insert or update on meetings.next_meeting
        for each row execute function gateway.fill_for_public('text')`,
  `create trigger for_public before insert or update on meetings.attendance
        for each row execute function gateway.fill_for_public('name', 'position', 'deputising_for', 'note')`,
  `create trigger for_public before insert or update on meetings.attendance_note
        for each row execute function gateway.fill_for_public('text')`,
  `create trigger for_public before insert or update on meetings.item
        for each row execute function gateway.fill_for_public('heading')`,
  `create trigger for_public before insert or update on meetings.contribution
        for each row execute function gateway.fill_for_public('lead', 'text')`,
  `create trigger for_public before insert or update on meetings.speaker
        for each row execute function gateway.fill_for_public('mention', 'name')`,
  `create trigger for_public before insert or update on meetings.paper
        for each row execute function gateway.fill_for_public('title')`,
  `create trigger for_public before insert or update on meetings.decision
        for each row execute function gateway.fill_for_public('text')`,
  `create trigger for_public before insert or update on actions.action
        for each row execute function gateway.fill_for_public('text', 'due_text', 'record')`,
  `create trigger for_public before insert or update on actions.owner
        for each row execute function gateway.fill_for_public('label')`,
  `create trigger for_public before insert or update on actions.log_snapshot
        for each row execute function gateway.fill_for_public('record')`,

  // The journal is never written again: what the public reads of it is found when it is read.
  `create or replace view database.history as
    select j.*,
      case when exists (select from groups.person where public_profile = 'role-only')
        then gateway.for_public(after::text, (after -> 'raisedAt' -> 'meeting' ->> 'id')::uuid)
        end as after_for_public,
      case when exists (select from groups.person
          where public_profile = 'role-only' and id = (actor ->> 'person')::uuid)
        then '[name withheld]' end as by_for_public
    from database.journal j`,

  // A profile that changes, or somebody who turns out to be meant, changes what was written before: in every meeting, or
  // in those that are given.
  `create function gateway.fill_again_for_public(meetings uuid[]) returns void language plpgsql as $$
    begin
      update groups.membership line set for_public = null
            where ($1 is null or null::uuid = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'position');
update meetings.meeting_role line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'name');
update meetings.next_meeting line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'text');
update meetings.attendance line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'name', 'position', 'deputising_for', 'note');
update meetings.attendance_note line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'text');
update meetings.item line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'heading');
update meetings.contribution line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'lead', 'text');
update meetings.speaker line set for_public = null
            where ($1 is null or (select meeting_id from meetings.contribution where id = line.contribution_id) = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'mention', 'name');
update meetings.paper line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'title');
update meetings.decision line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'text');
update actions.action line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'text', 'due_text', 'record');
update actions.owner line set for_public = null
            where ($1 is null or (select meeting_id from actions.action where id = line.action_id) = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'label');
update actions.log_snapshot line set for_public = null
            where ($1 is null or line.meeting_id = any($1))
              and for_public is distinct from gateway.for_public(to_jsonb(line), 'record');
    end $$`,
  `create function gateway.person_added() returns trigger language plpgsql as $$
    begin
      if exists (select from added where public_profile = 'role-only') then
        perform gateway.fill_again_for_public(null);
      end if;
      return null;
    end $$`,
  `create trigger for_public_added after insert on groups.person referencing new table as added
    for each statement execute function gateway.person_added()`,
  `create function gateway.person_changed() returns trigger language plpgsql as $$
    begin
      if exists (select from old_rows o join new_rows n using (id)
          where 'role-only' in (o.public_profile, n.public_profile) and to_jsonb(o) - 'version' <> to_jsonb(n) - 'version')
      then
        perform gateway.fill_again_for_public(null);
      end if;
      return null;
    end $$`,
  `create trigger for_public_changed after update on groups.person
    referencing old table as old_rows new table as new_rows
    for each statement execute function gateway.person_changed()`,
  `create function gateway.mention_added() returns trigger language plpgsql as $$
    declare
      found uuid[];
    begin
      select array_agg(distinct m.meeting_id) from gateway.mention m
        join groups.person p on p.id = m.person_id and p.public_profile = 'role-only'
        where m.id in (select id from added) into found;
      if found is not null then perform gateway.fill_again_for_public(found); end if;
      return null;
    end $$`,
  `create trigger for_public_mention after insert on meetings.attendance
      referencing new table as added for each statement execute function gateway.mention_added()`,
  `create trigger for_public_mention after insert on meetings.meeting_role
      referencing new table as added for each statement execute function gateway.mention_added()`,
  `create trigger for_public_mention after insert on meetings.speaker
      referencing new table as added for each statement execute function gateway.mention_added()`,
  `create trigger for_public_mention after insert on actions.owner
      referencing new table as added for each statement execute function gateway.mention_added()`,
);
