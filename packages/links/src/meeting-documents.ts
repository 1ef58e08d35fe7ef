import type { Builder } from "@remit/graphql";
import type { DocumentTypes } from "@remit/documents/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";

/** Links meetings with the documents that they were read from. */
export function linkMeetingDocuments(
  builder: Builder,
  { Meeting }: MeetingTypes,
  { Document }: DocumentTypes,
) {
  builder.objectField(Document, "meetings", (t) =>
    t.many(Meeting, {
      on: { document_id: "id" },
      order: ["held_on", "id"],
      size: 1,
      description: "The meetings whose record was made from the document, by day.",
    }),
  );
  builder.objectField(Meeting, "source", (t) =>
    t.one(Document, {
      on: { id: "document_id" },
      description:
        "The document from which the record of the meeting was made; null where there is none that you may see.",
    }),
  );
}
