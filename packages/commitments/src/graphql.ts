import type { Builder, Composed } from "@remit/graphql";
import { defineAssessment } from "./graphql/assessment.ts";
import { defineCommitment } from "./graphql/commitment.ts";
import { defineMission } from "./graphql/mission.ts";
import { defineParts } from "./graphql/parts.ts";
import { defineRecommendation } from "./graphql/recommendation.ts";
import { defineSeries } from "./graphql/series.ts";
export type {} from "./store.ts";

/** The types of missions and of everything that belongs to them. */
export function defineCommitments(builder: Builder, composed: Composed) {
  const parts = defineParts(builder);
  const series = defineSeries(builder, parts);
  const { changes, ...commitments } = defineCommitment(builder, parts, series, composed);
  const missions = defineMission(builder, parts, { ...commitments, ...series });
  const judged = defineAssessment(builder, composed, { ...commitments, changes });
  const advice = defineRecommendation(builder, parts, composed, {
    ...commitments,
    ...missions,
    changes,
  });
  return { ...missions, ...commitments, ...series, ...judged, ...advice };
}

/** The types that `defineCommitments` gives, for whoever links them to others. */
export type CommitmentTypes = ReturnType<typeof defineCommitments>;
