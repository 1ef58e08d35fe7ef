import { defineModule } from "@remit/graphql";
import { sql } from "kysely";
import { defineCommitments } from "./graphql.ts";
import { migrations } from "./migrations.ts";

/** Missions and everything that belongs to them. */
export const commitments = defineModule({
  name: "commitments",
  migrations,
  places: {
    Commitment: sql`select id, code as label, code as quoted, access, null::uuid as "group"
      from commitments.commitment`,
  },
  define: defineCommitments,
});
