import type { AgentRef, Period } from "@remit/kernel";
import type { Assessment } from "./assessment.ts";
import type { Citation } from "./citation.ts";
import type { Commitment } from "./commitment.ts";
import type { Indicator, Observation } from "./indicator.ts";
import type { FundingEnvelope, Mission, MissionLink, Party } from "./mission.ts";
import type { Recommendation } from "./recommendation.ts";
import type { Target } from "./target.ts";

const periodColumns = ({ start, end, label }: Period) => ({
  period_start: start,
  period_end: end,
  period_label: label,
});

const citationColumns = ({ title, publisher, url }: Citation) => ({
  source_title: title,
  source_publisher: publisher,
  source_url: url,
});

const keptColumns = <Thing extends Commitment | Target | Observation | Recommendation>(
  it: Thing,
) => ({
  id: it.id,
  version: it.version,
  keeper_id: it.keeper,
  position: it.position,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of a union TypeScript forgets whose it is
  status: it.status as Thing["status"],
  access: it.access,
  record: JSON.stringify(it),
});

export const mission = (it: Mission) => ({
  id: it.id,
  keeper_id: it.keeper,
  slug: it.slug,
  title: it.title,
  statement: it.statement,
  wording: it.wording,
  announced_on: it.announcedOn,
  ...periodColumns(it.period),
  ...citationColumns(it.source),
  access: it.access,
});

export const party = (it: Party) => ({
  id: it.id,
  mission_id: it.mission,
  role: it.role,
  position: it.position,
  kind: it.agent.kind,
  agent_id: "id" in it.agent ? it.agent.id : null,
  label: it.agent.label,
  access: it.access,
});

export const funding = (it: FundingEnvelope) => ({
  id: it.id,
  mission_id: it.mission,
  position: it.position,
  statement: it.statement,
  wording: it.wording,
  kind: it.kind,
  amount: it.amount.amount,
  currency: it.amount.currency,
  additional: it.additional,
  ...periodColumns(it.period),
  ...citationColumns(it.source),
  access: it.access,
});

export const commitment = (it: Commitment) => ({
  ...keptColumns(it),
  mission_id: it.mission,
  code: it.code,
  statement: it.statement,
  wording: it.wording,
  kind: it.kind,
  successor_id: it.status === "superseded" ? it.successor.id : null,
  ...periodColumns(it.period),
  ...citationColumns(it.source),
});

export const target = (it: Target) => ({
  ...keptColumns(it),
  commitment_id: it.commitment,
  statement: it.statement,
  wording: it.wording,
  ...specColumns(it.spec),
  measure: it.measure,
  by_start: it.by.start,
  by_end: it.by.end,
  by_label: it.by.label,
  baseline_kind: it.baseline.kind,
  baseline_value: it.baseline.kind === "exact" ? it.baseline.value : null,
  baseline_unit: it.baseline.kind === "exact" ? it.baseline.unit : null,
  baseline_text: it.baseline.kind === "qualitative" ? it.baseline.text : null,
  indicator_id: it.indicator,
  ...citationColumns(it.source),
});

const specColumns = (spec: Target["spec"]) => ({
  spec_kind: spec.kind,
  spec_value: "value" in spec ? spec.value : null,
  spec_unit: "unit" in spec ? spec.unit : null,
  spec_percent: "percent" in spec ? spec.percent : null,
  spec_direction: "direction" in spec ? spec.direction : null,
  spec_operator: spec.kind === "threshold" ? spec.operator : null,
  spec_of: spec.kind === "coverage" ? spec.of : null,
  spec_text: "text" in spec ? spec.text : spec.kind === "share" ? spec.of : null,
});

export const indicator = (it: Indicator) => ({
  id: it.id,
  mission_id: it.mission,
  position: it.position,
  code: it.code,
  title: it.title,
  definition: it.definition,
  unit: it.unit,
  measure: it.measure,
  direction: it.direction,
  publisher: it.publisher,
  note: it.note,
  expected: JSON.stringify({ parts: it.expected }),
  ended_on: it.ended,
  successor_id: it.successor,
  access: it.access,
});

export const observation = (it: Observation, current: boolean) => ({
  ...keptColumns(it),
  indicator_id: it.indicator,
  period_start: it.period.start,
  period_end: it.period.end,
  period_label: it.period.label,
  value: it.value,
  dimensions: JSON.stringify(it.dimensions ?? {}),
  published_on: it.publishedOn,
  vintage: it.vintage,
  current,
  derived: it.derived,
  note: it.note,
  ...citationColumns(it.source),
});

export const link = (it: MissionLink) => ({
  id: it.id,
  mission_id: it.mission,
  position: it.position,
  title: it.title,
  url: it.url,
  kind: it.kind,
  statement: it.statement,
  wording: it.wording,
  ...citationColumns(it.source),
  access: it.access,
});

const agentColumns = (agent: AgentRef | null) => ({
  agent_id: agent !== null && "id" in agent ? agent.id : null,
  label: agent?.label ?? null,
});

export const assessment = (it: Assessment) => ({
  id: it.id,
  version: it.version,
  keeper_id: it.keeper,
  subject_type: it.subject.type,
  subject_id: it.subject.id,
  kind: it.kind,
  scale: it.scale.id,
  scale_version: it.scale.version,
  value: it.value,
  ...agentColumns(it.assessor),
  rationale: it.rationale,
  method: it.method?.id ?? null,
  method_version: it.method?.version ?? null,
  as_at: it.asAt,
  status: it.status,
  access: it.access,
});

export const recommendation = (it: Recommendation) => {
  const answer = it.answers.at(-1);
  return {
    ...keptColumns(it),
    mission_id: it.mission,
    code: it.code,
    text: it.text,
    wording: it.wording,
    ...agentColumns(it.madeBy),
    answer_due: it.answerDue,
    answer_position: answer?.position ?? null,
    answer_text: answer?.text ?? null,
    answered_on: answer?.on ?? null,
    ...citationColumns(it.source),
  };
};
