import { migration } from "./migrate.ts";

/** The steps by which the journal and what all packages share came to be; one that has landed never changes. */
export const migrations = {
  "2026-11-24.1 database: the journal": migration(
    `create table database.journal (
      subject_type text not null,
      subject_id uuid not null,
      version int not null check (version > 0),
      verb text not null,
      actor jsonb not null,
      request_id text not null,
      at timestamptz not null,
      recorded_at timestamptz not null,
      before jsonb,
      after jsonb not null,
      group_id uuid,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      previous text,
      hash text not null,
      primary key (subject_type, subject_id, version),
      check ((version = 1) = (previous is null))
    )`,
    `create index on database.journal (subject_id, version)`,
    `create function database.refuse_change() returns trigger language plpgsql as
      $$ begin raise exception 'The journal is never changed, only added to.'; end $$`,
    `create trigger journal_row before update or delete on database.journal
      for each row execute function database.refuse_change()`,
    `create trigger journal_truncate before truncate on database.journal
      for each statement execute function database.refuse_change()`,
  ),
  "2026-11-24.1 database: answers by key": migration(
    `create table database.answer (
      caller text not null,
      key text not null,
      payload text not null,
      answer jsonb,
      created_at timestamptz not null,
      primary key (caller, key)
    )`,
    `create index on database.answer (created_at)`,
  ),
  "2026-11-25.1 database: index of a group's journal": migration(
    `create index on database.journal (group_id, subject_id)`,
  ),
  "2026-11-25.2 database: what the public reads of the journal": migration(
    // Whoever knows the persons replaces the two last columns.
    `create view database.history as
      select j.*, null::text as after_for_public, null::text as by_for_public from database.journal j`,
  ),
  "2026-11-26.20 database: positions of the whole journal": migration(
    `create table database.journal_position (
      position bigint primary key,
      subject_type text not null,
      subject_id uuid not null,
      version int not null,
      chain text not null,
      unique (subject_type, subject_id, version)
    )`,
    `create table database.journal_head (
      single boolean primary key default true check (single),
      position bigint not null,
      chain text not null
    )`,
    `insert into database.journal_head (position, chain) values (0, '')`,
    `create function database.advance_journal(entry database.journal) returns void language plpgsql as $$
      declare at record;
      begin
        update database.journal_head set position = position + 1,
          chain = encode(sha256(convert_to(chain || ' ' || position + 1 || ' ' || entry.hash, 'UTF8')), 'hex')
          returning position, chain into strict at;
        insert into database.journal_position
          values (at.position, entry.subject_type, entry.subject_id, entry.version, at.chain);
      end $$`,
    `do $$ declare entry database.journal;
      begin
        for entry in select * from database.journal
          order by recorded_at, version, subject_type, subject_id
        loop perform database.advance_journal(entry); end loop;
      end $$`,
    // With the rights of whoever migrates: the application's role cannot write positions of its own.
    `create function database.place_entry() returns trigger language plpgsql
      security definer set search_path = pg_catalog, pg_temp as
      $$ begin perform database.advance_journal(new); return null; end $$`,
    `revoke execute on function database.advance_journal(database.journal) from public`,
    `create constraint trigger journal_place after insert on database.journal
      deferrable initially deferred for each row execute function database.place_entry()`,
    `create trigger journal_position_row before update or delete on database.journal_position
      for each row execute function database.refuse_change()`,
    `create trigger journal_position_truncate before truncate on database.journal_position
      for each statement execute function database.refuse_change()`,
    `create trigger journal_head_row before update on database.journal_head
      for each row when (new.position <> old.position + 1) execute function database.refuse_change()`,
    `create trigger journal_head_delete before delete on database.journal_head
      for each row execute function database.refuse_change()`,
    `create trigger journal_head_truncate before truncate on database.journal_head
      for each statement execute function database.refuse_change()`,
  ),
  "2026-11-26.21 database: answers know for whose eyes they are": migration(
    `alter table database.answer add column subject text, add column rights text`,
  ),
  "2026-11-26.15 database: the days that a date of any precision may mean": migration(
    `create function database.first_day(said text) returns date language sql immutable strict parallel safe
      return make_date(left(said, 4)::int, coalesce(nullif(substr(said, 6, 2), ''), '1')::int,
        coalesce(nullif(substr(said, 9, 2), ''), '1')::int)`,
    `create function database.last_day(said text) returns date language sql immutable strict parallel safe
      return case length(said)
        when 4 then make_date(said::int, 12, 31)
        when 7 then (database.first_day(said) + interval '1 month')::date - 1
        else database.first_day(said) end`,
  ),
  "2026-11-30.55 database: what must go is taken out of the journal": migration(
    // Only whom and what a change was made by and what it left may be taken out, and only by the function below.
    `create function database.refuse_rewriting() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and current_setting('remit.erasing', true) = 'on'
          and to_jsonb(old) - '{actor,before,after}'::text[]
            = to_jsonb(new) - '{actor,before,after}'::text[]
        then return new; end if;
        raise exception 'The journal is never changed, only added to.';
      end $$`,
    `drop trigger journal_row on database.journal`,
    `create trigger journal_row before update or delete on database.journal
      for each row execute function database.refuse_rewriting()`,
    // With the rights of whoever migrates: the application's role changes no entry by hand.
    `create function database.erase_entry(type text, id uuid, number int, made_by jsonb, was jsonb, became jsonb)
      returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        perform set_config('remit.erasing', 'on', true);
        update database.journal set actor = made_by, before = was, after = became
          where subject_type = type and subject_id = id and version = number;
        perform set_config('remit.erasing', '', true);
      end $$`,
    `revoke execute on function database.erase_entry(text, uuid, int, jsonb, jsonb, jsonb) from public`,
  ),
  "2026-11-30.15 database: how often the record changed beside its journal": migration(
    `create table database.turn (
      single boolean primary key default true check (single),
      count bigint not null
    )`,
    // At the end of a transaction, and after the head of the journal, so that two never wait for each other.
    `create function database.take_turn() returns trigger language plpgsql
      security definer set search_path = pg_catalog, pg_temp as $$
      begin
        perform from database.journal_head for update;
        insert into database.turn as t (count) values (1)
          on conflict (single) do update set count = t.count + 1;
        return null;
      end $$`,
  ),
};
