import { type Builder, byAccess, readable, todayIn } from "@remit/graphql";
import { sql } from "kysely";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";
export type {} from "./store.ts";

export function linkGroupMeetings(
  builder: Builder,
  { Group }: GroupTypes,
  { Meeting, MeetingStatus }: MeetingTypes,
) {
  builder.objectField(Meeting, "group", (t) =>
    t.one(Group, { on: { id: "group_id" }, description: "The group that meets." }),
  );
  const Upcoming = defineUpcoming(builder, Meeting);
  builder.objectFields(Group, (t) => ({
    meetings: t.page(Meeting, {
      on: { group_id: "id" },
      args: {
        status: t.arg({ type: MeetingStatus, description: "Only those that have come this far." }),
      },
      where: (row, { status }, eb) => (status ? eb(row.status, "=", status) : null),
      order: ["held_on desc", "id desc"],
      description: "Its meetings, the latest first.",
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
        "The first meeting to come: one that is scheduled, or else what the latest minutes announce; null where there is neither.",
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
      description: "The day, or as much of it as was said.",
    }),
    startsAt: t.expose("starts_at", {
      type: "DateTime",
      nullable: true,
      description: "The moment at which it is to begin; null where no time was said.",
    }),
    local: t.word("starts_local", "clock", {
      nullable: true,
      description: "The same on the wall clock of the place, such as 2022-03-16T10:00.",
    }),
    zone: t.word("starts_zone", "clock", {
      nullable: true,
      description: "The time zone of that clock, such as Europe/London.",
    }),
    location: t.expression("String", readable("location"), {
      nullable: true,
      description: "Where it is to be.",
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
      description: "The meeting whose minutes announce it; null where it is scheduled.",
    }),
  }));
  return Upcoming;
}
