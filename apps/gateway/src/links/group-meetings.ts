import type { Builder } from "@remit/graphql";
import type { Groups, Meetings } from "../schema.ts";

export function linkGroupMeetings(builder: Builder, { Group }: Groups, { Meeting }: Meetings) {
  builder.objectField(Meeting, "group", (t) =>
    t.one(Group, { on: { id: "group_id" }, description: "The group that met." }),
  );
  builder.objectField(Group, "meetings", (t) =>
    t.page(Meeting, {
      on: { group_id: "id" },
      order: ["held_on desc", "id desc"],
      description: "Its meetings, the latest first.",
    }),
  );
}
