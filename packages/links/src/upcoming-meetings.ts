import { migration } from "@remit/database";

/** Each group's scheduled meetings, and what the latest of its minutes that announce a meeting say of it. */
export const upcomingMeetings = migration(
  `create view gateway.upcoming_meeting as
    select m.id, m.group_id, m.access, m.held_on::text as next_on, m.held_on as last_day,
      m.starts_at, m.starts_local, m.starts_zone, m.location, null::text as text,
      m.id as meeting_id, null::uuid as announced_at, m.for_public
    from meetings.meeting m where m.status = 'scheduled'
    union all
    select n.id, g.id, n.access, n.next_on,
      case length(n.next_on) when 10 then n.next_on::date
        when 7 then ((n.next_on || '-01')::date + interval '1 month' - interval '1 day')::date
        else (n.next_on || '-12-31')::date end,
      n.starts_at, n.starts_local, n.starts_zone, n.location, n.text, null, n.meeting_id, n.for_public
    from groups.group g cross join lateral (
      select next.*, m.access from meetings.meeting m join meetings.next_meeting next on next.meeting_id = m.id
      where m.group_id = g.id and m.status = 'held' order by m.held_on desc, m.id desc limit 1) n`,
  `create index on meetings.meeting (group_id, held_on) where status = 'scheduled'`,
);

/** The same, of what an announcement knows itself: looking up the latest of a group's minutes was an eighth of its page. */
export const announcedMeetings = migration(
  `create or replace view gateway.upcoming_meeting as
    select m.id, m.group_id, m.access, m.held_on::text as next_on, m.held_on as last_day,
      m.starts_at, m.starts_local, m.starts_zone, m.location, null::text as text,
      m.id as meeting_id, null::uuid as announced_at, m.for_public
    from meetings.meeting m where m.status = 'scheduled'
    union all
    select n.id, n.group_id, n.meeting_access, n.next_on, n.last_day, n.starts_at, n.starts_local, n.starts_zone, n.location,
      n.text, null, n.meeting_id, n.for_public
    from meetings.next_meeting n where n.latest`,
);
