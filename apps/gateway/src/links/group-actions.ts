import { dueDay, isOverdue } from "@remit/actions/graphql";
import type { Builder } from "@remit/graphql";
import type { Actions, Groups } from "../schema.ts";

export function linkGroupActions(
  builder: Builder,
  { Group }: Groups,
  { Action, Status: ActionStatus }: Actions,
) {
  builder.objectField(Action, "group", (t) =>
    t.one(Group, { on: { id: "group_id" }, description: "The group that agreed it." }),
  );
  builder.objectField(Group, "actions", (t) =>
    t.page(Action, {
      on: { group_id: "id" },
      args: {
        status: t.arg({ type: ActionStatus, description: "Only those that have come this far." }),
        overdue: t.arg.boolean({ description: "Only those that are overdue, or that are not." }),
      },
      where: (row, { status, overdue }, eb) => {
        const late = isOverdue(row);
        return eb.and([
          ...(status ? [eb(row.status, "=", status)] : []),
          ...(typeof overdue === "boolean" ? [overdue ? late : eb.not(late)] : []),
        ]);
      },
      order: [{ by: dueDay }, "id"],
      description: "Its actions by the day on which they are due; those without one are last.",
    }),
  );
}
