import { type Builder, byAccess, readable, todayIn } from "@remit/graphql";
import { sql } from "kysely";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";
export type {} from "./store.ts";

/** Links groups with their meetings, held and to come. */
export function linkGroupMeetings(
  builder: Builder,
  { DeputyNomination, Group }: GroupTypes,
  { Meeting, MeetingStatus }: MeetingTypes,
) {
  builder.objectField(Meeting, "group", (t) =>
    t.one(Group, {
      on: { id: "group_id" },
      description: "The group whose meeting it is; null where you may not see it.",
    }),
  );
  // INV-G9: who is named for one meeting is named for no other.
  builder.objectField(Meeting, "deputyNominations", (t) =>
    t.page(DeputyNomination, {
      on: { meeting_id: "id" },
      order: ["id"],
      description: "The deputies who are named for this meeting alone.",
    }),
  );
  builder.objectField(DeputyNomination, "forMeeting", (t) =>
    t.one(Meeting, {
      on: { id: "meeting_id" },
      description:
        "The meeting for which the deputy is named; null unless it is one alone that you may see.",
    }),
  );
  const Upcoming = defineUpcoming(builder, Meeting);
  builder.objectField(Upcoming, "group", (t) =>
    t.one(Group, {
      on: { id: "group_id" },
      description: "The group whose meeting is to come; null where you may not see it.",
    }),
  );
  builder.objectFields(Group, (t) => ({
    meetings: t.page(Meeting, {
      on: { group_id: "id" },
      args: {
        status: t.arg({
          type: MeetingStatus,
          description: "Only meetings with this status; all if left out.",
        }),
      },
      where: (row, { status }, eb) => (status ? eb(row.status, "=", status) : null),
      order: ["held_on desc", "id desc"],
      description: "The meetings of the group, the latest first.",
    }),
    nextMeeting: t.one(Upcoming, {
      on: { group_id: "id" },
      where: ({ last_day }, _, _eb, viewer, { zone }) =>
        sql<boolean>`${last_day} >= ${todayIn(zone, viewer)}`,
      order: [
        { by: ({ meeting_id }) => sql<number>`(${meeting_id} is null)::int` },
        "last_day",
        "id",
      ],
      description:
        "The next meeting of the group: one that is scheduled, or else what the latest minutes announce; null where there is neither.",
    }),
  }));
}

/** A meeting that an agenda has scheduled, or that minutes announce. */
function defineUpcoming(builder: Builder, Meeting: MeetingTypes["Meeting"]) {
  const Upcoming = builder.table("gateway.upcoming_meeting", {
    name: "UpcomingMeeting",
    key: "id",
    description: "A meeting to come, as an agenda has it or as minutes announce it.",
    visible: byAccess,
  });
  builder.objectFields(Upcoming, (t) => ({
    on: t.expose("next_on", {
      type: "PartialDate",
      description: "The day of the meeting, or as much of the date as is stated.",
    }),
    startsAt: t.expose("starts_at", {
      type: "DateTime",
      nullable: true,
      description: "The moment at which the meeting is to begin; null where no time is stated.",
    }),
    local: t.word("starts_local", "clock", {
      nullable: true,
      description:
        "The start on the wall clock of the place, such as 2022-03-16T10:00; null where no time is stated.",
    }),
    zone: t.word("starts_zone", "clock", {
      nullable: true,
      description:
        "The time zone of the local start, such as Europe/London; null where no time is stated.",
    }),
    location: t.expression("String", readable("location"), {
      nullable: true,
      description: "The place where the meeting is to be held; null where none is stated.",
    }),
    text: t.expression("String", readable("text"), {
      nullable: true,
      description: "The announcement as written; null where the meeting is scheduled.",
    }),
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      description: "The scheduled meeting with its agenda; null where it is only announced.",
    }),
    announcedAt: t.one(Meeting, {
      on: { id: "announced_at" },
      description:
        "The meeting whose minutes hold the announcement; null where the meeting is scheduled.",
    }),
  }));
  return Upcoming;
}
