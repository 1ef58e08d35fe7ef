import { type ActionTypes, isLive } from "@remit/actions/graphql";
import type { Builder } from "@remit/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";

export function linkMeetingActions(
  builder: Builder,
  { Item, Meeting }: MeetingTypes,
  { Action, ActionLogSnapshot }: ActionTypes,
) {
  const RaisedAt = builder.embedded<{
    meeting_id: string;
    item_id: string | null;
    raised_on: string;
  }>("RaisedAt", { description: "Where an action comes from." });
  builder.objectFields(RaisedAt, (t) => ({
    meeting: t.one(Meeting, { on: { id: "meeting_id" }, description: "The meeting." }),
    item: t.one(Item, {
      on: { id: "item_id" },
      description: "The item under which it was raised.",
    }),
    on: t.expose("raised_on", { type: "Date", description: "The day of the meeting." }),
  }));
  builder.objectField(Action, "raisedAt", (t) =>
    t.embedded(
      RaisedAt,
      ({ meeting_id, item_id, raised_on }) => ({ meeting_id, item_id, raised_on }),
      {
        description: "Where it comes from.",
      },
    ),
  );
  builder.objectFields(Meeting, (t) => ({
    actions: t.many(Action, {
      on: { meeting_id: "id" },
      order: ["number"],
      description: "The actions that it raised.",
    }),
    actionLogs: t.many(ActionLogSnapshot, {
      on: { meeting_id: "id" },
      order: ["taken_on"],
      size: 1,
      description: "The action logs that were taken for it.",
    }),
    openActionCount: t.count(Action, {
      on: { meeting_id: "id" },
      where: isLive,
      description: "How many of them are open.",
    }),
  }));
  builder.objectField(Item, "actions", (t) =>
    t.many(Action, {
      on: { item_id: "id" },
      order: ["number"],
      size: 2,
      description: "The actions that were raised under it.",
    }),
  );
}
