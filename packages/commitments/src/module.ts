import { defineModule, type Module, type Placed } from "@remit/graphql";
import { sql } from "kysely";
import { type CommitmentTypes, defineCommitments } from "./graphql.ts";
import { migrations } from "./migrations.ts";
import type { CommitmentOptions } from "./options.ts";
import { commands, commitmentCommands } from "./store.ts";

export type { CommitmentOptions } from "./options.ts";

/** What is kept whole beside promises: the member of each that it is called by, and that people quote. */
const parts: readonly {
  readonly type: string;
  readonly table: string;
  readonly label: string;
  readonly quoted?: string;
}[] = [
  { type: "Report", table: "report", label: "title" },
  { type: "Outcome", table: "outcome", label: "code", quoted: "code" },
  { type: "Milestone", table: "milestone", label: "title" },
  { type: "Deliverable", table: "deliverable", label: "title" },
  { type: "FundingLine", table: "funding_line", label: "amount" },
  { type: "FundingProfile", table: "funding_profile", label: "amount" },
  { type: "Standard", table: "standard", label: "code", quoted: "code" },
  { type: "StandardAssessment", table: "standard_assessment", label: "area" },
  { type: "ContextFactor", table: "context_factor", label: "title" },
  { type: "Involvement", table: "involvement", label: "who" },
  { type: "MissionRelation", table: "mission_relation", label: "statement" },
];

/** Missions and everything that belongs to them. */
export function commitmentsModule(options: CommitmentOptions = {}): Module<CommitmentTypes> {
  const commitments = commitmentCommands(options);
  return defineModule({
    name: "commitments",
    migrations,
    journalled: [
      { type: "Commitment", table: "commitments.commitment" },
      { type: "Target", table: "commitments.target" },
      { type: "Observation", table: "commitments.observation" },
      { type: "Assessment", table: "commitments.assessment" },
      { type: "Recommendation", table: "commitments.recommendation" },
      ...parts.map(({ type, table }) => ({ type, table: `commitments.${table}` })),
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
      FundingEnvelope: sql`select f.id, f.statement as label, f.access, m.keeper_id as "group",
      f.mission_id as within
      from commitments.funding_envelope f join commitments.mission m on m.id = f.mission_id`,
      ...Object.fromEntries(
        parts.map(({ type, table, label, quoted }) => [
          type,
          sql<Placed>`select id, record #>> ${sql.lit(`{${label}}`)} as label, access, keeper_id as "group",
          mission_id as within, record -> 'draft' is not null as draft
          ${quoted === undefined ? sql`` : sql`, record ->> ${sql.lit(quoted)} as quoted`}
          from ${sql.table(`commitments.${table}`)}`,
        ]),
      ),
      Recommendation: sql`select id, code as label, code as quoted, access, keeper_id as "group",
      mission_id as within from commitments.recommendation`,
    },
    commands: [...commitments, ...Object.values(commands).flat()],
    define: (builder, composed) => defineCommitments(builder, composed, { commitments, options }),
  });
}
