import type { AgentRef, Id, Ref } from "@remit/kernel";
import type { ContextFactor, Involvement } from "./circumstance.ts";
import type { Citation } from "./citation.ts";
import { Deliverable, Milestone } from "./delivery.ts";
import type { Outcome } from "./framework.ts";
import { type FundingLine, type FundingProfile, totalOf } from "./funding.ts";
import { asFiled } from "./kept.ts";
import type { MissionFormat } from "./mission-format.ts";
import { Recommendation } from "./recommendation.ts";
import { Report } from "./report.ts";
import type { Standard, StandardAssessment } from "./standard.ts";

/** What a mission has beside its promises, money, figures and links to what is outside the record. */
export interface MissionParts {
  readonly outcomes: readonly Outcome[];
  readonly milestones: readonly Milestone[];
  readonly deliverables: readonly Deliverable[];
  readonly fundingLines: readonly FundingLine[];
  readonly fundingProfiles: readonly FundingProfile[];
  readonly standards: readonly Standard[];
  readonly standardAssessments: readonly StandardAssessment[];
  readonly contextFactors: readonly ContextFactor[];
  readonly involvements: readonly Involvement[];
  readonly recommendations: readonly Recommendation[];
  readonly reports: readonly Report[];
}

/** What the parts of a mission hang on, in the order of its file. */
export interface PartsAround {
  readonly mission: Id;
  readonly keeper: Id | null;
  /** A new UUIDv7 at each call. */
  readonly newId: () => string;
  /** Whoever a name belongs to. */
  readonly agent: (name: string) => AgentRef;
  readonly cited: (source: string) => Citation;
  readonly commitments: readonly Coded[];
  readonly indicators: readonly Coded[];
  readonly funding: readonly { readonly id: Id }[];
}
interface Coded {
  readonly id: Id;
  readonly code: string;
}

/** Everybody whom the parts of a file name. */
export const namedInParts = (file: MissionFormat): string[] => [
  ...file.funding.flatMap(({ lines }) => lines.flatMap(({ recipient }) => recipient ?? [])),
  ...file.deliverables.map(({ producedBy }) => producedBy),
  ...file.standards.flatMap(({ issuedBy, assessments }) => [
    issuedBy,
    ...assessments.map(({ assessor }) => assessor),
  ]),
  ...file.recommendations.flatMap(({ madeBy, answers }) => [
    madeBy,
    ...answers.map(({ by }) => by),
  ]),
  ...file.reports.flatMap(({ foreword }) => foreword?.by ?? []),
];

/** Makes the parts of a mission, each list numbered through. */
export function planParts(file: MissionFormat, around: PartsAround): MissionParts {
  const { mission, keeper, newId, agent, cited, commitments, indicators } = around;
  const { access } = file;
  const part = (index: number) => ({
    ...asFiled,
    id: newId(),
    position: index + 1,
    access,
    keeper,
    mission,
  });
  const standing = { status: "standing" } as const;
  const commitmentRef = (code: string): Ref[] => refsTo("Commitment", commitments, code);

  const lines = file.funding.flatMap(({ lines: all, amount: { currency } }, at) =>
    all.map((line) => ({ ...line, currency, envelope: around.funding[at]?.id ?? "" })),
  );
  const outcomes = file.outcomes.map((outcome, index) => ({ ...part(index), ...outcome }));
  const standards = file.standards.map(({ assessments, ...standard }, index) => ({
    ...part(index),
    ...standing,
    ...standard,
    issuedBy: agent(standard.issuedBy),
    source: cited(standard.source),
    assessments,
  }));
  return {
    outcomes: outcomes.map(({ parent, commitments: aligned, source, ...outcome }) => ({
      ...outcome,
      ...standing,
      parent: idOf(outcomes, parent),
      commitments: aligned.flatMap(commitmentRef),
      source: cited(source),
    })),
    milestones: file.commitments
      .flatMap(({ code, milestones }) => milestones.map((it) => ({ ...it, code })))
      .map(({ code, ended, source, ...milestone }, index) =>
        Milestone.parse({
          ...part(index),
          ...milestone,
          commitment: idOf(commitments, code),
          revisions: [],
          source: cited(source),
          ...(ended === null ? {} : { ended: { ...ended, by: agent(ended.by) } }),
        }),
      ),
    deliverables: file.deliverables.map(
      ({ commitment, producedBy, produced, source, ...deliverable }, index) =>
        Deliverable.parse({
          ...part(index),
          ...deliverable,
          commitment: idOf(commitments, commitment),
          producedBy: agent(producedBy),
          source: cited(source),
          ...(produced === null
            ? { status: "planned" }
            : {
                status: "produced",
                deliveredOn: produced.on,
                document: produced.document === null ? null : cited(produced.document),
              }),
        }),
    ),
    fundingLines: lines.map(({ recipient, source, ...line }, index) => ({
      ...part(index),
      ...standing,
      ...line,
      recipient: recipient === null ? null : agent(recipient),
      source: cited(source),
    })),
    fundingProfiles: file.funding
      .flatMap(({ complete, lines: all, amount: { currency } }, at) => {
        const own = all.map((line) => ({ ...line, ...standing, currency }));
        const amount = totalOf(own, "budget", currency);
        return complete === null
          ? []
          : { envelope: around.funding[at]?.id ?? "", amount, source: cited(complete) };
      })
      .map((profile, index) => ({ ...part(index), ...standing, ...profile })),
    standards: standards.map(({ assessments: _assessments, ...standard }) => standard),
    standardAssessments: standards
      .flatMap(({ id: standard, assessments }) => assessments.map((it) => ({ ...it, standard })))
      .map((assessment, index) => ({
        ...part(index),
        ...standing,
        ...assessment,
        assessor: agent(assessment.assessor),
        source: cited(assessment.source),
      })),
    contextFactors: file.context.map((factor, index) => ({
      ...part(index),
      ...standing,
      ...factor,
      source: cited(factor.source),
    })),
    involvements: file.involvement.map((involvement, index) => ({
      ...part(index),
      ...standing,
      ...involvement,
      commitment: idOf(commitments, involvement.commitment),
      source: cited(involvement.source),
    })),
    recommendations: file.recommendations.map(
      ({ answers, outcome, madeBy, source, ...recommendation }, index) =>
        Recommendation.parse({
          ...part(index),
          ...recommendation,
          madeBy: agent(madeBy),
          source: cited(source),
          answers: answers.map((answer) => ({
            ...answer,
            by: agent(answer.by),
            commitments: answer.commitments.flatMap(commitmentRef),
            source: answer.source === null ? null : cited(answer.source),
          })),
          ...(outcome === null
            ? { status: answers.length === 0 ? "awaiting" : "answered" }
            : {
                status: outcome.status,
                ended: { by: agent(outcome.by), on: outcome.on, reason: outcome.reason },
              }),
        }),
    ),
    reports: file.reports.map(({ foreword, statements, publishedOn, source, ...report }, index) =>
      Report.parse({
        ...part(index),
        ...report,
        foreword: foreword === null ? null : { ...foreword, by: agent(foreword.by) },
        statements: statements.map(({ commitments: promised, series, ...statement }, at) => ({
          ...statement,
          id: newId(),
          number: at + 1,
          about: [
            ...promised.flatMap(commitmentRef),
            ...series.flatMap((code) => refsTo("Indicator", indicators, code)),
          ],
        })),
        ...(publishedOn === null
          ? { status: "draft", draft: true }
          : {
              status: "published",
              publishedOn,
              // What the mission had come to on that day was not kept, since this record did not make the report.
              snapshot: null,
              frozenOn: null,
              source: cited(source),
              errata: [],
            }),
      }),
    ),
  };
}

const idOf = (rows: readonly Coded[], code: string | null): Id | null =>
  rows.find((row) => row.code === code)?.id ?? null;

const refsTo = (type: string, rows: readonly Coded[], code: string): Ref[] =>
  rows.flatMap((row) => (row.code === code ? { type, id: row.id, label: code } : []));
