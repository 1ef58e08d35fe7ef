import { migration } from "@remit/database";

/** What lets a record say who was there for what, who chaired which item, and what becomes of what was decided. */
export const inFull = {
  "2026-11-30.25 meetings: when whoever attended came and went": migration(
    `alter table meetings.attendance add column presence jsonb not null default '[]'`,
  ),
  "2026-11-30.26 meetings: who chaired from which item on": migration(
    `alter table meetings.meeting_role
      add column from_item_id uuid references meetings.item deferrable,
      add column from_place int not null default 0,
      add column version int not null default 0,
      add column draft boolean not null default false,
      add column group_id uuid,
      add column access text check (access in ('public', 'group', 'officials', 'restricted'))`,
    `update meetings.meeting_role r set group_id = m.group_id, access = m.access
      from meetings.meeting m where m.id = r.meeting_id`,
    `create trigger of_meeting before insert on meetings.meeting_role
      for each row when (new.group_id is null or new.access is null)
      execute function meetings.fill_of_meeting()`,
    `alter table meetings.meeting_role alter column group_id set not null, alter column access set not null`,
    `create index on meetings.meeting_role (meeting_id, role, from_place, id)`,
    `drop index meetings.meeting_role_meeting_id_role_id_idx`,
    `create index on meetings.meeting_role (from_item_id)`,
    `create view meetings.journalled_meeting_role as
      select id, version from meetings.meeting_role where version > 0`,
    `create function meetings.place_role() returns trigger language plpgsql as $$
      begin
        new.from_place := coalesce((select place from meetings.item where id = new.from_item_id), 0);
        return new;
      end $$`,
    `create trigger place_role before insert or update of from_item_id on meetings.meeting_role
      for each row when (new.from_item_id is not null) execute function meetings.place_role()`,
    `create function meetings.carry_place() returns trigger language plpgsql as $$
      begin
        update meetings.meeting_role set from_place = new.place where from_item_id = new.id;
        return null;
      end $$`,
    `create trigger carry_place after insert or update of place on meetings.item
      for each row execute function meetings.carry_place()`,
    `create function meetings.carry_access_to_roles() returns trigger language plpgsql as $$
      declare levels text[] := array['public', 'group', 'officials', 'restricted'];
      begin
        update meetings.meeting_role set access = new.access
          where meeting_id = new.id and (access = old.access
            or array_position(levels, access) < array_position(levels, new.access));
        return null;
      end $$`,
    `create trigger carry_access_to_roles after update of access on meetings.meeting
      for each row when (old.access is distinct from new.access)
      execute function meetings.carry_access_to_roles()`,
  ),
  "2026-11-30.27 meetings: what does not fit in the record of a meeting": migration(
    // Null where no meeting before has a number, and this one's may be right.
    `create view meetings.numbering as
      select id as meeting_id, group_id, access, ordinal, reason,
        case when prior is not null then prior[2] + place - prior[1]
          when ordinal < place then place end as expected
      from (
        select *, max(array[place, ordinal]) filter (where ordinal is not null) over (
          partition by group_id order by place rows between unbounded preceding and 1 preceding) as prior
        from (
          select id, group_id, access, ordinal, course #>> '{numbered,reason}' as reason,
            (row_number() over (partition by group_id order by held_on, starts_local nulls first, id))::int as place
          from meetings.meeting where status in ('held', 'closed')) held) numbered`,
  ),
};
