import { migration } from "@remit/database";

/** INV-G12: the keepers of a group know who is a member of it by a post, and names are withheld in the titles of posts. */
export const knownHolders = migration(
  `create trigger for_public before insert or update on groups.post
    for each row execute function gateway.fill_for_public('record')`,
  `create or replace function gateway.tell_keepers(persons uuid[]) returns void language plpgsql as $$
    begin
      update groups.person p set known_to = known.groups
        from (select person.id, case when person.public_profile = 'named' then '{}' else array(
            select group_id from groups.known_person where person_id = person.id
            union select held.group_id from gateway.mention m join meetings.meeting held on held.id = m.meeting_id
              where m.person_id = person.id
            order by 1) end as groups
          from groups.person where (persons is null or person.id = any(persons))
            and (person.public_profile = 'role-only' or person.known_to <> '{}')) known
        where p.id = known.id and p.known_to <> known.groups;
    end $$`,
  `create or replace function gateway.member_added() returns trigger language plpgsql as $$
    begin
      if exists (select from groups.person where public_profile = 'role-only') then
        perform gateway.tell_keepers(array(
          select p.id from groups.person p where p.public_profile = 'role-only' and exists (
            select from added a left join groups.post_holding h on h.post_id = a.post_id
              where p.id in (a.person_id, h.person_id))));
      end if;
      return null;
    end $$`,
  `create function gateway.holder_added() returns trigger language plpgsql as $$
    begin
      perform gateway.tell_keepers(array(select a.person_id from added a
        join groups.person p on p.id = a.person_id where p.public_profile = 'role-only'));
      return null;
    end $$`,
  `create trigger known_holder after insert on groups.post_holding
    referencing new table as added for each statement execute function gateway.holder_added()`,
);

/** The same of whoever is named for a seat, or comes in their place. */
export const knownNominees = migration(
  `create trigger for_public before insert or update on groups.seat
    for each row execute function gateway.fill_for_public('record')`,
  `create function gateway.alternate_named() returns trigger language plpgsql as $$
    begin
      perform gateway.tell_keepers(array(select a.alternate_id from added a
        join groups.person p on p.id = a.alternate_id where p.public_profile = 'role-only'));
      return null;
    end $$`,
  `create trigger known_alternate after insert on groups.seat
    referencing new table as added for each statement execute function gateway.alternate_named()`,
  `create trigger known_alternate_changed after update on groups.seat
    referencing new table as added for each statement execute function gateway.alternate_named()`,
  `create trigger known_nominee after update on groups.membership
    referencing new table as added for each statement execute function gateway.member_added()`,
);

/** The same of whoever is named as a deputy. */
export const knownDeputies = migration(
  `create trigger for_public before insert or update on groups.deputy_nomination
    for each row execute function gateway.fill_for_public('record')`,
  `create trigger known_deputy after insert on groups.deputy_nomination
    referencing new table as added for each statement execute function gateway.holder_added()`,
);

/** The same of whoever was merged into somebody, in every package. */
export const knownMerged = migration(
  // A snapshot and what was circulated stay as they were: the id in them leads to the record that remains.
  `create or replace function groups.references_to(person uuid)
    returns table (place text, id uuid, version int) language sql stable
    as $$ select * from groups.references_in(person,
      '{groups,meetings,actions,commitments,documents,gateway}',
      '{actions.log_snapshot,meetings.minutes_text}') $$`,
  `create or replace function gateway.tell_keepers(persons uuid[]) returns void language plpgsql as $$
    begin
      update groups.person p set known_to = known.groups
        from (select person.id, case when person.public_profile = 'named' then '{}' else array(
            select group_id from groups.known_person
              where person_id in (person.id, person.merged_into)
            union select held.group_id from gateway.mention m join meetings.meeting held on held.id = m.meeting_id
              where m.person_id in (person.id, person.merged_into)
            order by 1) end as groups
          from groups.person where (persons is null or person.id = any(persons))
            and (person.public_profile = 'role-only' or person.known_to <> '{}')) known
        where p.id = known.id and p.known_to <> known.groups;
    end $$`,
  // Where somebody was they are known by the parts of each name that they have or had.
  `create or replace function gateway.know_names(persons uuid[]) returns boolean language plpgsql as $$
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
          union select m.meeting_id, m.person_id, piece from mention m join hidden h on h.id = m.person_id
            cross join lateral unnest(array_append(h.other_names, h.name)) called
            cross join lateral unnest(array[split_part(called, ' ', 1), regexp_replace(called, '^.* ', '')]) piece
            where piece ~ '^[[:upper:]][[:alpha:]]' and piece !~* '^(the|an?|(co-?)?chair|convener|minister|secretariat|dr|prof|professor|sir|dame|mr|mrs|ms|miss|rev|lord|lady|cllr|councillor)\\M'
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
  `select gateway.know_names(array(select id from groups.person where public_profile = 'role-only'))`,
);
