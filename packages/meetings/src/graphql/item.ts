import { type Builder, byAccess, enumValues } from "@remit/graphql";
import { Outcome } from "../item.ts";
import type { MeetingRef } from "./meeting.ts";

export function defineItems(builder: Builder, Meeting: MeetingRef) {
  const { Item, Contribution, Speaker, Paper, Decision } = tables(builder);
  const OutcomeType = builder.enumType("ItemOutcome", {
    description: "What became of an item; NIL where the minutes say that there was none.",
    values: enumValues<Outcome>({
      discussed: "It was discussed.",
      noted: "It was noted.",
      nil: "The minutes say that there was none.",
      "not-stated": "The minutes do not say.",
    }),
  });

  builder.objectFields(Speaker, (t) => ({
    mention: t.text("mention", {
      description: "How the minutes name them there.",
    }),
    name: t.text("name", {
      description: "The full name for which the mention stands.",
    }),
    basis: t.expose("basis", { type: builder.Basis, description: "How we know who is meant." }),
  }));
  builder.objectFields(Contribution, (t) => ({
    kind: t.word("kind", "word", { description: "Such as statement, question or key-point." }),
    lead: t.text("lead", {
      nullable: true,
      description: "The sentence that introduces the list in which it stands.",
    }),
    text: t.text("text", {
      description: "What was said, as minuted.",
    }),
    reporting: t.expose("reporting", {
      type: builder.Wording,
      description: "The minutes' own words, or a summary of them.",
    }),
    speakers: t.many(Speaker, {
      on: { contribution_id: "id" },
      order: ["place"],
      size: 1,
      description: "Who said it; empty where nobody is named.",
    }),
  }));
  builder.objectFields(Paper, (t) => ({
    number: t.text("number", { description: "Its number at this meeting." }),
    title: t.text("title", {
      nullable: true,
      description: "Its title, where it is given.",
    }),
    item: t.one(Item, { on: { id: "item_id" }, description: "The item that it is for." }),
  }));
  builder.objectFields(Decision, (t) => ({
    kind: t.word("kind", "word", { description: "Such as agreed, approved or noted." }),
    text: t.text("text", { description: "The decision." }),
    wording: t.expose("wording", { type: builder.Wording, description: "Whose words they are." }),
    item: t.one(Item, { on: { id: "item_id" }, description: "The item under which it was made." }),
  }));
  const papers = { order: ["place"], size: 2 } as const;
  builder.objectFields(Item, (t) => ({
    place: t.exposeInt("place", { description: "Its place in the minutes, from 1." }),
    level: t.exposeInt("level", { description: "1 for an item, 2 for a part of one." }),
    number: t.text("number", { nullable: true, description: "Its number as written." }),
    heading: t.text("heading", {
      nullable: true,
      description: "Its heading; null where the source has lost it.",
    }),
    outcome: t.expose("outcome", { type: OutcomeType, description: "What became of it." }),
    contributions: t.many(Contribution, {
      on: { item_id: "id" },
      order: ["place"],
      description: "What was said, in the order of the minutes.",
    }),
    papers: t.many(Paper, {
      on: { item_id: "id" },
      ...papers,
      description: "The papers that were before the meeting under this item.",
    }),
    meeting: t.one(Meeting, { on: { id: "meeting_id" }, description: "The meeting." }),
  }));
  builder.objectFields(Meeting, (t) => ({
    items: t.many(Item, {
      on: { meeting_id: "id" },
      order: ["place"],
      description: "What the meeting took, in the order of the minutes.",
    }),
    papers: t.many(Paper, {
      on: { meeting_id: "id" },
      ...papers,
      description: "The papers before the meeting.",
    }),
    decisions: t.many(Decision, {
      on: { meeting_id: "id" },
      order: ["place"],
      size: 3,
      description: "What the meeting decided.",
    }),
  }));
  return { Contribution, Item, Speaker };
}

function tables(builder: Builder) {
  const { Node } = builder;
  const Contribution = builder.table("meetings.contribution", {
    name: "Contribution",
    key: "id",
    unique: [["item_id", "place"]],
    description: "What somebody said or reported under an item.",
    visible: byAccess,
    interfaces: [Node],
  });
  return {
    Contribution,
    Item: builder.table("meetings.item", {
      name: "Item",
      key: "id",
      unique: [["meeting_id", "place"]],
      description: "A matter that a meeting took, as its minutes have it.",
      visible: byAccess,
      interfaces: [Node],
    }),
    Speaker: builder.table("meetings.speaker", {
      name: "Speaker",
      key: "id",
      unique: [["contribution_id", "place"]],
      description: "Who made a contribution.",
      visible: { through: Contribution, column: "contribution_id" },
    }),
    Paper: builder.table("meetings.paper", {
      name: "Paper",
      key: "id",
      description: "A document before a meeting.",
      visible: byAccess,
      interfaces: [Node],
    }),
    Decision: builder.table("meetings.decision", {
      name: "Decision",
      key: "id",
      unique: [["meeting_id", "place"]],
      description: "What a meeting decided.",
      visible: byAccess,
      interfaces: [Node],
    }),
  };
}
