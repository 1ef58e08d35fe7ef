import { migration } from "@remit/database";
import type { Attending, QuorumRule } from "@remit/groups";
import type { Access } from "@remit/kernel";

declare module "@remit/database" {
  interface Database {
    "gateway.attendance_summary": AttendanceSummaryView;
    "gateway.expected_attendance": ExpectedAttendanceView;
    "gateway.quorum": QuorumView;
  }
}

/** INV-M8: a member of a group on the day of one of its meetings, and what the record has of them. */
interface ExpectedAttendanceView {
  id: string;
  meeting_id: string;
  group_id: string;
  access: Access;
  membership_id: string;
  person_id: string;
  attendance_id: string | null;
}

/** What the quorum of a meeting that has begun hangs on, under the narrowest access of it. */
interface QuorumView {
  id: string;
  group_id: string;
  access: Access;
  draft: boolean;
  rule: QuorumRule | null;
  members: string[];
  attending: Attending[];
}

interface AttendanceSummaryView {
  id: string;
  group_id: string;
  access: Access;
  meetings: number;
  present: number;
  apologies: number;
  absent: number;
  not_stated: number;
  deputised: number;
}

const narrowest = `case when bool_or(access = 'restricted') then 'restricted'
            when bool_or(access = 'officials') then 'officials' when bool_or(access = 'group') then 'group' else 'public' end`;

export const expectedAttendance = migration(
  `create view gateway.expected_attendance as
    select md5(m.id::text || each.person_id)::uuid as id, m.id as meeting_id, m.group_id,
      groups.narrower(m.access, each.access) as access, each.membership_id, each.person_id, a.id as attendance_id
    from meetings.meeting m
      cross join lateral (select distinct on (person_id) membership_id, person_id, access
        from groups.deciding_on(m.group_id, m.held_on) where person_id is not null
        order by person_id, membership_id) each
      left join lateral (select id from meetings.attendance
        where meeting_id = m.id and person_id = each.person_id order by place limit 1) a on true
    where m.status <> 'cancelled'`,
  `create index on meetings.attendance (person_id, meeting_id)`,
  `create view gateway.quorum as
    select m.id, m.group_id,
      groups.narrower(groups.narrower(m.access, coalesce(t.access, 'public')), groups.narrower(l.access, e.access)) as access,
      l.draft, t.record -> 'quorum' as rule, e.members, l.attending
    from meetings.meeting m
      left join lateral (select access, record from groups.terms_of_reference
        where group_id = m.group_id and effective_from <= m.held_on
          and (effective_until is null or effective_until >= m.held_on)
        order by effective_from desc limit 1) t on true
      cross join lateral (select coalesce(bool_or(draft), false) as draft,
          ${narrowest} as access,
          coalesce(jsonb_agg(jsonb_build_object('person', person_id, 'status', status, 'capacity', capacity,
            'principal', principal_id)), '[]') as attending
        from meetings.attendance where meeting_id = m.id) l
      cross join lateral (select ${narrowest} as access,
          coalesce(jsonb_agg(distinct person_id) filter (where person_id is not null), '[]') as members
        from groups.deciding_on(m.group_id, m.held_on)) e
    where m.status in ('in-session', 'held', 'closed')`,
  `create type gateway.attendance_summary as (id uuid, group_id uuid, access text, meetings int, present int,
    apologies int, absent int, not_stated int, deputised int)`,
  `create function gateway.attendance_summary(of_group uuid, first_day date, until_day date, levels text[], drafts boolean)
    returns setof gateway.attendance_summary language sql stable
    begin atomic
      with held as (
        select id, held_on from meetings.meeting
          where group_id = $1 and status in ('held', 'closed') and access = any($4)
            and ($2 is null or held_on >= $2) and ($3 is null or held_on <= $3)
      ), listed as (
        select a.meeting_id, a.person_id, a.status, a.principal_id from meetings.attendance a join held on held.id = a.meeting_id
          where a.access = any($4) and ($5 or not a.draft)
      ), part as (
        select held.id as meeting_id, e.person_id, coalesce(l.status, 'not-stated') as status
          from held cross join lateral (select distinct person_id from groups.deciding_on($1, held.held_on)
              where person_id is not null and access = any($4)) e
            left join listed l on l.meeting_id = held.id and l.person_id = e.person_id
      )
      select part.person_id, $1, 'public', count(*)::int, count(*) filter (where status = 'present')::int,
        count(*) filter (where status = 'apologies')::int, count(*) filter (where status = 'absent')::int,
        count(*) filter (where status = 'not-stated')::int, count(deputy.principal_id)::int
      from part left join (select distinct meeting_id, principal_id from listed where principal_id is not null) deputy
        on deputy.meeting_id = part.meeting_id and deputy.principal_id = part.person_id
      group by part.person_id;
    end`,
);
