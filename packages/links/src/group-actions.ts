import { type ActionTypes, dueDay, isOverdue } from "@remit/actions/graphql";
import type { Builder } from "@remit/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import { sql } from "kysely";

/** Links groups with their actions and action logs. */
export function linkGroupActions(
  builder: Builder,
  { Group }: GroupTypes,
  { Action, ActionLog, Status: ActionStatus }: ActionTypes,
) {
  builder.objectField(Action, "group", (t) =>
    t.one(Group, {
      on: { id: "group_id" },
      description: "The group that agreed the action; null where you may not see it.",
    }),
  );
  builder.objectField(ActionLog, "group", (t) =>
    t.one(Group, {
      on: { id: "group_id" },
      description: "The group whose log it is; null where you may not see it.",
    }),
  );
  builder.objectField(Group, "actionLog", (t) =>
    t.embedded(
      ActionLog,
      ({ id, zone }, { asAt }) => ({
        group_id: id,
        zone,
        at: sql<string | null>`${asAt ?? null}::timestamptz`,
      }),
      {
        args: {
          asAt: t.arg({
            type: "DateTime",
            description: "The moment at which the log is looked at; now if left out.",
          }),
        },
        made: ({ asAt }) => asAt != null,
        description: "Every action of the group at one moment, drafts left out.",
      },
    ),
  );
  builder.objectField(Group, "actions", (t) =>
    t.page(Action, {
      on: { group_id: "id" },
      args: {
        status: t.arg({
          type: ActionStatus,
          description: "Only actions with this status; all if left out.",
        }),
        overdue: t.arg.boolean({
          description:
            "True for actions that are overdue, false for those that are not; all if left out.",
        }),
      },
      where: (row, args, eb, viewer, { zone }) => {
        const { status, due_on } = row;
        // The group's own, so that PostgreSQL knows the day before it reads an action.
        const late = isOverdue({ status, due_on, zone }, viewer);
        const { overdue } = args;
        return eb.and([
          ...(args.status ? [eb(status, "=", args.status)] : []),
          ...(typeof overdue === "boolean" ? [overdue ? late : eb.not(late)] : []),
        ]);
      },
      order: [{ by: dueDay }, "id"],
      description:
        "The actions of the group by the day on which they are due; those without one are last.",
    }),
  );
}
