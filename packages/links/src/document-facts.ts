import type { ActionTypes } from "@remit/actions/graphql";
import type { DocumentTypes } from "@remit/documents/graphql";
import { type Builder, readable } from "@remit/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";
import { type Expression, sql, type SqlBool } from "kysely";

/** What documents say of a part of the record, as its type lists that. */
const ofPart = (part: string) =>
  ({
    on: { subject_id: "id" },
    order: ["place", "id"],
    size: 2,
    description: `What documents say by which the ${part} is in the record: their words, the place, how sure that is.`,
  }) as const;

/** Whether the document of a fact stands, whoever may see the document. */
export const ofStanding = (row: {
  readonly document_id: Expression<string>;
}): Expression<SqlBool> => sql<SqlBool>`documents.stands(${row.document_id})`;

/** Links what documents say with what the record has of it. */
export function linkDocumentFacts(
  builder: Builder,
  { Document, Fact }: DocumentTypes,
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
  builder.objectField(Document, "text", (t) =>
    t.expression(
      "String",
      (row, args, eb, viewer) => {
        const text = sql<string | null>`${readable("text")(row, args, eb, viewer)}`;
        if (viewer.administrator) return text;
        // Minutes that are withdrawn, or withheld in part, are whole in their document.
        const whose = viewer.official
          ? sql`true`
          : sql`gateway.group_of_document(${row.id}) = any(${viewer.keeps.as("uuid[]")})`;
        return sql<string | null>`case when ${row.undone_at} is null and ${whose} then ${text} end`;
      },
      {
        nullable: true,
        description:
          "The text of the document, in which the places of its facts count, for administrators, officials, and whoever keeps the record of its group; null for everybody else, and for all but administrators where the import was undone.",
      },
    ),
  );
  builder.objectField(Action, "facts", (t) => t.many(Fact, ofPart("action")));
  builder.objectField(Attendance, "facts", (t) => t.many(Fact, ofPart("attendance")));
  builder.objectField(Contribution, "facts", (t) => t.many(Fact, ofPart("contribution")));
  builder.objectField(Decision, "facts", (t) => t.many(Fact, ofPart("decision")));
  builder.objectField(Item, "facts", (t) => t.many(Fact, ofPart("item")));
  builder.objectField(Paper, "facts", (t) => t.many(Fact, ofPart("paper")));
  builder.objectField(Group, "facts", (t) =>
    t.page(Fact, {
      on: { group_id: "id" },
      where: ofStanding,
      order: ["id"],
      description: "What documents that stand say of the group's meetings, fact by fact.",
    }),
  );
  builder.objectField(Meeting, "facts", (t) =>
    t.page(Fact, {
      on: { meeting_id: "id" },
      where: ofStanding,
      order: ["place", "id"],
      description:
        "What documents that stand say of the meeting, fact by fact, with the answers to it.",
    }),
  );
}
