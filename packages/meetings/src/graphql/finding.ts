import { type Builder, byAccessAndDraft, enumOf, nameless } from "@remit/graphql";
import { FindingCode, sentenceOf } from "../finding.ts";
import type { defineItems } from "./item.ts";
import type { MeetingRef } from "./meeting.ts";

type Types = Pick<ReturnType<typeof defineItems>, "Item" | "Speaker"> & {
  readonly Meeting: MeetingRef;
};

/** INV-M2, INV-M5, INV-M6: what whoever keeps a meeting's record should look at; it stopped nobody. */
export function defineFindings(builder: Builder, { Item, Meeting, Speaker }: Types): void {
  const Finding = builder.table("meetings.finding", {
    name: "MeetingFinding",
    key: "id",
    description: "What does not fit in the record of a meeting, for whoever keeps it.",
    visible: byAccessAndDraft,
  });
  builder.objectFields(Finding, (t) => ({
    code: t.expose("code", {
      type: enumOf(builder, FindingCode),
      description: "What does not fit, as a word to branch on.",
    }),
    message: t.computed("String", ["code", "stated", "expected"], sentenceOf, {
      description: "What does not fit and what to do about it, in a sentence.",
      extensions: nameless("word"),
    }),
    stated: t.exposeInt("stated", {
      nullable: true,
      description: "The number that the meeting is stated to have; null for another finding.",
    }),
    expected: t.exposeInt("expected", {
      nullable: true,
      description: "The number that follows from the meetings before; null for another finding.",
    }),
    speaker: t.one(Speaker, {
      on: { id: "speaker_id" },
      description: "Whoever spoke; null for a finding about a number.",
    }),
    item: t.one(Item, {
      on: { id: "item_id" },
      description: "The item under which it was said; null for a finding about a number.",
    }),
  }));
  builder.objectField(Meeting, "findings", (t) =>
    t.many(Finding, {
      on: { meeting_id: "id", group_id: "group_id" },
      order: ["code", "id"],
      size: 2,
      description:
        "What does not fit in the record of the meeting, for the secretariat and the chair to look at; it stops nothing.",
    }),
  );
}
