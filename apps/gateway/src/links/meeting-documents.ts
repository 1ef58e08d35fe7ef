import type { Builder } from "@remit/graphql";
import type { Documents, Meetings } from "../schema.ts";

export function linkMeetingDocuments(
  builder: Builder,
  { Meeting }: Meetings,
  { Document }: Documents,
) {
  builder.objectField(Meeting, "source", (t) =>
    t.one(Document, {
      on: { id: "document_id" },
      description: "The document from which its record was made.",
    }),
  );
}
