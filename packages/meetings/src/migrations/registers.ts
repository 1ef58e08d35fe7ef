import { migration } from "@remit/database";

/** What lets decisions and undertakings be followed. */
export const registers = {
  "2026-11-30.28 meetings: the registers of decisions and of undertakings": migration(
    ...Object.entries({
      registered_decision: `decision_id uuid not null unique references meetings.decision deferrable,
        review_on date,
        status text not null check (status in ('open', 'implemented', 'set-aside')),
        text_hash text not null,`,
      undertaking: `contribution_id uuid not null references meetings.contribution deferrable,
        person_id uuid,
        due_on date,
        status text not null check (status in ('open', 'kept', 'released')),`,
    }).flatMap(([table, columns]) => [
      `create table meetings.${table} (
        id uuid primary key,
        version int not null,
        meeting_id uuid not null references meetings.meeting deferrable,
        group_id uuid not null,
        access text not null check (access in ('public', 'group', 'officials', 'restricted')),
        draft boolean not null,
        held_on date not null,
        ${columns}
        record jsonb not null,
        for_public jsonb
      )`,
      `create index on meetings.${table} (meeting_id)`,
      `create index on meetings.${table} (group_id, held_on desc, id desc)`,
      `create index on meetings.${table} (held_on desc, id desc)`,
    ]),
    `create index on meetings.undertaking (contribution_id)`,
    `create index on meetings.undertaking (person_id, held_on desc, id desc)`,
    // Whoever sees what was said, or decided, sees what is recorded of it.
    ...[
      { owner: "contribution", table: "undertaking" },
      { owner: "decision", table: "registered_decision" },
    ].flatMap(({ owner, table }) => [
      `create function meetings.carry_to_${table}() returns trigger language plpgsql as $$
        begin
          update meetings.${table} set access = new.access, draft = new.draft,
              record = record || jsonb_build_object('access', new.access, 'draft', new.draft)
            where ${owner}_id = new.id and (access, draft) is distinct from (new.access, new.draft);
          return null;
        end $$`,
      `create trigger carry_to_${table} after update of access, draft on meetings.${owner}
        for each row when ((old.access, old.draft) is distinct from (new.access, new.draft))
        execute function meetings.carry_to_${table}()`,
    ]),
    `create function meetings.text_hash(words text) returns text language sql immutable parallel safe
      return encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
    `create function meetings.fill_text_hash() returns trigger language plpgsql as $$
      begin
        new.text_hash := (select meetings.text_hash(text) from meetings.decision where id = new.decision_id);
        return new;
      end $$`,
    `create trigger fill_text_hash before insert or update of record on meetings.registered_decision
      for each row execute function meetings.fill_text_hash()`,
    `create function meetings.carry_text_hash() returns trigger language plpgsql as $$
      begin
        update meetings.registered_decision set text_hash = meetings.text_hash(new.text)
          where decision_id = new.id;
        return null;
      end $$`,
    // A document that takes the place of another writes its decisions anew.
    `create trigger carry_text_hash after insert or update of text on meetings.decision
      for each row execute function meetings.carry_text_hash()`,
    `create view meetings.finding as
      select meeting_id as id, 'ordinal-mismatch' as code, meeting_id, group_id, access, true as draft,
        null::uuid as speaker_id, null::uuid as item_id, ordinal as stated, expected
      from meetings.numbering where ordinal <> expected and reason is null
      union all
      select r.id, 'decision-quoted-otherwise', r.meeting_id, r.group_id, r.access, true, null, null, null, null
      from meetings.registered_decision r
      where exists (select from jsonb_array_elements(r.record -> 'quotes') quote
        where meetings.text_hash(quote ->> 'text') <> r.text_hash)
      union all
      select s.id, case when there.is_away then 'speaker-recorded-away' else 'speaker-not-recorded-present' end,
        c.meeting_id, c.group_id, c.access, true, s.id, c.item_id, null, null
      from meetings.contribution c
        join meetings.item i on i.id = c.item_id
        join meetings.speaker s on s.contribution_id = c.id
        cross join lateral (
          select count(*) as listed,
            coalesce(bool_or(is_own and a.status in ('apologies', 'absent')), false) as is_away,
            coalesce(bool_or(is_own and a.status = 'present' and (a.presence = '[]' or exists (
              select from jsonb_array_elements(a.presence) span
                left join meetings.item first on first.id = (span ->> 'fromItem')::uuid
                left join meetings.item last on last.id = (span ->> 'toItem')::uuid
              where coalesce(first.place, i.place) <= i.place and coalesce(last.place, i.place) >= i.place))), false) as is_there
          from (select *, person_id = s.person_id or ((s.person_id is null or person_id is null)
                and lower(name) = lower(s.name)) as is_own
            from meetings.attendance where meeting_id = c.meeting_id) a) there
      where there.listed > 0 and not there.is_there`,
  ),
};
