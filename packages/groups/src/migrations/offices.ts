import { migration } from "@remit/database";

/** The steps by which posts, seats and deputies came to be; one that has landed never changes. */
export const offices = {
  "2026-11-29.02 groups: posts, who holds them, and what organisations are parts of": migration(
    `create table groups.post (
      id uuid primary key,
      version int not null,
      group_id uuid not null references groups.group,
      zone text not null,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      organisation_id uuid references groups.organisation,
      record jsonb not null,
      for_public jsonb,
      foreign key (group_id, zone) references groups.group (id, zone) on update cascade
    )`,
    `create trigger take_zone before insert on groups.post
      for each row execute function groups.take_zone()`,
    `create index on groups.post (group_id, id)`,
    `create index on groups.post (organisation_id, id)`,
    `create table groups.post_holding (
      id uuid primary key,
      version int not null,
      group_id uuid not null references groups.group,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      post_id uuid not null references groups.post,
      person_id uuid not null references groups.person,
      acting boolean not null,
      from_date text,
      to_date text,
      first_day date not null generated always as
        (coalesce(database.first_day(from_date), '-infinity')) stored,
      last_day date generated always as (database.last_day(to_date)) stored,
      record jsonb not null
    )`,
    `create index on groups.post_holding (group_id, id)`,
    `create index on groups.post_holding (post_id, first_day desc, id)`,
    `create index on groups.post_holding (person_id, id)`,
    `create table groups.organisation_place (
      id uuid primary key,
      version int not null,
      group_id uuid not null references groups.group,
      zone text not null,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      organisation_id uuid not null references groups.organisation,
      parent_id uuid not null references groups.organisation,
      from_date text,
      to_date text,
      first_day date not null generated always as
        (coalesce(database.first_day(from_date), '-infinity')) stored,
      last_day date generated always as (database.last_day(to_date)) stored,
      record jsonb not null,
      foreign key (group_id, zone) references groups.group (id, zone) on update cascade
    )`,
    `create trigger take_zone before insert on groups.organisation_place
      for each row execute function groups.take_zone()`,
    `create index on groups.organisation_place (group_id, id)`,
    `create index on groups.organisation_place (organisation_id, first_day desc, id)`,
    `create index on groups.organisation_place (parent_id, id)`,
    `alter table groups.membership
      alter person_id drop not null,
      add column post_id uuid references groups.post,
      add constraint membership_member check (num_nonnulls(person_id, post_id) = 1)`,
    `create index on groups.membership (post_id, id)`,
    `create function groups.narrower(one text, other text) returns text language sql immutable
      return case when 'restricted' in (one, other) then 'restricted' when 'officials' in (one, other) then 'officials'
        when 'group' in (one, other) then 'group' else 'public' end`,
    // Who belongs to a group and when: a person, or whoever holds a post that does.
    `create view groups.member as
      select m.id, m.group_id, m.person_id, m.role, m.first_day, m.last_day, m.shown_until, g.access
      from groups.membership m join groups.group g on g.id = m.group_id where m.person_id is not null
      union all
      select m.id, m.group_id, h.person_id, m.role, greatest(m.first_day, h.first_day),
        least(m.last_day, h.last_day), m.shown_until, groups.narrower(g.access, h.access)
      from groups.membership m join groups.group g on g.id = m.group_id
        join groups.post_holding h on h.post_id = m.post_id
      where greatest(m.first_day, h.first_day) <= coalesce(least(m.last_day, h.last_day), 'infinity')`,
    // Whom a group has to do with, so that its keepers know who they are.
    `create view groups.known_person as
      select person_id, group_id from groups.member
      union select person_id, group_id from groups.post_holding`,
  ),
  "2026-11-29.04 groups: seats, who fills them and for how long, and who is named for them":
    migration(
      `create table groups.seat (
      id uuid primary key,
      version int not null,
      group_id uuid not null references groups.group,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      organisation_id uuid references groups.organisation,
      alternate_id uuid references groups.person,
      from_date text,
      to_date text,
      first_day date not null generated always as
        (coalesce(database.first_day(from_date), '-infinity')) stored,
      last_day date generated always as (database.last_day(to_date)) stored,
      record jsonb not null,
      for_public jsonb
    )`,
      `create index on groups.seat (group_id, id)`,
      `create index on groups.seat (organisation_id, id)`,
      `create index on groups.seat (alternate_id, id)`,
      `alter table groups.membership
      drop constraint membership_member,
      add column seat_id uuid references groups.seat,
      add column nominees jsonb,
      add column term_ends date,
      add constraint membership_member check (case when seat_id is null
        then num_nonnulls(person_id, post_id) = 1 and nominees is null
        else post_id is null and nominees is not null end)`,
      `create index on groups.membership (seat_id, id)`,
      // Who belongs to a group and when: a person, whoever holds a post that does, or whoever is named for a seat.
      `create or replace view groups.member as
      select m.id, m.group_id, m.person_id, m.role, m.first_day, m.last_day, m.shown_until, g.access
      from groups.membership m join groups.group g on g.id = m.group_id
      where m.person_id is not null and m.seat_id is null
      union all
      select m.id, m.group_id, h.person_id, m.role, greatest(m.first_day, h.first_day),
        least(m.last_day, h.last_day), m.shown_until, groups.narrower(g.access, h.access)
      from groups.membership m join groups.group g on g.id = m.group_id
        join groups.post_holding h on h.post_id = m.post_id
      where greatest(m.first_day, h.first_day) <= coalesce(least(m.last_day, h.last_day), 'infinity')
      union all
      select m.id, m.group_id, named.person, m.role, greatest(m.first_day, named.from_day),
        least(m.last_day, named.to_day), m.shown_until, g.access
      from groups.membership m join groups.group g on g.id = m.group_id cross join lateral (
        select (each ->> 'person')::uuid as person, (each ->> 'from')::date as from_day,
          (each ->> 'to')::date as to_day
        from jsonb_array_elements(m.nominees) each) named
      where m.seat_id is not null
        and greatest(m.first_day, named.from_day) <= coalesce(least(m.last_day, named.to_day), 'infinity')`,
      `create or replace view groups.known_person as
      select person_id, group_id from groups.member
      union select person_id, group_id from groups.post_holding
      union select alternate_id, group_id from groups.seat where alternate_id is not null`,
      `create function groups.vacant_seats(of uuid, day date) returns setof groups.seat
      language sql stable begin atomic
        select s.* from groups.seat s where s.group_id = of and s.first_day <= day
          and (s.last_day is null or s.last_day >= day) and not exists (
            select from groups.membership m join groups.member who on who.id = m.id
            where m.seat_id = s.id and who.first_day <= day and (who.last_day is null or who.last_day >= day));
      end`,
      // INV-G13: what the terms in force say, less those who belong to the group and decide there.
      `create type groups.vacancy as (group_id uuid, access text, places int, members int, vacant int)`,
      `create function groups.vacancies(of uuid, day date) returns setof groups.vacancy
      language sql stable begin atomic
        select g.id, g.access, said.places, live.members, greatest(0, said.places - live.members)
        from groups.group g cross join lateral (
          select sum((seat ->> 'places')::int)::int as places
          from groups.terms_of_reference t cross join lateral jsonb_array_elements(t.record -> 'seats') seat
          where t.group_id = g.id and t.effective_from <= day
            and (t.effective_until is null or t.effective_until >= day)) said
        cross join lateral (
          select count(distinct who.id)::int as members from groups.member who
          where who.group_id = g.id and who.role in ('chair', 'co-chair', 'vice-chair', 'member', 'ex-officio')
            and who.first_day <= day and (who.last_day is null or who.last_day >= day)
            and (who.shown_until is null or who.shown_until > day)) live
        where g.id = of and said.places is not null;
      end`,
    ),
  "2026-11-29.06 groups: whom members name to come in their place": migration(
    `create table groups.deputy_nomination (
      id uuid primary key,
      version int not null,
      group_id uuid not null references groups.group,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      membership_id uuid not null references groups.membership,
      person_id uuid references groups.person,
      post_id uuid references groups.post,
      meeting_id uuid,
      status text not null check (status in ('nominated', 'accepted', 'declined', 'withdrawn')),
      scope text not null check (scope in ('standing', 'meeting', 'not-stated')),
      powers text not null check (powers in ('full', 'observe', 'not-stated')),
      from_date text,
      to_date text,
      first_day date not null generated always as
        (coalesce(database.first_day(from_date), '-infinity')) stored,
      last_day date generated always as (database.last_day(to_date)) stored,
      record jsonb not null,
      for_public jsonb,
      check (num_nonnulls(person_id, post_id) <= 1),
      check ((scope = 'meeting') = (meeting_id is not null))
    )`,
    `create index on groups.deputy_nomination (group_id, id)`,
    `create index on groups.deputy_nomination (membership_id, id)`,
    `create index on groups.deputy_nomination (person_id, id)`,
    `create index on groups.deputy_nomination (post_id, id)`,
    `create index on groups.deputy_nomination (meeting_id, id)`,
    `create or replace view groups.known_person as
      select person_id, group_id from groups.member
      union select person_id, group_id from groups.post_holding
      union select alternate_id, group_id from groups.seat where alternate_id is not null
      union select person_id, group_id from groups.deputy_nomination where person_id is not null`,
  ),
};
