import { type ActionTypes, isLive } from "@remit/actions/graphql";
import type { Builder } from "@remit/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";

/** Links meetings and their items with the actions that were raised there. */
export function linkMeetingActions(
  builder: Builder,
  { Item, Meeting }: MeetingTypes,
  { Action, ActionLogSnapshot }: ActionTypes,
) {
  const RaisedAt = builder.embedded<{
    meeting_id: string;
    item_id: string | null;
    raised_on: string;
  }>("RaisedAt", { description: "The meeting, item and day at which an action was raised." });
  builder.objectFields(RaisedAt, (t) => ({
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      description: "The meeting that raised the action; null where you may not see it.",
    }),
    item: t.one(Item, {
      on: { id: "item_id" },
      description:
        "The item under which the action was raised; null where the record does not say.",
    }),
    on: t.expose("raised_on", {
      type: "Date",
      description: "The day of the meeting that raised the action.",
    }),
  }));
  builder.objectField(Action, "raisedAt", (t) =>
    t.embedded(
      RaisedAt,
      ({ meeting_id, item_id, raised_on }) => ({ meeting_id, item_id, raised_on }),
      {
        description: "The meeting, item and day at which the action was raised.",
      },
    ),
  );
  builder.objectFields(Meeting, (t) => ({
    actions: t.many(Action, {
      on: { meeting_id: "id" },
      order: ["number"],
      description: "The actions that the meeting raised, by number.",
    }),
    actionLogs: t.many(ActionLogSnapshot, {
      on: { meeting_id: "id" },
      order: ["taken_on"],
      size: 1,
      description: "The snapshots of the group's action log that were taken for the meeting.",
    }),
    openActionCount: t.count(Action, {
      on: { meeting_id: "id" },
      where: isLive,
      description: "The number of actions of the meeting that are open, in progress or blocked.",
    }),
  }));
  builder.objectField(Item, "actions", (t) =>
    t.many(Action, {
      on: { item_id: "id" },
      order: ["number"],
      size: 2,
      description: "The actions that were raised under the item, by number.",
    }),
  );
}
