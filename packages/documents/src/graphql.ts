import { type Builder, byLevel, enumValues } from "@remit/graphql";
import { Document as DocumentSchema } from "./document.ts";
export type {} from "./store.ts";

/** The documents that the record was made from. */
export function defineDocuments(builder: Builder) {
  const Document = builder.table("documents.document", {
    name: "Document",
    key: "id",
    description: "A document that was taken into the record.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const Kind = builder.enumType("DocumentKind", {
    description: "What sort of document it is.",
    values: enumValues<DocumentSchema["kind"]>({
      minutes: "Minutes of a meeting.",
      mission: "A mission file.",
      links: "A file of links between actions and commitments.",
    }),
  });
  builder.objectFields(Document, (t) => ({
    kind: t.expose("kind", { type: Kind, description: "What sort of document it is." }),
    name: t.text("name", { description: "The name of its file." }),
    title: t.text("title", { description: "Its title." }),
    sha256: t.word("sha256", "code", {
      description: "The hash of its bytes, by which it is known again.",
    }),
    officialRecord: t.text("official_record", {
      nullable: true,
      description: "Where the official record is, for a document that is somebody's summary of it.",
    }),
    importedAt: t.expose("imported_at", { type: "DateTime", description: "When it was taken in." }),
    undoneAt: t.expose("undone_at", {
      type: "DateTime",
      nullable: true,
      description: "When what it brought was taken out of the record again; null where it stands.",
    }),
  }));
  return { Document };
}

/** The types that `defineDocuments` gives, for whoever links them to others. */
export type DocumentTypes = ReturnType<typeof defineDocuments>;
