import type { Builder } from "@remit/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";
import { sql } from "kysely";
import { hasSlug } from "./by-slug.ts";

/** What a secretariat is asked about meetings. */
export function defineMeetingQuestions(
  builder: Builder,
  {
    Group,
    Meeting,
    MeetingRole,
  }: Pick<GroupTypes, "Group"> & Pick<MeetingTypes, "Meeting" | "MeetingRole">,
): void {
  builder.queryField("whoChaired", (t) =>
    t.page(MeetingRole, {
      description:
        "Whoever chaired the meetings of a group on a day, the one after the other where the chair was handed over.",
      args: {
        group: t.arg.string({
          required: true,
          description: "The slug of the group whose meetings are meant, in any case.",
        }),
        on: t.arg({ type: "Date", required: true, description: "The day of the meetings." }),
      },
      where: (row, { group, on }, eb, viewer) =>
        eb.and([
          eb(row.role, "=", "chair"),
          eb.exists(Group, { id: "group_id" }, (found) => hasSlug(found, group, viewer)),
          eb.exists(
            Meeting,
            { id: "meeting_id" },
            ({ held_on, ended_on }) =>
              sql<boolean>`${on}::date between ${held_on} and coalesce(${ended_on}, ${held_on})`,
          ),
        ]),
      order: ["meeting_id", "from_place", "id"],
    }),
  );
}
