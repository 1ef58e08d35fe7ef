import type { MissionPlan } from "@remit/commitments";
import { canonicalJson, firstDay, lastDay } from "@remit/kernel";
import { commonWords, type Marks, pair, sameWords } from "./pair.ts";
import { adoptParts } from "./mission-parts.ts";
import type { EarlierMission } from "./earlier-mission.ts";

/** A mission of a file under the ids of what is there. */
export function adopt(plan: MissionPlan, earlier: EarlierMission): MissionPlan {
  const ids = new Map([[plan.mission.id, earlier.id]]);
  const kept = (id: string) => ids.get(id) ?? id;
  const know = <Part extends { readonly id: string }>(
    parts: readonly Part[],
    before: readonly Part[],
    marks: Marks<Part>,
  ) => {
    for (const [part, same] of pair(before, parts, marks)) ids.set(part.id, same.id);
  };
  know<Coded>(plan.commitments, earlier.commitments, coded);
  know<Coded>(plan.indicators, earlier.indicators, coded);
  know<Party>(plan.parties.map(partyOf), earlier.parties, ofParty);
  know<Said>(plan.funding, earlier.funding, said);
  know<Said>(plan.targets.map(targetOf(kept)), earlier.targets.map(targetIn), said);
  know<Said>(plan.links.map(linkOf), earlier.links.map(linkOf), said);
  know<Figure>(plan.observations.map(figureOf(kept)), earlier.observations.map(figureIn), figure);
  const mission = earlier.id;
  const part = <Row extends { id: string }>(row: Row) => ({ ...row, id: kept(row.id) });
  const member = <Row extends { id: string }>(row: Row) => ({ ...part(row), mission });
  return {
    mission: { ...plan.mission, id: mission },
    parties: plan.parties.map(member),
    funding: plan.funding.map(member),
    commitments: plan.commitments.map(member),
    indicators: plan.indicators.map((indicator) => ({
      ...member(indicator),
      successor: indicator.successor === null ? null : kept(indicator.successor),
    })),
    links: plan.links.map(member),
    targets: plan.targets.map((target) => ({
      ...part(target),
      commitment: kept(target.commitment),
      indicator: target.indicator === null ? null : kept(target.indicator),
    })),
    observations: plan.observations.map((observation) => ({
      ...part(observation),
      indicator: kept(observation.indicator),
    })),
    parts: adoptParts(plan.parts, earlier.parts, ids),
  };
}

interface Coded {
  readonly id: string;
  readonly code: string;
}
const coded: Marks<Coded> = { keys: [({ code }) => code] };

interface Party {
  readonly id: string;
  readonly role: string;
  readonly label: string;
}
const partyOf = ({ id, role, agent }: MissionPlan["parties"][number]): Party => ({
  id,
  role,
  label: agent.label,
});
const ofParty: Marks<Party> = { keys: [({ role, label }) => joined(role, sameWords(label))] };

/** What is known by its words, within what it belongs to. */
interface Said {
  readonly id: string;
  readonly kind: string;
  readonly statement: string;
}
const said: Marks<Said> = {
  keys: [({ kind, statement }) => joined(kind, sameWords(statement))],
  within: ({ kind }) => kind,
  likeness: commonWords(({ statement }) => statement),
};
const targetOf =
  (kept: (id: string) => string) =>
  ({ id, commitment, statement }: MissionPlan["targets"][number]): Said => ({
    id,
    kind: kept(commitment),
    statement,
  });
const targetIn = ({ id, commitment_id, statement }: EarlierMission["targets"][number]): Said => ({
  id,
  kind: commitment_id,
  statement,
});
const linkOf = ({ id, title }: { readonly id: string; readonly title: string }): Said => ({
  id,
  kind: "",
  statement: title,
});

/** A figure of a period; one that replaced another is another. */
interface Figure {
  readonly id: string;
  readonly indicator: string;
  readonly start: string;
  readonly end: string;
  readonly part: string;
  readonly vintage: number;
}
const figureOf =
  (kept: (id: string) => string) =>
  ({
    id,
    indicator,
    period,
    dimensions = {},
    vintage,
  }: MissionPlan["observations"][number]): Figure => ({
    id,
    indicator: kept(indicator),
    start: firstDay(period.start),
    end: lastDay(period.end),
    part: canonicalJson(dimensions),
    vintage,
  });
const figureIn = (row: EarlierMission["observations"][number]): Figure => ({
  id: row.id,
  indicator: row.indicator_id,
  start: firstDay(row.period_start),
  end: lastDay(row.period_end),
  part: canonicalJson(row.dimensions),
  vintage: row.vintage,
});
const figure: Marks<Figure> = {
  keys: [
    ({ indicator, start, end, part, vintage }) => joined(indicator, start, end, part, vintage),
  ],
};

const joined = (...marks: readonly (string | number | null)[]) => JSON.stringify(marks);
