import { defineModule } from "@remit/graphql";
import { sql } from "kysely";
import { defineCommitments } from "./graphql.ts";
import { migrations } from "./migrations.ts";
import { commands } from "./store.ts";

/** Missions and everything that belongs to them. */
export const commitments = defineModule({
  name: "commitments",
  migrations,
  journalled: [
    { type: "Commitment", table: "commitments.commitment" },
    { type: "Target", table: "commitments.target" },
    { type: "Observation", table: "commitments.observation" },
    { type: "Assessment", table: "commitments.assessment" },
    { type: "Recommendation", table: "commitments.recommendation" },
  ],
  places: {
    Mission: sql`select id, title as label, slug as quoted, access, keeper_id as "group"
      from commitments.mission`,
    Commitment: sql`select id, code as label, code as quoted, access, keeper_id as "group",
      mission_id as within from commitments.commitment`,
    Indicator: sql`select i.id, i.code as label, i.code as quoted, i.access, m.keeper_id as "group",
      i.mission_id as within
      from commitments.indicator i join commitments.mission m on m.id = i.mission_id`,
    Target: sql`select t.id, t.statement as label, t.access, t.keeper_id as "group", c.mission_id as within
      from commitments.target t join commitments.commitment c on c.id = t.commitment_id`,
    Observation: sql`select o.id, i.code || ' of ' || o.period_end as label, o.access, o.keeper_id as "group",
      i.mission_id as within
      from commitments.observation o join commitments.indicator i on i.id = o.indicator_id`,
    Assessment: sql`select id, value as label, access, keeper_id as "group" from commitments.assessment`,
    Recommendation: sql`select id, code as label, code as quoted, access, keeper_id as "group",
      mission_id as within from commitments.recommendation`,
  },
  commands: Object.values(commands).flat(),
  define: defineCommitments,
});
