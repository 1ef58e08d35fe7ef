import { migration } from "@remit/database";
import type { Access } from "@remit/kernel";

declare module "@remit/database" {
  interface Database {
    "gateway.meeting_pack": MeetingPackView;
    "gateway.missed_meeting": MissedMeetingView;
    "gateway.overdue_publication": OverduePublicationView;
  }
}

interface MeetingPackView {
  id: string;
  group_id: string;
  access: Access;
  /** The meeting of the group that was held before. */
  previous_id: string | null;
}

interface MissedMeetingView {
  id: string;
  group_id: string;
  access: Access;
  from_day: string;
  until_day: string;
  every_months: number;
  terms_id: string;
}

interface OverduePublicationView {
  id: string;
  group_id: string;
  /** Never everybody's: what is not published is the group's. */
  access: Access;
  zone: string;
  /** The day that was set for publication; null where none was. */
  planned_for: string | null;
  /** The day by which the terms of reference ask for minutes that are not circulated yet. */
  minutes_due_on: string | null;
  due_on: string;
}

export const meetingViews = migration(
  `create view gateway.meeting_pack as
    select m.id, m.group_id, m.access, previous.id as previous_id
    from meetings.meeting m left join lateral (
      select p.id from meetings.meeting p
        where p.group_id = m.group_id and p.status in ('held', 'closed') and p.id <> m.id
          and (p.held_on < m.held_on or p.held_on = m.held_on and p.starts_at < m.starts_at)
        order by p.held_on desc, p.starts_at desc nulls last, p.id desc limit 1) previous on true`,
  `create type gateway.missed_meeting as (id uuid, group_id uuid, access text, from_day date, until_day date,
    every_months int, terms_id uuid)`,
  // Of the time from one meeting to the next, as each version of the terms says it from its first day on.
  `create function gateway.missed_meetings(of_group uuid, first_day date, until_day date, levels text[])
    returns setof gateway.missed_meeting language sql stable
    begin atomic
      select md5(t.id::text || slot.from_day)::uuid, $1, t.access, slot.from_day, slot.until_day, t.months, t.id
      from (
        select id, access, effective_from, (record ->> 'meetsEveryMonths')::int as months,
            least(coalesce(effective_until + 1, $3), $3) as ends
          from groups.terms_of_reference
          where group_id = $1 and status in ('agreed', 'superseded') and access = any($4)
            and record ->> 'meetsEveryMonths' is not null) t
        cross join lateral (
          select (t.effective_from + make_interval(months => t.months * n))::date as from_day,
              (t.effective_from + make_interval(months => t.months * (n + 1)))::date - 1 as until_day
            from generate_series(0, (t.ends - t.effective_from) / (28 * t.months)) n) slot
      where slot.until_day < t.ends and ($2 is null or slot.until_day >= $2)
        and not exists (select from meetings.meeting m where m.group_id = $1 and m.status in ('held', 'closed')
          and m.access = any($4) and m.held_on between slot.from_day and slot.until_day);
    end`,
  // What a document says is published already.
  `create view gateway.overdue_publication as
    select late.*, least(planned_for, minutes_due_on) as due_on from (
      select m.id, m.group_id, groups.narrower(m.access, 'group') as access, g.zone,
          (n.record #>> '{publication,plannedFor}')::date as planned_for,
          case when n.id is null then coalesce(m.ended_on, m.held_on) + (t.record ->> 'minutesDueDays')::int end as minutes_due_on
        from meetings.meeting m join groups.group g on g.id = m.group_id
          left join meetings.minutes n on n.meeting_id = m.id
          left join lateral (select record from groups.terms_of_reference
            where group_id = m.group_id and effective_from <= m.held_on
              and (effective_until is null or effective_until >= m.held_on)
            order by effective_from desc limit 1) t on true
        where m.status in ('held', 'closed') and m.document_id is null
          and (n.id is null or n.record #>> '{publication,status}' = 'planned')) late
    where planned_for is not null or minutes_due_on is not null`,
);
