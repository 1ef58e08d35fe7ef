import type { Builder } from "@remit/graphql";
import type { Actions, Groups } from "../schema.ts";

export function linkGroupActions(builder: Builder, { Group }: Groups, { Action }: Actions) {
  builder.objectField(Action, "group", (t) =>
    t.one(Group, { on: { id: "group_id" }, description: "The group that agreed it." }),
  );
}
