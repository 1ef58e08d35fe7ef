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
);
