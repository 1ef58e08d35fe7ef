import type { Builder, Composed } from "@remit/graphql";
import { defineAssessment } from "./graphql/assessment.ts";
import { defineCommitment, type OwnCommitments } from "./graphql/commitment.ts";
import { defineAcross } from "./graphql/across.ts";
import { defineMission } from "./graphql/mission.ts";
import { defineMoney } from "./graphql/money.ts";
import { definePartsOfMission } from "./graphql/parts-of-mission.ts";
import { defineParts } from "./graphql/parts.ts";
import { defineRecommendation } from "./graphql/recommendation.ts";
import { defineSeries } from "./graphql/series.ts";
export type { PartRef } from "./graphql/part.ts";
export type {} from "./store.ts";

/** The types of missions and of everything that belongs to them. */
export function defineCommitments(builder: Builder, composed: Composed, own: OwnCommitments) {
  const parts = defineParts(builder);
  const series = defineSeries(builder, parts);
  const { changes, ...commitments } = defineCommitment(builder, parts, series, {
    composed,
    own,
  });
  const missions = defineMission(builder, parts, { ...commitments, ...series });
  const judged = defineAssessment(builder, parts, composed, { ...commitments, changes });
  const advice = defineRecommendation(builder, parts, composed, {
    ...commitments,
    ...missions,
    changes,
  });
  const { MoveNow } = changes;
  const whole = { ...commitments, ...missions, MoveNow };
  const belongings = definePartsOfMission(builder, composed, whole);
  const money = defineMoney(builder, composed, whole);
  const across = defineAcross(builder, composed, { ...whole, ...belongings });
  return {
    ...belongings,
    ...money,
    ...across,
    ...missions,
    ...commitments,
    ...series,
    ...judged,
    ...advice,
  };
}

/** The types that `defineCommitments` gives, for whoever links them to others. */
export type CommitmentTypes = ReturnType<typeof defineCommitments>;
