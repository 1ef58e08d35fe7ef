import { DocumentKind, FactKind, FactStatus } from "@remit/documents";
import { type Builder, enumOf, orderInput } from "@remit/graphql";
import { vocabulary } from "@remit/kernel";
import { keyOf } from "@remit/pothos-kysely";
import type { DocumentTypes } from "@remit/documents/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import { ofStanding } from "./document-facts.ts";

const OrderField = vocabulary("DocumentOrderField", "The property by which documents are sorted.", {
  imported: "By the moment of their import.",
});

/** The documents that were imported: one by its id or its bytes, all of them, and what they say. */
export function defineDocumentList(
  builder: Builder,
  { Document, DocumentBy, Fact, Group }: DocumentTypes & Pick<GroupTypes, "Group">,
): void {
  const OrderBy = orderInput(
    builder,
    "DocumentOrder",
    "The order of a list of documents.",
    OrderField,
  );
  const Filter = builder.inputType("DocumentFilter", {
    description: "The documents that a list is to hold; what is left out leaves none out.",
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, DocumentKind),
        description: "Only documents of this kind.",
      }),
      undone: t.boolean({
        description: "True for documents whose import was undone, false for those that stand.",
      }),
    }),
  });
  const FactFilter = builder.inputType("FactFilter", {
    description: "The facts that a list is to hold; what is left out leaves none out.",
    fields: (t) => ({
      status: t.field({
        type: enumOf(builder, FactStatus),
        description: "Only facts of this status: WAITING is what waits for an answer.",
      }),
      kind: t.field({ type: enumOf(builder, FactKind), description: "Only facts of this sort." }),
      group: t.id({ description: "Only facts of this group's meetings, by its global id." }),
    }),
  });
  builder.queryFields((t) => ({
    facts: t.page(Fact, {
      description:
        "What documents that stand say, fact by fact, each with the answer to it; for administrators, officials, and whoever keeps the record of the group.",
      args: {
        filter: t.arg({ type: FactFilter, description: "The facts to list; all if left out." }),
      },
      where: (row, { filter }, eb) =>
        eb.and([
          ofStanding(row),
          ...(filter?.status ? [eb(row.status, "=", filter.status)] : []),
          ...(filter?.kind ? [eb(row.kind, "=", filter.kind)] : []),
          ...(filter?.group
            ? [eb(row.group_id, "=", keyOf(Group, filter.group, "filter.group"))]
            : []),
        ]),
      order: ["group_id", "id"],
    }),
    document: t.one(Document, {
      description: "One imported document; null where there is none that you may see.",
      args: {
        by: t.arg({
          type: DocumentBy,
          required: true,
          description: "The document to look up, by its id or the hash of its bytes.",
        }),
      },
      where: ({ id, sha256 }, { by }, eb) =>
        by.id
          ? eb(id, "=", keyOf(Document, by.id, "by.id"))
          : eb(
              sha256,
              "=",
              by.sha256?.map((hash) => hash.toLowerCase()),
            ),
      // What was undone may have been imported again.
      order: ["imported_at desc"],
    }),
    documents: t.page(Document, {
      description: "The imported documents that you may see, the latest first unless sorted.",
      args: {
        filter: t.arg({ type: Filter, description: "The documents to list; all if left out." }),
        orderBy: t.arg({
          type: OrderBy,
          description: "The order of the documents; the latest import first if left out.",
        }),
      },
      where: ({ kind, undone_at }, { filter }, eb) =>
        eb.and([
          ...(filter?.kind ? [eb(kind, "=", filter.kind)] : []),
          ...(typeof filter?.undone === "boolean"
            ? [eb(undone_at, filter.undone ? "is not" : "is", null)]
            : []),
        ]),
      order: {
        arg: "orderBy",
        otherwise: "imported desc",
        of: { imported: ["imported_at", "id"] },
      },
    }),
  }));
}
