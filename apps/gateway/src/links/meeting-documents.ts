import type { Builder } from "@remit/graphql";
import type { DocumentTypes } from "@remit/documents/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";

export function linkMeetingDocuments(
  builder: Builder,
  { Meeting }: MeetingTypes,
  { Document }: DocumentTypes,
) {
  builder.objectField(Meeting, "source", (t) =>
    t.one(Document, {
      on: { id: "document_id" },
      description: "The document from which its record was made.",
    }),
  );
}
