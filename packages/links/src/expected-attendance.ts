import { type Builder, byAccess, byAccessAndDraft, enumOf, levelsIn } from "@remit/graphql";
import { type NoQuorum, type Quorum, quorumOf, QuorumReason } from "@remit/groups";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";
import { sql } from "kysely";
export type {} from "./attendance-views.ts";
export type {} from "./store.ts";

const dayOrNone = (given: unknown) => (given ? sql`${given}::date` : sql`null::date`);

/** Links meetings with whoever was expected at them: the members of the day, the quorum, and who came how often. */
export function linkExpectedAttendance(
  builder: Builder,
  groups: Pick<GroupTypes, "Group" | "Membership" | "Person">,
  meetings: Pick<MeetingTypes, "Attendance" | "Meeting">,
) {
  const { ExpectedAttendance } = defineExpected(builder, groups, meetings);
  defineQuorum(builder, meetings);
  defineSummary(builder, groups);
  return { ExpectedAttendance };
}

function defineExpected(
  builder: Builder,
  { Membership, Person }: Pick<GroupTypes, "Membership" | "Person">,
  { Attendance, Meeting }: Pick<MeetingTypes, "Attendance" | "Meeting">,
) {
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
  return { ExpectedAttendance: Expected };
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
