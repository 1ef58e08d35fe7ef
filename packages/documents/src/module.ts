import { defineModule } from "@remit/graphql";
import { sql } from "kysely";
import { defineDocuments } from "./graphql.ts";
import { migrations } from "./migrations.ts";

/** The documents that the record was made from. */
export const documents = defineModule({
  name: "documents",
  migrations,
  places: {
    Document: sql`select id, title as label, access, null::uuid as "group" from documents.document`,
  },
  define: defineDocuments,
});
