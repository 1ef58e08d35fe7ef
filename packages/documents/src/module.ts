import { defineModule, type Module } from "@remit/graphql";
import { sql } from "kysely";
import { defineDocuments, type DocumentTypes } from "./graphql.ts";
import { migrations } from "./migrations.ts";
import { factCommands, type Ports } from "./store.ts";

/** What the module of documents asks of other packages. */
export interface DocumentsGiven {
  readonly ports: Ports;
}

/** The documents that the record was made from, and what each of them says. */
export function documentsModule({ ports }: DocumentsGiven): Module<DocumentTypes> {
  const commands = factCommands(ports);
  return defineModule({
    name: "documents",
    migrations,
    journalled: [{ type: "Fact", table: "documents.journalled_fact" }],
    places: {
      Document: sql`select id, title as label, access, null::uuid as "group" from documents.document`,
      Fact: sql`select id, 'What a document says' as label, access, group_id as "group"
        from documents.fact`,
    },
    commands,
    define: (builder, composed) => defineDocuments(builder, composed, commands),
  });
}
