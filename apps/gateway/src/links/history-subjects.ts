import type { Builder, defineHistory } from "@remit/graphql";
import type { Actions, Groups } from "../schema.ts";

/** From a change back to the record that was changed, whichever package keeps it. */
export function linkHistorySubjects(
  builder: Builder,
  { Entry }: ReturnType<typeof defineHistory>,
  { Group, Person }: Groups,
  { Action, ActionLogSnapshot }: Actions,
) {
  builder.objectField(Entry, "subject", (t) =>
    t.member(builder.Node, {
      kind: "subject_type",
      id: "subject_id",
      of: { Action, ActionLogSnapshot, Group, Person },
      description: "The record that was changed, as it stands now; null where you may not see it.",
    }),
  );
}
