import { type Builder, byAccess, byAccessAndDraft, type Columns, enumOf } from "@remit/graphql";
import type { Access } from "@remit/kernel";
import { sql } from "kysely";
import { DecisionKind } from "../decision.ts";
import { ContributionKind, Outcome } from "../item.ts";
import type { MeetingRef } from "./meeting.ts";

export function defineItems(builder: Builder, Meeting: MeetingRef) {
  const types = tables(builder);
  const { Contribution, Decision, Item, Paper, Speaker } = types;
  defineContributions(builder, Meeting, types);
  const meeting = { on: { id: "meeting_id" } } as const;

  builder.objectFields(Paper, (t) => ({
    number: t.text("number", {
      description: "The number of the paper at its meeting, as written.",
    }),
    title: t.text("title", {
      nullable: true,
      description: "The title of the paper; null where the minutes give none.",
    }),
    item: t.one(Item, {
      on: { id: "item_id" },
      description: "The item that the paper is for; null where the minutes do not say.",
    }),
    meeting: t.one(Meeting, {
      ...meeting,
      description: "The meeting that the paper is for; null where you may not see it.",
    }),
  }));
  builder.objectFields(Decision, (t) => ({
    kind: t.expose("kind", {
      type: enumOf(builder, DecisionKind),
      description: "What the meeting did with the decision.",
    }),
    text: t.text("text", { description: "The decision in words." }),
    wording: t.expose("wording", {
      type: builder.Wording,
      description: "Whether the text is the minutes' own or a summary.",
    }),
    item: t.one(Item, {
      on: { id: "item_id" },
      description: "The item under which the meeting decided; null where the minutes do not say.",
    }),
    meeting: t.one(Meeting, {
      ...meeting,
      description: "The meeting that made the decision; null where you may not see it.",
    }),
  }));
  const papers = { order: ["place"], size: 2 } as const;
  builder.objectFields(Item, (t) => ({
    place: t.exposeInt("place", { description: "The place of the item in the minutes, from 1." }),
    level: t.exposeInt("level", {
      description: "The level of the item's heading: 1 for an item, 2 for a part of one.",
    }),
    number: t.text("number", {
      nullable: true,
      description: "The number of the item as written; null where the minutes do not number it.",
    }),
    heading: t.text("heading", {
      nullable: true,
      description: "The heading of the item; null where the minutes have none or it was lost.",
    }),
    outcome: t.expression(
      enumOf(builder, Outcome),
      (row, _, _eb, viewer) => outcomeFor(row, viewer),
      {
        notNull: true,
        description:
          "What came of the item; not stated where the minutes that say so are not for you.",
      },
    ),
    contributions: t.many(Contribution, {
      on: { item_id: "id" },
      order: ["place"],
      description: "What was said under the item, in the order of the minutes.",
    }),
    papers: t.many(Paper, {
      on: { item_id: "id" },
      ...papers,
      description: "The papers for the item.",
    }),
    decisions: t.many(Decision, {
      on: { item_id: "id" },
      order: ["place"],
      size: 1,
      description: "The decisions that the meeting made under the item.",
    }),
    meeting: t.one(Meeting, {
      ...meeting,
      description: "The meeting that took the item; null where you may not see it.",
    }),
  }));
  builder.objectFields(Meeting, (t) => ({
    items: t.many(Item, {
      on: { meeting_id: "id" },
      order: ["place"],
      description: "The items that the meeting took, in the order of the minutes.",
    }),
    papers: t.many(Paper, {
      on: { meeting_id: "id" },
      ...papers,
      description: "The papers for the meeting.",
    }),
    decisions: t.many(Decision, {
      on: { meeting_id: "id" },
      order: ["place"],
      size: 3,
      description: "The decisions of the meeting, in the order of the minutes.",
    }),
  }));
  return { Contribution, Decision, Item, Paper, Speaker };
}

type ItemColumns = Columns<{
  outcome: Outcome;
  outcome_draft: boolean;
  outcome_access: Access | null;
  outcome_out: Outcome | null;
  access: Access;
  group_id: string;
}>;

/** What came of an item, for whoever may see the minutes that say so: the item itself stood in the agenda. */
function outcomeFor(row: ItemColumns, viewer: Parameters<typeof byAccessAndDraft>[1]) {
  const access = sql<Access>`coalesce(${row.outcome_access}, ${row.access})`;
  const seen = byAccessAndDraft(
    { access, group_id: row.group_id, draft: row.outcome_draft },
    viewer,
  );
  if (seen === true) return row.outcome;
  const out = byAccess({ access, group_id: row.group_id }, viewer);
  return sql<Outcome>`case when ${seen} then ${row.outcome}
    when ${out} then coalesce(${row.outcome_out}, 'not-stated') else 'not-stated' end`;
}

function defineContributions(
  builder: Builder,
  Meeting: MeetingRef,
  { Contribution, Item, Speaker }: ReturnType<typeof tables>,
): void {
  builder.objectFields(Speaker, (t) => ({
    mention: t.text("mention", {
      description: "The words by which the minutes name the speaker, such as the Chair.",
    }),
    name: t.text("name", {
      description: "The full name of the speaker, for which the mention stands.",
    }),
    basis: t.expose("basis", {
      type: builder.Basis,
      description: "Whether the speaker is stated in the minutes or inferred from them.",
    }),
    contribution: t.one(Contribution, {
      on: { id: "contribution_id" },
      nullable: false,
      description: "The contribution that the speaker made.",
    }),
  }));
  builder.objectFields(Contribution, (t) => ({
    kind: t.expose("kind", {
      type: enumOf(builder, ContributionKind),
      description: "What the contribution does in the discussion.",
    }),
    lead: t.text("lead", {
      nullable: true,
      description:
        "The sentence that introduces the list in which the contribution stands; null where there is no list.",
    }),
    text: t.text("text", { description: "The words of the contribution, as minuted." }),
    reporting: t.expose("reporting", {
      type: builder.Wording,
      description: "Whether the text is the minutes' own or a summary.",
    }),
    speakers: t.many(Speaker, {
      on: { contribution_id: "id" },
      order: ["place"],
      size: 1,
      description: "The speakers of the contribution; empty where the minutes name nobody.",
    }),
    item: t.one(Item, {
      on: { id: "item_id" },
      description: "The item under which the contribution was made; null where you may not see it.",
    }),
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      description: "The meeting at which the contribution was made; null where you may not see it.",
    }),
  }));
}

function tables(builder: Builder) {
  const { Node } = builder;
  const Contribution = builder.table("meetings.contribution", {
    name: "Contribution",
    key: "id",
    unique: [["item_id", "place"]],
    description: "What somebody said or reported under an item of a meeting.",
    visible: byAccessAndDraft,
    interfaces: [Node],
  });
  return {
    Contribution,
    Item: builder.table("meetings.item", {
      name: "Item",
      key: "id",
      unique: [["meeting_id", "place"]],
      description: "A matter that a meeting took, as its minutes record it.",
      visible: byAccessAndDraft,
      interfaces: [Node],
    }),
    Speaker: builder.table("meetings.speaker", {
      name: "Speaker",
      key: "id",
      unique: [["contribution_id", "place"]],
      description: "A speaker of a contribution, as the minutes name them.",
      visible: { through: Contribution, column: "contribution_id" },
    }),
    Paper: builder.table("meetings.paper", {
      name: "Paper",
      key: "id",
      description: "A document that was before a meeting, by its number there.",
      visible: byAccessAndDraft,
      interfaces: [Node],
    }),
    Decision: builder.table("meetings.decision", {
      name: "Decision",
      key: "id",
      unique: [["meeting_id", "place"]],
      description: "A decision that a meeting made, as its minutes record it.",
      visible: byAccessAndDraft,
      interfaces: [Node],
    }),
  };
}
