import { type Command, commandsOf } from "@remit/database";
import { type CommitmentOptions, verbsOfCommitments } from "../options.ts";
import * as done from "../verbs.ts";
import { assessmentKeeping, recommendationKeeping } from "./judging.ts";
import { commitmentKeeping, observationKeeping, targetKeeping } from "./keeping.ts";
import { partKeepings } from "./parts.ts";

/** Every verb of commitments, as it is done on a database. */
export const commitmentCommands = (options: CommitmentOptions): Command[] =>
  commandsOf({
    makers: [done.makeCommitment],
    verbs: Object.values(verbsOfCommitments(options)),
    keeping: commitmentKeeping,
  });

/** Every verb of whatever else belongs to a mission, as it is done on a database. */
export const commands: Readonly<
  Record<
    "targets" | "observations" | "assessments" | "recommendations" | keyof typeof partKeepings,
    Command[]
  >
> = {
  targets: commandsOf({
    makers: [done.setTarget],
    verbs: Object.values(done.targetVerbs),
    keeping: targetKeeping,
  }),
  observations: commandsOf({
    makers: [done.recordObservation],
    verbs: Object.values(done.observationVerbs),
    keeping: observationKeeping,
  }),
  assessments: commandsOf({
    makers: [done.assess, done.computeAssessment],
    verbs: Object.values(done.assessmentVerbs),
    keeping: assessmentKeeping,
  }),
  recommendations: commandsOf({
    makers: [done.recordRecommendation],
    verbs: Object.values(done.recommendationVerbs),
    keeping: recommendationKeeping,
  }),
  reports: commandsOf({
    makers: [done.draftReport],
    verbs: Object.values(done.reportVerbs),
    keeping: partKeepings.reports,
  }),
  outcomes: commandsOf({
    makers: [done.setOutcome],
    verbs: Object.values(done.outcomeVerbs),
    keeping: partKeepings.outcomes,
  }),
  milestones: commandsOf({
    makers: [done.setMilestone],
    verbs: Object.values(done.milestoneVerbs),
    keeping: partKeepings.milestones,
  }),
  deliverables: commandsOf({
    makers: [done.planDeliverable],
    verbs: Object.values(done.deliverableVerbs),
    keeping: partKeepings.deliverables,
  }),
  fundingLines: commandsOf({
    makers: [done.recordFundingLine],
    verbs: Object.values(done.fundingVerbs),
    keeping: partKeepings.fundingLines,
  }),
  fundingProfiles: commandsOf({
    makers: [done.declareFundingProfile],
    verbs: Object.values(done.profileVerbs),
    keeping: partKeepings.fundingProfiles,
  }),
  standards: commandsOf({
    makers: [done.recordStandard],
    verbs: Object.values(done.standardVerbs),
    keeping: partKeepings.standards,
  }),
  standardAssessments: commandsOf({
    makers: [done.assessStandard],
    verbs: Object.values(done.standardAssessmentVerbs),
    keeping: partKeepings.standardAssessments,
  }),
  contextFactors: commandsOf({
    makers: [done.recordContextFactor],
    verbs: Object.values(done.contextVerbs),
    keeping: partKeepings.contextFactors,
  }),
  involvements: commandsOf({
    makers: [done.recordInvolvement],
    verbs: Object.values(done.involvementVerbs),
    keeping: partKeepings.involvements,
  }),
  relations: commandsOf({
    makers: [done.linkMissions],
    verbs: Object.values(done.relationVerbs),
    keeping: partKeepings.relations,
  }),
};
