import { type Asked, commandsOf, type Keeping, keptIn } from "@remit/database";
import { type Id, isFor, type Noun, type Pointed, standsIn, type Subject } from "@remit/kernel";
import { sql } from "kysely";
import type { Commitment } from "../commitment.ts";
import { FundingLine } from "../funding.ts";
import { MissionAccess } from "../mission.ts";
import type { Outcome } from "../framework.ts";
import type { Report } from "../report.ts";
import { StandardAssessment } from "../standard.ts";
import {
  contextFactors,
  deliverables,
  type FundingFacts,
  fundingLines,
  fundingProfiles,
  involvements,
  milestones,
  outcomes,
  type PartFacts,
  relations,
  type ReportFacts,
  reports,
  standardAssessments,
  type StandardFacts,
  standards,
} from "../verb.ts";
import * as done from "../verbs.ts";
import { missionIn } from "../within.ts";
import { becameIn, type Makings } from "./becoming.ts";
import { recommendationKeeping } from "./judging.ts";
import {
  commitmentKeeping,
  observationKeeping,
  originOf,
  placeIn,
  standing,
  targetKeeping,
} from "./keeping.ts";
import { snapshotOf } from "./snapshot.ts";
import type { PartName } from "./part-tables.ts";

type Part = Subject &
  Pick<Commitment, "keeper" | "access" | "made" | "position"> & {
    readonly mission: Id;
    readonly status: string;
    readonly commitment?: Id | null;
  };

/** What a part begins in, by the names that its verbs give it. */
const origins = ["mission", "envelope", "standard", "commitment"] as const;

const origin = ({ told }: Pick<Asked<unknown>, "told">): Pointed => {
  // A thing of a mission may name a commitment beside; it begins in the mission all the same.
  const name = origins.find((each) => told[each] !== undefined) ?? "mission";
  return originOf({ told }, name);
};

const keep = <Thing extends Part, Facts extends PartFacts = PartFacts>(
  table: PartName,
  noun: Noun<Thing>,
  more: {
    readonly parent?: (it: Thing) => Id | null;
    readonly facts?: Omit<Keeping<Thing, Facts>["facts"], "place">;
  } = {},
): Keeping<Thing, Facts> => {
  const place = (asked: Asked<Thing>) =>
    placeIn(asked.tx, table, "mission_id", missionIn(origin(asked)));
  return keptIn<Thing, Facts>(table, {
    noun,
    group: "keeper_id",
    standing,
    columns: (it) => ({
      mission_id: it.mission,
      commitment_id: it.commitment ?? null,
      parent_id: more.parent?.(it) ?? null,
      position: it.position,
      status: it.status,
    }),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every part's facts are its place and its own
    facts: { place, ...more.facts } as unknown as Keeping<Thing, Facts>["facts"],
  });
};

type OfEnvelope = Asked<{ readonly envelope: Id }>;

/** The envelope of a part. Its budget lines are added up by one at a time. */
async function envelopeOf({ tx, thing, told }: OfEnvelope) {
  const id = thing?.envelope ?? originOf({ told }, "envelope").id;
  const { rows } = await sql<{ amount: string; currency: string; isComplete: boolean }>`
    select amount, currency, commitments.is_complete(id) as "isComplete"
    from commitments.funding_envelope where id = ${id} for update`.execute(tx);
  return { id, amount: "0", currency: "", isComplete: false, ...rows[0] };
}

const money = async (asked: OfEnvelope) => {
  const { id, amount, currency } = await envelopeOf(asked);
  const lines = await sql<{ record: unknown }>`select record from commitments.funding_line
    where parent_id = ${id} and status = 'standing' order by position`.execute(asked.tx);
  return { amount, currency, lines: lines.rows.map(({ record }) => FundingLine.parse(record)) };
};

const isComplete = async (asked: OfEnvelope) => (await envelopeOf(asked)).isComplete;

/** Two assessors of one standard wait for each other, so that neither says it twice. */
const others = async ({ tx, told }: Asked<unknown>) => {
  const { id } = originOf({ told }, "standard");
  await sql`select from commitments.standard where id = ${id} for update`.execute(tx);
  const { rows } = await sql<{ record: unknown }>`select record from commitments.standard_assessment
    where parent_id = ${id} and status = 'standing' order by position`.execute(tx);
  return rows.map(({ record }) => StandardAssessment.parse(record));
};

const keptReports = keep<Report, ReportFacts>("commitments.report", reports.noun, {
  facts: {
    snapshot: ({ tx, thing }) =>
      snapshotOf(tx, thing?.mission ?? "", levelsIn(thing?.access ?? "public")),
    became: (asked) => becameIn(asked, makings()),
  },
});

/** Whatever may stand in a record under an access. */
const levelsIn = (access: MissionAccess): MissionAccess[] =>
  MissionAccess.options.filter((level) => standsIn(level, access));

const keptOutcomes = keep("commitments.outcome", outcomes.noun, { parent: ({ parent }) => parent });

const reportKeeping: Keeping<Report, ReportFacts> = {
  ...keptReports,
  sees: (caller, report) =>
    isFor(caller, { access: report.access, group: report.keeper, draft: "draft" in report }),
};

const outcomeKeeping: Keeping<Outcome, PartFacts> = {
  ...keptOutcomes,
  save: async (tx, saving) => {
    await keptOutcomes.save(tx, saving);
    for (const { id, commitments } of [saving.outcome.subject, ...saving.outcome.made]) {
      await sql`delete from commitments.alignment where outcome_id = ${id}`.execute(tx);
      const aligned = [...new Set(commitments.map((each) => each.id))];
      await sql`insert into commitments.alignment (outcome_id, commitment_id)
        select ${id}, unnest(${aligned}::uuid[])`.execute(tx);
    }
  },
};

/** How each sort of part is kept. */
export const partKeepings = {
  reports: reportKeeping,
  outcomes: outcomeKeeping,
  milestones: keep("commitments.milestone", milestones.noun),
  deliverables: keep("commitments.deliverable", deliverables.noun),
  fundingLines: keep<FundingLine, FundingFacts>("commitments.funding_line", fundingLines.noun, {
    parent: ({ envelope }) => envelope,
    facts: { money, isComplete },
  }),
  fundingProfiles: keep("commitments.funding_profile", fundingProfiles.noun, {
    parent: ({ envelope }) => envelope,
    facts: { money, isComplete },
  }),
  standards: keep("commitments.standard", standards.noun),
  standardAssessments: keep<StandardAssessment, StandardFacts>(
    "commitments.standard_assessment",
    standardAssessments.noun,
    { parent: ({ standard }) => standard, facts: { others } },
  ),
  contextFactors: keep("commitments.context_factor", contextFactors.noun),
  involvements: keep("commitments.involvement", involvements.noun),
  relations: keep("commitments.mission_relation", relations.noun, { parent: ({ other }) => other }),
};

/** The verb by which something in a report becomes each sort of record, asked for once all of them are there. */
const makings = (): Makings => ({
  commitment: commandsOf({ makers: [done.makeCommitment], verbs: [], keeping: commitmentKeeping }),
  target: commandsOf({ makers: [done.setTarget], verbs: [], keeping: targetKeeping }),
  observation: commandsOf({
    makers: [done.recordObservation],
    verbs: [],
    keeping: observationKeeping,
  }),
  recommendation: commandsOf({
    makers: [done.recordRecommendation],
    verbs: [],
    keeping: recommendationKeeping,
  }),
  fundingLine: commandsOf({
    makers: [done.recordFundingLine],
    verbs: [],
    keeping: partKeepings.fundingLines,
  }),
  deliverable: commandsOf({
    makers: [done.planDeliverable],
    verbs: [],
    keeping: partKeepings.deliverables,
  }),
  contextFactor: commandsOf({
    makers: [done.recordContextFactor],
    verbs: [],
    keeping: partKeepings.contextFactors,
  }),
  involvement: commandsOf({
    makers: [done.recordInvolvement],
    verbs: [],
    keeping: partKeepings.involvements,
  }),
  outcome: commandsOf({ makers: [done.setOutcome], verbs: [], keeping: partKeepings.outcomes }),
});
