import type { AgentRef, Id } from "@remit/kernel";
import type { Citation } from "./citation.ts";
import type { Commitment } from "./commitment.ts";
import { byPeriod, figureKey, type Indicator, type Observation } from "./indicator.ts";
import { asFiled } from "./kept.ts";
import type { MissionFile } from "./mission-file.ts";
import type { FundingEnvelope, Mission, MissionLink, Party, PartyRole } from "./mission.ts";
import { type MissionParts, namedInParts, planParts } from "./part-plan.ts";
import type { Target } from "./target.ts";

/** A mission with everything that belongs to it, each list in its order. */
export interface MissionPlan {
  readonly mission: Mission;
  readonly parties: readonly Party[];
  readonly funding: readonly FundingEnvelope[];
  readonly commitments: readonly Commitment[];
  readonly targets: readonly Target[];
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly links: readonly MissionLink[];
  readonly parts: MissionParts;
}

interface Surroundings {
  /** A new UUIDv7 at each call. */
  readonly newId: () => string;
  /** Who a name belongs to among those already recorded. Whoever it does not know stays unresolved. */
  readonly agentCalled?: (name: string) => AgentRef | undefined;
}

/** Everybody whom a mission file names. */
export const namedIn = (file: MissionFile): string[] => [
  ...file.mission.responsible,
  ...file.mission.governance,
  ...namedInParts(file),
];

/** Makes the rows of a mission file: ids, positions, vintages, and for each statement the source that it names by key. */
export function planMission(file: MissionFile, { newId, agentCalled }: Surroundings): MissionPlan {
  const { access } = file;
  const mission = newId();
  const row = (index: number) => ({ id: newId(), position: index + 1, access });
  const { responsible, governance, ...promise } = file.mission;
  const keeper = keeperAmong(governance.map((label) => agentCalled?.(label)));
  const filed = (index: number) => ({ ...row(index), ...asFiled, keeper });
  const agent = (label: string): AgentRef => agentCalled?.(label) ?? { kind: "unresolved", label };
  const party = (role: PartyRole) => (label: string, index: number) => ({
    ...row(index),
    mission,
    role,
    agent: agent(label),
  });

  const places = file.series.map((series, index) => ({ ...row(index), code: series.code }));
  const indicators = file.series.map((series, index) => ({
    ...row(index),
    ...places[index],
    mission,
    code: series.code,
    title: series.title,
    definition: series.definition,
    unit: series.unit,
    measure: series.measure,
    direction: series.direction,
    publisher: series.publisher,
    note: series.note,
    expected: series.expected,
    ended: series.ended,
    successor: series.successor === null ? null : idOf(places, series.successor),
  }));
  const commitments = file.commitments.map((commitment, index) => ({
    ...filed(index),
    mission,
    status: "made" as const,
    restatements: [],
    code: commitment.code,
    statement: commitment.statement,
    wording: commitment.wording,
    kind: commitment.kind,
    period: commitment.period,
    source: cited(file, commitment.source),
  }));
  const funding = file.funding.map(
    ({ lines: _lines, complete: _complete, ...envelope }, index) => ({
      ...row(index),
      ...envelope,
      mission,
      source: cited(file, envelope.source),
    }),
  );
  return {
    mission: { id: mission, keeper, access, ...promise, source: cited(file, promise.source) },
    parties: [...responsible.map(party("responsible")), ...governance.map(party("governance"))],
    funding,
    commitments,
    targets: file.commitments.flatMap(({ code, targets }) =>
      targets.map(({ series, ...target }, index) => ({
        ...filed(index),
        ...target,
        status: "set" as const,
        revisions: [],
        commitment: idOf(commitments, code),
        indicator: series === null ? null : idOf(indicators, series),
        source: cited(file, target.source),
      })),
    ),
    indicators,
    observations: file.series.flatMap(({ code, observations }) =>
      numbered(observations).map((observation, index) => ({
        ...filed(index),
        ...observation,
        reason: null,
        indicator: idOf(indicators, code),
        source: cited(file, observation.source),
      })),
    ),
    links: file.links.map((link, index) => ({
      ...row(index),
      ...link,
      mission,
      source: cited(file, link.source),
    })),
    parts: planParts(file, {
      mission,
      keeper,
      newId,
      agent,
      cited: (key) => cited(file, key),
      commitments,
      indicators,
      funding,
    }),
  };
}

/** The first group among those that steer a mission keeps its record. */
const keeperAmong = (agents: readonly (AgentRef | undefined)[]): Id | null =>
  agents.find((agent) => agent?.kind === "group")?.id ?? null;

function cited({ sources }: MissionFile, key: string): Citation {
  return sources[key] ?? unchecked(key);
}

function idOf(rows: readonly { id: string; code: string }[], code: string): string {
  return rows.find((row) => row.code === code)?.id ?? unchecked(code);
}

/** The schema of the file has looked every key up already. */
function unchecked(key: string): never {
  throw new Error(`"${key}" was not found in a mission file that was checked.`);
}

/** INV-C11: the first figure for a period is vintage 1, the next for the same period 2. Periods come in their order. */
function numbered<Row extends Pick<Observation, "period" | "dimensions">>(
  observations: readonly Row[],
) {
  const last = new Map<string, number>();
  return byPeriod(
    observations.map((observation) => {
      const key = figureKey(observation);
      const vintage = (last.get(key) ?? 0) + 1;
      last.set(key, vintage);
      return { ...observation, vintage };
    }),
  );
}
