import { canonicalJson } from "@remit/kernel";
import { ContextFactor, Involvement } from "./circumstance.ts";
import { Deliverable, Milestone } from "./delivery.ts";
import { Outcome } from "./framework.ts";
import { FundingLine, FundingProfile } from "./funding.ts";
import type { MissionParts } from "./part-plan.ts";
import { differs, type PartSort } from "./part-refile.ts";
import { Recommendation } from "./recommendation.ts";
import { Report } from "./report.ts";
import { Standard, StandardAssessment } from "./standard.ts";
import { MilestoneProgress } from "./verbs/delivery.ts";
import {
  deliverableVerbs,
  milestoneVerbs,
  outcomeVerbs,
  recommendationVerbs,
  reportVerbs,
} from "./verbs.ts";

const plain = { verbs: {}, byVerbs: [] };

/** Every sort of part that a mission file has, what others hang on before what hangs on it. */
export const partSorts: {
  readonly [Key in keyof MissionParts]: PartSort<MissionParts[Key][number]>;
} = {
  outcomes: {
    type: "Outcome",
    table: "commitments.outcome",
    schema: Outcome,
    marks: [({ code }) => [code]],
    verbs: {
      alignOutcome: ({ thing, again, filed, stamp }) =>
        differs(filed.commitments, again.commitments) &&
        differs(thing.commitments, again.commitments)
          ? outcomeVerbs.align(thing, {
              ...stamp,
              commitments: again.commitments.map((ref) => ({ ...ref, within: thing.mission })),
            })
          : null,
    },
    byVerbs: ["commitments"],
  },
  milestones: {
    type: "Milestone",
    table: "commitments.milestone",
    schema: Milestone,
    marks: [({ commitment, title }) => [commitment, title]],
    words: ({ title }) => title,
    verbs: {
      rescheduleMilestone: ({ thing, again, filed, stamp }) =>
        again.due !== null && again.due !== filed.due && again.due !== thing.due
          ? milestoneVerbs.reschedule(thing, { ...stamp, due: again.due })
          : null,
      rateMilestone: ({ thing, again, filed, stamp }) => {
        const progress = MilestoneProgress.safeParse(again.status).data;
        const { forecast } = again;
        const isNew = filed.status !== again.status || filed.forecast !== forecast;
        return progress !== undefined && isNew
          ? milestoneVerbs.rate(thing, {
              ...stamp,
              progress,
              ...(forecast === null ? {} : { forecast }),
            })
          : null;
      },
      reachMilestone: ({ thing, again, filed, stamp }) =>
        again.status === "achieved" && filed.status !== "achieved"
          ? milestoneVerbs.reach(thing, { ...stamp, actual: again.actual })
          : null,
      missMilestone: ({ thing, again, filed }) =>
        again.status === "missed" && filed.status !== "missed"
          ? milestoneVerbs.miss(thing, again.ended)
          : null,
      withdrawMilestone: ({ thing, again, filed }) =>
        again.status === "withdrawn" && filed.status !== "withdrawn"
          ? milestoneVerbs.withdraw(thing, again.ended)
          : null,
    },
    // INV-C19: when it is due changes by the verb that keeps when it was due before.
    byVerbs: ["due", "forecast", "revisions"],
  },
  deliverables: {
    type: "Deliverable",
    table: "commitments.deliverable",
    schema: Deliverable,
    marks: [({ title }) => [title]],
    words: ({ title }) => title,
    verbs: {
      produceDeliverable: ({ thing, again, filed, stamp }) =>
        again.status === "produced" && filed.status !== "produced"
          ? deliverableVerbs.produce(thing, {
              ...stamp,
              ...(again.deliveredOn === null ? {} : { deliveredOn: again.deliveredOn }),
              ...(again.document === null ? {} : { document: again.document }),
            })
          : null,
    },
    byVerbs: [],
  },
  fundingLines: {
    type: "FundingLine",
    table: "commitments.funding_line",
    schema: FundingLine,
    marks: [
      ({ envelope, kind, period, recipient, purpose }) => [
        envelope,
        kind,
        canonicalJson(period),
        recipient?.label ?? null,
        purpose,
      ],
    ],
    ...plain,
  },
  fundingProfiles: {
    type: "FundingProfile",
    table: "commitments.funding_profile",
    schema: FundingProfile,
    marks: [({ envelope }) => [envelope]],
    ...plain,
  },
  standards: {
    type: "Standard",
    table: "commitments.standard",
    schema: Standard,
    marks: [({ code }) => [code]],
    ...plain,
  },
  standardAssessments: {
    type: "StandardAssessment",
    table: "commitments.standard_assessment",
    schema: StandardAssessment,
    marks: [
      ({ standard, area, period, assessor }) => [
        standard,
        area,
        canonicalJson(period),
        assessor.label,
      ],
    ],
    ...plain,
  },
  contextFactors: {
    type: "ContextFactor",
    table: "commitments.context_factor",
    schema: ContextFactor,
    marks: [({ title }) => [title]],
    words: ({ title, statement }) => `${title} ${statement}`,
    ...plain,
  },
  involvements: {
    type: "Involvement",
    table: "commitments.involvement",
    schema: Involvement,
    marks: [({ who, how, commitment }) => [who, how, commitment], ({ who, how }) => [who, how]],
    words: ({ who, effect }) => `${who} ${effect ?? ""}`,
    ...plain,
  },
  recommendations: {
    type: "Recommendation",
    table: "commitments.recommendation",
    schema: Recommendation,
    marks: [({ code }) => [code]],
    verbs: {
      answerRecommendation: ({ thing, again, filed }) =>
        again.answers
          .filter((answer) =>
            [...filed.answers, ...thing.answers].every((it) => differs(it, answer)),
          )
          .reduce<Recommendation | null>(
            (answered, { commitments, source, ...answer }) =>
              recommendationVerbs.answer(answered ?? thing, {
                ...answer,
                commitments: commitments.map((ref) => ({ ...ref, within: thing.mission })),
                ...(source === null ? {} : { source }),
              }),
            null,
          ),
      settleRecommendation: ({ thing, again, filed }) =>
        (again.status === "implemented" || again.status === "not-implemented") &&
        again.status !== filed.status
          ? recommendationVerbs.settle(thing, { ...again.ended, outcome: again.status })
          : null,
      withdrawRecommendation: ({ thing, again, filed }) =>
        again.status === "withdrawn" && filed.status !== "withdrawn"
          ? recommendationVerbs.withdraw(thing, again.ended)
          : null,
    },
    byVerbs: ["answers"],
  },
  reports: {
    type: "Report",
    table: "commitments.report",
    schema: Report,
    marks: [
      ({ title }) => [title],
      ({ series, covers }) => (series === null ? [null] : [series, canonicalJson(covers)]),
    ],
    verbs: {
      addReportStatement: ({ thing, again, filed, stamp }) => {
        const known = new Set([...filed.statements, ...thing.statements].map(({ text }) => text));
        return again.statements
          .filter(({ text }) => !known.has(text))
          .reduce<Report | null>(
            (report, { id, number: _number, about, ...statement }) =>
              reportVerbs.addStatement(report ?? thing, {
                ...stamp,
                ...statement,
                about: about.map((ref) => ({ ...ref, within: thing.mission })),
                newId: () => id,
              }),
            null,
          );
      },
    },
    // INV-C16: what a report says is put right by an erratum.
    byVerbs: ["statements", "snapshot", "frozenOn", "errata"],
  },
};

/** The names of the lists of parts, what others hang on before what hangs on it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the names of its keys
export const partNames = Object.keys(partSorts) as (keyof MissionParts)[];
