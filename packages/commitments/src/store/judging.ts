import { type Keeping, keptIn, type Tx } from "@remit/database";
import type { PartialDate } from "@remit/kernel";
import { sql } from "kysely";
import type { Assessment } from "../assessment.ts";
import { byPeriod, Observation } from "../indicator.ts";
import { directionOf } from "../progress.ts";
import type { Recommendation } from "../recommendation.ts";
import { notComputable, required } from "../required.ts";
import * as rows from "../rows.ts";
import {
  type AssessmentFacts,
  assessmentNoun,
  type CommitmentFacts,
  recommendationNoun,
} from "../verb.ts";
import { originOf, placeIn, standing } from "./keeping.ts";
import { measuredColumns, measuredOf } from "./progress.ts";

export const assessmentKeeping: Keeping<Assessment, AssessmentFacts> = keptIn(
  "commitments.assessment",
  {
    noun: assessmentNoun,
    group: "keeper_id",
    standing,
    columns: rows.assessment,
    facts: { growth: (asked) => growthIn(asked.tx, originOf(asked, "target").id) },
  },
);

/** From the first figure that stands to the latest, and what the target requires by when. */
async function growthIn(tx: Tx, target: string): Promise<AssessmentFacts["growth"]> {
  const row = await tx
    .selectFrom("commitments.progress")
    .select([...measuredColumns, "by_end"])
    .where("id", "=", target)
    .executeTakeFirstOrThrow();
  const measured = measuredOf(row);
  const value = required(measured);
  if (value.kind === "not-computable") return value;
  if (measured.latest.kind === "not-computable") return measured.latest;
  if (measured.latest.unit !== value.unit) return notComputable("UNIT_DIFFERS");
  if (row.by_end === null) return notComputable("TIME_NOT_STATED");
  const direction = directionOf(measured, value);
  if (direction === null) return notComputable("DIRECTION_NOT_STATED");
  const { rows: found } = await sql<{ record: unknown }>`select record
    from commitments.observation where indicator_id = ${row.indicator_id} and current
    and dimensions = '{}'`.execute(tx);
  const figures = byPeriod(found.map(({ record }) => Observation.parse(record)));
  const [base, latest] = [figures.at(0), figures.at(-1)];
  if (base === undefined || latest === undefined) return notComputable("NO_FIGURE");
  return {
    kind: "figures",
    direction,
    base: { year: yearOf(base.period.end), value: base.value },
    latest: { year: yearOf(latest.period.end), value: latest.value },
    target: { year: yearOf(row.by_end), value: value.value },
  };
}

const yearOf = (date: PartialDate) => Number(date.slice(0, 4));

const keptRecommendations = keptIn<Recommendation, CommitmentFacts>("commitments.recommendation", {
  noun: recommendationNoun,
  group: "keeper_id",
  standing,
  columns: rows.recommendation,
  facts: {
    place: (asked) =>
      placeIn(asked.tx, "commitments.recommendation", "mission_id", originOf(asked, "mission").id),
  },
});

export const recommendationKeeping: Keeping<Recommendation, CommitmentFacts> = {
  ...keptRecommendations,
  save: async (tx, saving) => {
    await keptRecommendations.save(tx, saving);
    for (const { id, answers } of [saving.outcome.subject, ...saving.outcome.made]) {
      await sql`delete from commitments.follow_up where recommendation_id = ${id}`.execute(tx);
      const commitments = [...new Set(answers.at(-1)?.commitments.map((each) => each.id))];
      await sql`insert into commitments.follow_up (recommendation_id, commitment_id)
        select ${id}, unnest(${commitments}::uuid[])`.execute(tx);
    }
  },
};
