import { migration } from "@remit/database";
import { erasing } from "./migrations/erasing.ts";
import { merging } from "./migrations/merging.ts";
import { offices } from "./migrations/offices.ts";

/** The steps by which the tables of groups came to be; one that has landed never changes. */
export const migrations = {
  "2026-11-23.1 groups: persons, organisations, groups, memberships": migration(
    `create schema groups`,
    `create table groups.person (
      id uuid primary key,
      slug text not null unique,
      name text not null,
      given_name text,
      family_name text,
      honorific_prefix text,
      honorific_suffix text,
      other_names text[] not null default '{}',
      public_profile text not null check (public_profile in ('named', 'role-only')),
      version int not null default 1
    )`,
    `create index on groups.person (lower(family_name))`,
    `create table groups.organisation (
      id uuid primary key,
      slug text not null unique,
      name text not null,
      other_names text[] not null default '{}',
      version int not null default 1
    )`,
    `create table groups.group (
      id uuid primary key,
      slug text not null unique,
      name text not null,
      code text not null unique,
      kind text,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      version int not null default 1
    )`,
    `create table groups.membership (
      id uuid primary key,
      group_id uuid not null references groups.group,
      person_id uuid not null references groups.person,
      role text not null check (role in ('chair', 'co-chair', 'member', 'observer', 'secretariat')),
      position text,
      from_date text,
      to_date text,
      as_of date,
      basis text not null check (basis in ('stated', 'inferred', 'edited')),
  confidence real check ((basis = 'inferred') = (confidence is not null)),
      document_id uuid, span_start int, span_end int,
      version int not null default 1
    )`,
    `create index on groups.membership (group_id, id)`,
    `create index on groups.membership (person_id, id)`,
  ),
  "2026-11-24.1 groups: index of roles": migration(
    `create index on groups.membership (group_id, role, id)`,
  ),
  "2026-11-25.1 groups: what the public reads instead": migration(
    `alter table groups.membership add column for_public jsonb`,
  ),
  "2026-11-25.5 groups: the time zone of a group": migration(
    // The check is that PostgreSQL knows the zone: a name it does not know would be an error whenever it is read.
    `alter table groups.group add column zone text not null default 'Europe/London'
      check (timestamp '2000-01-01' at time zone zone is not null)`,
  ),
  "2026-11-26.30 groups: what the public reads of groups, and who knows a person": migration(
    `alter table groups.organisation add column for_public jsonb`,
    `alter table groups.group add column for_public jsonb`,
    `alter table groups.person add column known_to uuid[] not null default '{}'`,
  ),
  "2026-11-26.45 groups: the latest of the roles of a member, the first to name an organisation":
    migration(
      `alter table groups.membership add column latest boolean not null default true`,
      `alter table groups.organisation add column document_id uuid`,
    ),
  "2026-11-27.70 groups: indexes of the orders in which people and organisations are listed":
    migration(
      `create index on groups.person (lower(coalesce(family_name, name)), name, id)`,
      // As the public reads the name, and as whoever is told of everybody does.
      `create index on groups.organisation (coalesce(for_public ->> 'name', name), id)`,
      `create index on groups.organisation (name, id)`,
    ),
  // By way of text, which is the shortest that means the same: of 0.7 as it was kept, a number would make 0.699999988079071.
  "2026-11-26.16 groups: a confidence is kept as it was said": migration(
    `alter table groups.membership
      alter column confidence type double precision using confidence::text::double precision`,
  ),
  "2026-11-27.20 groups: the keys by which the names of documents are found": migration(
    // What a key is made of is an importer's to say; it makes those of whoever is not found by their present names.
    `alter table groups.person add column found_by text[]`,
    `alter table groups.organisation add column found_by text[]`,
    `create index on groups.person (id) where found_by is distinct from array[name]`,
    `create index on groups.organisation (id)
      where found_by is distinct from array_prepend(name, other_names)`,
    `create table groups.person_key (
      person_id uuid not null references groups.person on delete cascade,
      key text not null,
      primary key (person_id, key)
    )`,
    `create index on groups.person_key (key, person_id)`,
    `create table groups.organisation_key (
      organisation_id uuid not null references groups.organisation on delete cascade,
      key text not null,
      primary key (organisation_id, key)
    )`,
    `create index on groups.organisation_key (key, organisation_id)`,
  ),
  "2026-11-27.75 groups: an index of whoever is shown by role alone": migration(
    // Every write of a mention asks whether there is anybody. `or` is what keepers are told by.
    `create index on groups.person (id) where public_profile = 'role-only' or known_to <> '{}'`,
  ),
  "2026-11-27.76 groups: roles, ends and days of memberships": migration(
    `alter table groups.membership
      drop constraint membership_role_check,
      add check (role in ('chair', 'co-chair', 'vice-chair', 'member', 'ex-officio', 'adviser', 'observer',
        'secretariat')),
      add column end_reason text,
      add column shown_until date,
      add column chair_until date,
      add column zone text`,
    // A condition on memberships reads their own columns alone, and today is a day of the group.
    `update groups.membership m set zone = g.zone from groups.group g where g.id = m.group_id`,
    `alter table groups.group add constraint group_zone unique (id, zone)`,
    `alter table groups.membership alter zone set not null,
      add constraint membership_zone foreign key (group_id, zone) references groups.group (id, zone)
        on update cascade`,
    `create function groups.take_zone() returns trigger language plpgsql as $$
      begin
        new.zone := (select zone from groups.group where id = new.group_id);
        return new;
      end $$`,
    `create trigger take_zone before insert on groups.membership
      for each row execute function groups.take_zone()`,
  ),
  "2026-11-28.01 groups: memberships by their days": migration(
    // What is computed of texts for every row that a page asks for is computed once.
    `alter table groups.membership
      add column first_day date not null generated always as
        (coalesce(database.first_day(from_date), as_of, '-infinity')) stored,
      add column last_day date generated always as (database.last_day(to_date)) stored`,
    `create index on groups.membership (group_id, role, first_day desc, id desc)`,
    `drop index groups.membership_group_id_role_id_idx`,
  ),
  "2026-11-28.02 groups: terms of reference": migration(
    `create table groups.terms_of_reference (
      id uuid primary key,
      version int not null,
      group_id uuid not null references groups.group,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      status text not null check (status in ('draft', 'agreed', 'superseded', 'withdrawn')),
      draft boolean not null generated always as (status in ('draft', 'withdrawn')) stored,
      number int not null check (number > 0),
      effective_from date,
      effective_until date,
      record jsonb not null,
      for_public jsonb,
      unique (group_id, number),
      check ((status in ('agreed', 'superseded')) = (effective_from is not null)),
      check ((status = 'superseded') = (effective_until is not null))
    )`,
    `create index on groups.terms_of_reference (group_id, effective_from desc)`,
  ),
  "2026-11-28.04 groups: which groups took the place of others": migration(
    `alter table groups.group add column replaced jsonb`,
    `create table groups.succession (
      group_id uuid not null references groups.group on delete cascade,
      successor_id uuid not null references groups.group on delete cascade,
      primary key (group_id, successor_id)
    )`,
    `create index on groups.succession (successor_id, group_id)`,
    // Of the record, so that no import, verb or hand can leave them apart.
    `create function groups.keep_succession() returns trigger language plpgsql as $$
      begin
        delete from groups.succession where group_id = new.id;
        insert into groups.succession (group_id, successor_id)
          select distinct new.id, (each ->> 'id')::uuid
          from jsonb_array_elements(new.replaced -> 'successors') each;
        return null;
      end $$`,
    `create trigger succession after insert or update of replaced on groups.group
      for each row execute function groups.keep_succession()`,
  ),
  "2026-11-29.42 groups: who decides in a group on a day": migration(
    `create function groups.deciding_on(of_group uuid, day date)
      returns table (membership_id uuid, person_id uuid, access text) language sql stable
      begin atomic
        select m.id, m.person_id, m.access from groups.member m
          where m.group_id = $1 and m.role in ('chair', 'co-chair', 'vice-chair', 'member', 'ex-officio')
            and m.first_day <= $2 and (m.shown_until is null or m.shown_until > $2)
            and (m.last_day is null or m.last_day >= $2);
      end`,
  ),
  "2026-11-29.01 groups: what other names of persons are to them, and persons found by them":
    migration(
      `alter table groups.person add column names jsonb not null default '[]'`,
      // Of the record, so that no import, verb or hand can leave them apart.
      `create function groups.keep_other_names() returns trigger language plpgsql as $$
        begin
          new.other_names := array(select each ->> 'name' from jsonb_array_elements(new.names)
            with ordinality named (each, place) order by place);
          return new;
        end $$`,
      `update groups.person set names = (select coalesce(jsonb_agg(jsonb_build_object(
          'name', other, 'kind', 'alias', 'from', null, 'to', null) order by place), '[]')
        from unnest(other_names) with ordinality named (other, place)) where other_names <> '{}'`,
      `create trigger other_names before insert or update on groups.person
        for each row execute function groups.keep_other_names()`,
      `drop index groups.person_id_idx`,
      `create index on groups.person (id)
        where found_by is distinct from array_prepend(name, other_names)`,
    ),
  ...offices,
  ...merging,
  ...erasing,
  "2026-11-30.01 groups: fields of a directorate's own": migration(
    `alter table groups.group add column own jsonb`,
    `alter table groups.person add column own jsonb, add column for_public jsonb`,
  ),
};
