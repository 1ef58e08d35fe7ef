import {
  type Builder,
  byLevel,
  type Command,
  type Composed,
  defineCommands,
  enumOf,
} from "@remit/graphql";
import { DocumentKind } from "./document.ts";
import { FactStatus } from "./fact.ts";
import { defineFacts } from "./graphql/fact.ts";
export type {} from "./store.ts";

/** The documents that the record was made from, and what each of them says. */
export function defineDocuments(
  builder: Builder,
  composed: Composed,
  commands: readonly Command[],
) {
  const { Fact } = defineFacts(builder, composed);
  const Document = builder.table("documents.document", {
    name: "Document",
    key: "id",
    description: "A document that was imported into the record.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const Kind = enumOf(builder, DocumentKind);
  builder.objectFields(Document, (t) => ({
    kind: t.expose("kind", { type: Kind, description: "The kind of the document." }),
    name: t.text("name", { description: "The name of the document's file." }),
    title: t.text("title", { description: "The title of the document." }),
    facts: t.page(Fact, {
      on: { document_id: "id" },
      args: {
        status: t.arg({
          type: enumOf(builder, FactStatus),
          description: "Only facts of this status; all if left out.",
        }),
      },
      where: (row, { status }, eb) => (status ? eb(row.status, "=", status) : null),
      order: ["place", "id"],
      description:
        "What the document says, fact by fact, in its order; none where you do not keep the record.",
    }),
    sha256: t.word("sha256", "code", {
      description: "The SHA-256 hash of the document's bytes, in hexadecimal.",
    }),
    officialRecord: t.text("official_record", {
      nullable: true,
      description:
        "The address of the official record that the document summarises; null where the document is no summary.",
    }),
    importedAt: t.expose("imported_at", {
      type: "DateTime",
      description: "The moment at which the document was imported.",
    }),
    undoneAt: t.expose("undone_at", {
      type: "DateTime",
      nullable: true,
      description:
        "The moment at which the import was undone and what it brought was taken out of the record; null where it stands.",
    }),
    supersededBy: t.one(Document, {
      on: { id: "superseded_by" },
      description: "The later document that took this one's place; null where none did.",
    }),
    supersedes: t.many(Document, {
      on: { superseded_by: "id" },
      order: ["imported_at"],
      size: 1,
      description:
        "The earlier documents whose place this one took, in the order of their imports.",
    }),
  }));
  builder.objectField(Fact, "document", (t) =>
    t.one(Document, {
      on: { id: "document_id" },
      description: "The document that says it; null where you may not see the whole of it.",
    }),
  );
  defineCommands(builder, Fact, commands, composed.directory);
  const DocumentBy = builder.inputType("DocumentBy", {
    isOneOf: true,
    description: "One way to name a document.",
    fields: (t) => ({
      id: t.id({ description: "The document's id, as the graph gives it." }),
      sha256: t.string({
        description: "The SHA-256 hash of the document's bytes, in hexadecimal.",
      }),
    }),
  });
  return { Document, DocumentBy, DocumentKind: Kind, Fact };
}

/** The types that `defineDocuments` gives, for whoever links them to others. */
export type DocumentTypes = ReturnType<typeof defineDocuments>;
