import { migration } from "@remit/database";
import { firstEntries, text } from "./old-groups.ts";

/** Meetings begin in the journal, so that verbs can follow; what has happened to one may name somebody; and an announcement is of no meeting to come once it has become one. */
export const journalOldMeetings = migration(
  `drop trigger for_public on meetings.meeting`,
  `create trigger for_public before insert or update on meetings.meeting
    for each row execute function gateway.fill_for_public('slug', 'title', 'location', 'course')`,
  `create or replace view gateway.upcoming_meeting as
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
      where m.group_id = g.id and m.status in ('held', 'closed') order by m.held_on desc, m.id desc limit 1) n
    where n.became_id is null`,
  firstEntries(
    "Meeting",
    `select m.id, m.access, m.group_id,
      least(m.held_on, current_date)::timestamp at time zone 'UTC' as at,
      '{"access":' || ${text("m.access")}
        || ',"agendas":[]' || case when m.status = 'held' then ',"attendanceNotStated":' || (m.course ->> 'attendanceNotStated')
          || ',"ended":null' else '' end
        || ',"endedOn":' || ${text("m.ended_on")}
        || ',"group":{"id":' || ${text("m.group_id")} || ',"label":' || ${text("m.group_label")}
        || ',"type":"Group"},"heldOn":' || ${text("m.held_on")} || ',"id":' || ${text("m.id")}
        || ',"location":' || ${text("m.location")}
        || case when m.status = 'held' then ',"opened":null' else '' end
        || ',"ordinal":' || ${text("m.ordinal")} || ',"ordinalBasis":' || ${text("m.ordinal_basis")}
        || ',"postponements":[]'
        || case when m.status = 'held' then ',"reopenings":[]' else '' end
        || ',"slug":' || ${text("m.slug")}
        || ',"source":' || case when m.document_id is null then 'null' else '{"document":' || ${text("m.document_id")}
          || ',"span":' || case when m.span_start is null then 'null'
            else '{"end":' || m.span_end || ',"start":' || m.span_start || '}' end || '}' end
        || ',"starts":' || case when m.starts_local is null then 'null' else '{"local":' || ${text("m.starts_local")}
          || ',"zone":' || ${text("m.starts_zone")} || '}' end
        || ',"status":' || ${text("m.status")} || ',"title":' || ${text("m.title")} || ',"version":1}' as after
    from meetings.meeting m where m.version = 1`,
  ),
);
