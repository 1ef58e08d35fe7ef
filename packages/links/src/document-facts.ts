import type { ActionTypes } from "@remit/actions/graphql";
import type { DocumentTypes } from "@remit/documents/graphql";
import type { Builder } from "@remit/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";

/** What documents say of a part of the record, as its type lists that. */
const ofPart = (part: string) =>
  ({
    on: { subject_id: "id" },
    order: ["place", "id"],
    size: 2,
    description: `What documents say by which the ${part} is in the record: their words, the place, how sure that is.`,
  }) as const;

/** Links what documents say with what the record has of it. */
export function linkDocumentFacts(
  builder: Builder,
  { Fact }: DocumentTypes,
  { Group }: GroupTypes,
  { Attendance, Contribution, Decision, Item, Meeting, Paper, Action }: MeetingTypes & ActionTypes,
) {
  builder.objectFields(Fact, (t) => ({
    subject: t.member(builder.Node, {
      kind: "subject_type",
      id: "subject_id",
      of: { Action, Attendance, Contribution, Decision, Item, Paper },
      description:
        "The part of the record that says it, as it stands now; null where it was taken out, or where you may not see it.",
    }),
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      description: "The meeting of which the fact tells; null where you may not see it.",
    }),
    group: t.one(Group, {
      on: { id: "group_id" },
      description: "The group of whose meeting the fact tells; null where you may not see it.",
    }),
  }));
  builder.objectField(Action, "facts", (t) => t.many(Fact, ofPart("action")));
  builder.objectField(Attendance, "facts", (t) => t.many(Fact, ofPart("attendance")));
  builder.objectField(Contribution, "facts", (t) => t.many(Fact, ofPart("contribution")));
  builder.objectField(Decision, "facts", (t) => t.many(Fact, ofPart("decision")));
  builder.objectField(Item, "facts", (t) => t.many(Fact, ofPart("item")));
  builder.objectField(Paper, "facts", (t) => t.many(Fact, ofPart("paper")));
  builder.objectField(Group, "facts", (t) =>
    t.page(Fact, {
      on: { group_id: "id" },
      order: ["id"],
      description: "What documents say of the group's meetings, fact by fact.",
    }),
  );
  builder.objectField(Meeting, "facts", (t) =>
    t.page(Fact, {
      on: { meeting_id: "id" },
      order: ["place", "id"],
      description: "What documents say of the meeting, fact by fact, with the answers to it.",
    }),
  );
}
