import { type Builder, todayIn } from "@remit/graphql";
import type { Groups, Meetings } from "../schema.ts";

export function linkGroupMeetings(
  builder: Builder,
  { Group }: Groups,
  { Meeting, MeetingStatus }: Meetings,
) {
  builder.objectField(Meeting, "group", (t) =>
    t.one(Group, { on: { id: "group_id" }, description: "The group that met." }),
  );
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
    nextMeeting: t.one(Meeting, {
      on: { group_id: "id" },
      where: (row, _, eb, viewer, { zone }) =>
        eb.and([eb(row.status, "=", "scheduled"), eb(row.held_on, ">=", todayIn(zone, viewer))]),
      order: ["held_on", "id"],
      description: "The first meeting to come; null where none is scheduled.",
    }),
  }));
}
