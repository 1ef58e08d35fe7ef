import { migration } from "@remit/database";
import { type Builder, byAccess, byAccessAndDraft, enumOf, levelsIn } from "@remit/graphql";
import { type Quorum, quorumOf, QuorumReason, type QuorumRule } from "@remit/groups";
import type { Attending, NoQuorum } from "@remit/groups";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";
import type { Access } from "@remit/kernel";
import { sql } from "kysely";
export type {} from "./store.ts";

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

const dayOrNone = (given: unknown) => (given ? sql`${given}::date` : sql`null::date`);

/** Links meetings with whoever was expected at them: the members of the day, the quorum, and who came how often. */
export function linkExpectedAttendance(
  builder: Builder,
  groups: Pick<GroupTypes, "Group" | "Membership" | "Person">,
  meetings: Pick<MeetingTypes, "Attendance" | "Meeting">,
) {
  defineExpected(builder, groups, meetings);
  defineQuorum(builder, meetings);
  defineSummary(builder, groups);
}

function defineExpected(
  builder: Builder,
  { Membership, Person }: Pick<GroupTypes, "Membership" | "Person">,
  { Attendance, Meeting }: Pick<MeetingTypes, "Attendance" | "Meeting">,
): void {
  const Expected = builder.table("gateway.expected_attendance", {
    name: "ExpectedAttendance",
    key: "id",
    description: "A member of a group on the day of one of its meetings.",
    visible: byAccess,
  });
  builder.objectFields(Expected, (t) => ({
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      nullable: false,
      description: "The meeting at which the member is expected.",
    }),
    membership: t.one(Membership, {
      on: { id: "membership_id" },
      description: "The membership of the day; null where you may not see it.",
    }),
    person: t.one(Person, {
      on: { id: "person_id" },
      description: "The member who is expected; null where you may not be told.",
    }),
    attendance: t.one(Attendance, {
      on: { id: "attendance_id" },
      description:
        "What the record has of the member; null where it does not mention them, or you may not see it.",
    }),
  }));
  builder.objectFields(Meeting, (t) => ({
    expected: t.page(Expected, {
      on: { meeting_id: "id" },
      order: ["membership_id"],
      description:
        "The members of the group on the day of the meeting, in the order in which they were recorded.",
    }),
    previous: t.one(Meeting, {
      on: { group_id: "group_id" },
      where: ({ held_on, status }, _, eb, _viewer, meeting) =>
        eb.and([
          eb(status, "in", ["held", "closed"]),
          sql<boolean>`${held_on} < ${meeting.held_on}`,
        ]),
      order: ["held_on desc", "id desc"],
      description: "The latest meeting of the group that was held before this one.",
    }),
  }));
}

function defineQuorum(builder: Builder, { Meeting }: Pick<MeetingTypes, "Meeting">): void {
  const Check = builder.objectRef<Quorum>("QuorumCheck").implement({
    description:
      "Whether as many members were at a meeting as its group has to have there to decide.",
    fields: (t) => ({
      present: t.exposeInt("present", {
        description:
          "The number of members who were there, or for whom a deputy who counts was there.",
      }),
      required: t.exposeInt("required", {
        description: "The number of members whom the terms of reference ask for.",
      }),
      isQuorate: t.exposeBoolean("isQuorate", {
        description: "Whether as many were there as the terms of reference ask for.",
      }),
    }),
  });
  const Reason = enumOf(builder, QuorumReason);
  const Not = builder.objectRef<NoQuorum>("QuorumNotComputable").implement({
    description: "The lack of an answer whether a meeting had its quorum, and the reason for it.",
    fields: (t) => ({
      reason: t.expose("reason", {
        type: Reason,
        description: "The reason for which there is no answer.",
      }),
    }),
  });
  const Value = builder.unionType("QuorumValue", {
    description: "Whether a meeting had its quorum, or why that cannot be said.",
    types: [Check, Not],
    resolveType: ({ kind }) => (kind === "quorum" ? Check : Not),
  });
  const AtMeeting = builder.table("gateway.quorum", {
    name: "MeetingQuorum",
    key: "id",
    description: "The quorum of a meeting, as the terms of reference of its day ask for it.",
    visible: byAccessAndDraft,
  });
  builder.objectFields(AtMeeting, (t) => ({
    check: t.computed(
      Value,
      ["rule", "members", "attending"],
      ({ rule, members, attending }) => quorumOf(rule, members, attending),
      { description: "Whether the meeting had its quorum, or why that cannot be said." },
    ),
    meeting: t.one(Meeting, {
      on: { id: "id" },
      nullable: false,
      description: "The meeting whose quorum it is.",
    }),
  }));
  builder.objectField(Meeting, "quorum", (t) =>
    t.one(AtMeeting, {
      on: { id: "id" },
      description:
        "The quorum of the meeting; null before it begins, and where you may not see the whole of its attendance.",
    }),
  );
}

function defineSummary(
  builder: Builder,
  { Group, Person }: Pick<GroupTypes, "Group" | "Person">,
): void {
  const Summary = builder.table("gateway.attendance_summary", {
    name: "AttendanceSummary",
    key: "id",
    description: "How often a member of a group came to its meetings in a period.",
    visible: byAccess,
  });
  builder.objectFields(Summary, (t) => ({
    person: t.one(Person, {
      on: { id: "id" },
      description: "The member who came; null where you may not be told.",
    }),
    group: t.one(Group, {
      on: { id: "group_id" },
      description: "The group whose meetings are counted.",
    }),
    meetings: t.exposeInt("meetings", {
      description: "The number of meetings held while the person was a member.",
    }),
    present: t.exposeInt("present", {
      description: "The number of those meetings that the person attended.",
    }),
    apologies: t.exposeInt("apologies", {
      description: "The number of those meetings for which the person sent apologies.",
    }),
    absent: t.exposeInt("absent", {
      description: "The number of those meetings from which the record says the person was absent.",
    }),
    notStated: t.exposeInt("not_stated", {
      description: "The number of those meetings of which the record does not say.",
    }),
    deputised: t.exposeInt("deputised", {
      description: "The number of those meetings to which a deputy came in the person's place.",
    }),
  }));
  builder.objectField(Group, "attendanceSummary", (t) =>
    t.page(Summary, {
      args: {
        from: t.arg({ type: "Date", description: "The first day of the period; any if left out." }),
        to: t.arg({ type: "Date", description: "The last day of the period; any if left out." }),
      },
      from: (_, { from, to }, _eb, viewer, { id }) => {
        const keeps = viewer.administrator
          ? sql`true`
          : sql`${id} = any(${viewer.keeps.as("uuid[]")})`;
        return sql`gateway.attendance_summary(${id}, ${dayOrNone(from)}, ${dayOrNone(to)}, ${levelsIn(id, viewer)}, ${keeps})`;
      },
      order: ["present desc", "id"],
      description:
        "How often each member of the group came to the meetings that were held, the most often first.",
    }),
  );
}
