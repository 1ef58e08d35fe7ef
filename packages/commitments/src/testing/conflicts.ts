import type { Pointed } from "@remit/kernel";
import { planMission } from "../mission-plan.ts";
import { harbourside, idsAfter } from "../testing.ts";
import {
  assess,
  milestoneVerbs,
  observationVerbs,
  outcomeVerbs,
  recommendationVerbs,
  recordFundingLine,
  recordRecommendation,
  setMilestone,
  setOutcome,
} from "../verbs.ts";

// Things of which sources say more than one thing, each made by verbs.

const newId = idsAfter(500);
const by = { kind: "unresolved", label: "Sam" } as const;
const stamp = { by, on: "2026-03-10" } as const;
const source = { title: "A year on", publisher: null, url: null };
const place = { position: 1, codes: [] };
const plan = planMission(harbourside, { newId: idsAfter(0) });
const mission: Pointed = { type: "Mission", id: plan.mission.id, label: "Kerbs", access: "public" };
const commitment: Pointed = {
  type: "Commitment",
  id: plan.commitments[0]?.id ?? "",
  label: "dropped-kerbs",
  access: "public",
  within: mission.id,
};
const begun = { ...stamp, newId, place, source };

/** What one body says of one commitment, year after year from 2024. */
export const assessed = (values: readonly string[]) =>
  values.map((value, index) =>
    assess({
      ...begun,
      subject: commitment,
      kind: "self",
      scale: "ogp-completion",
      scaleVersion: "1",
      value,
      assessor: by,
      rationale: "So it says.",
      asAt: `${2024 + index}-06-01`,
    }),
  );

/** A milestone that was due, and then later. */
export const milestoned = (due: string, then: string) =>
  milestoneVerbs.reschedule(setMilestone({ ...begun, commitment, title: "Level crossings", due }), {
    ...stamp,
    due: then,
    reason: "One area of 29 was there.",
  });

/** Lines of one envelope in one year. */
export const budgeted = (
  lines: readonly (readonly ["budget" | "allocation" | "spend", string])[],
) =>
  lines.map(([kind, amount]) =>
    recordFundingLine({
      ...begun,
      envelope: { ...commitment, type: "FundingEnvelope", id: plan.funding[0]?.id ?? "" },
      kind,
      amount,
      period: { start: "2022-04", end: "2023-03", label: "2022-23" },
      firmness: "formal",
      money: { amount: "250", currency: "GBP", lines: [] },
      isComplete: false,
    }),
  );

/** Outcomes of one or two plans, worked for by one commitment. */
export const alignedTo = (codes: readonly string[], frameworks: readonly string[] = []) =>
  codes.map((code, index) =>
    outcomeVerbs.align(
      setOutcome({
        ...begun,
        mission,
        code,
        title: "Nobody meets a step.",
        kind: code.startsWith("priority") ? "priority" : "outcome",
        framework: frameworks[index],
      }),
      { ...stamp, commitments: [commitment] },
    ),
  );

const record = (code: string) =>
  recordRecommendation({
    ...begun,
    mission,
    code,
    text: "Count the kerbs.",
    wording: "summary",
    madeBy: by,
  });

/** Two recommendations of two bodies, the first answered twice, both in the end with one commitment. */
export const answered = () => {
  const accepted = {
    ...stamp,
    position: "accepted" as const,
    text: "Yes.",
    commitments: [commitment],
  };
  const noted = { ...stamp, position: "noted", text: "See the other." } as const;
  return [
    recommendationVerbs.answer(recommendationVerbs.answer(record("panel-2"), noted), accepted),
    recommendationVerbs.answer(record("taskforce-13"), accepted),
  ];
};

/** A figure that another source gives otherwise. */
export const figured = () => {
  const [, , figure] = plan.observations;
  if (figure === undefined) throw new Error("The plan has figures.");
  const { subject, made } = observationVerbs.revise.outcome(figure, {
    ...stamp,
    newId,
    value: "215",
    source: { ...source, title: "Another paper" },
    reason: "The publisher's own page says so.",
    vintages: [figure],
  });
  return [subject, ...made];
};
