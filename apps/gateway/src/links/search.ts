import { type Builder, byAccessAndDraft } from "@remit/graphql";
import { sql } from "kysely";
import type { ActionTypes } from "@remit/actions/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";
import { longestSearch, searchWords } from "./search-words.ts";
export type {} from "./store.ts";

/** What was said and what was agreed, found by its words. */
export function linkSearch(
  builder: Builder,
  { Group }: GroupTypes,
  { Contribution, Meeting }: MeetingTypes,
  { Action }: ActionTypes,
) {
  const Hit = builder.table("gateway.search_hit", {
    name: "SearchHit",
    key: "id",
    description: "A contribution or an action that holds the words.",
    visible: byAccessAndDraft,
  });
  builder.objectFields(Hit, (t) => ({
    text: t.text("text", {
      description: "What was said, or is to be done, as minuted.",
    }),
    on: t.expose("held_on", { type: "Date", description: "The day of the meeting." }),
    found: t.member(builder.Node, {
      kind: "kind",
      id: "id",
      of: { contribution: Contribution, action: Action },
      description: "The contribution or the action itself.",
    }),
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      description: "The meeting that minuted it.",
    }),
    group: t.one(Group, { on: { id: "group_id" }, description: "The group that met." }),
  }));
  builder.queryField("search", (t) =>
    t.page(Hit, {
      description: "Contributions and actions that hold these words, the latest first.",
      args: {
        text: t.arg.string({
          required: true,
          description: `English words; "two words" side by side, or, and -without. Up to ${longestSearch} characters.`,
        }),
      },
      from: (_, { text }) => sql`gateway.search(${searchWords(text)})`,
      order: ["quarter desc", "held_on desc", "id desc"],
    }),
  );
}
