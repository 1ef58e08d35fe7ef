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
    description: "A contribution or an action that holds the words of a search.",
    visible: byAccessAndDraft,
  });
  builder.objectFields(Hit, (t) => ({
    text: t.text("text", {
      description: "The text in which the words were found, as minuted.",
    }),
    on: t.expose("held_on", {
      type: "Date",
      description: "The day of the meeting that minuted the text.",
    }),
    found: t.member(builder.Node, {
      kind: "kind",
      id: "id",
      of: { contribution: Contribution, action: Action },
      description:
        "The contribution or the action that holds the text; null where you may not see it.",
    }),
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      description: "The meeting that minuted the text; null where you may not see it.",
    }),
    group: t.one(Group, {
      on: { id: "group_id" },
      description: "The group whose meeting minuted the text; null where you may not see it.",
    }),
  }));
  builder.queryField("search", (t) =>
    t.page(Hit, {
      description:
        "The contributions and actions that hold the words of a search, the latest first.",
      args: {
        text: t.arg.string({
          required: true,
          description: `English words to search for; "two words" side by side, or, and -without. Up to ${longestSearch} characters.`,
        }),
      },
      from: (_, { text }) => sql`gateway.search(${searchWords(text)})`,
      order: ["quarter desc", "held_on desc", "id desc"],
    }),
  );
}
