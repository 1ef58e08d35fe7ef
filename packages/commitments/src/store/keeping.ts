import { type Asked, type Keeping, keptIn, type Tx } from "@remit/database";
import { type Pointed } from "@remit/kernel";
import { sql } from "kysely";
import type { Commitment } from "../commitment.ts";
import { byPeriod, Observation, type ObservedPeriod, periodKey } from "../indicator.ts";
import { dimensionsOf } from "../input.ts";
import { sinceOf } from "../kept.ts";
import * as rows from "../rows.ts";
import type { Target } from "../target.ts";
import {
  type CommitmentFacts,
  commitmentNoun,
  type ObservationFacts,
  observationNoun,
  type Place,
  type TargetFacts,
  targetNoun,
} from "../verb.ts";
import { measuredColumns, measuredOf } from "./progress.ts";

type Kept = Pick<Commitment, "keeper" | "access" | "made">;

export const standing = (thing: Kept) => ({
  group: thing.keeper,
  access: thing.access,
  since: sinceOf(thing),
});

/** What a new thing begins in. */
export const originOf = ({ told }: Pick<Asked<unknown>, "told">, name: string): Pointed =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an input of this name is settled
  told[name] as Pointed;

/** The next place in a list, and the codes that are taken there. */
export async function placeIn(tx: Tx, table: string, list: string, of: string): Promise<Place> {
  const { rows } = await sql<{ position: number; codes: string[] | null }>`
    select coalesce(max(position), 0) + 1 as position,
      array_agg(coalesce(to_jsonb(row) ->> 'code', to_jsonb(row) -> 'record' ->> 'code'))
        filter (where coalesce(to_jsonb(row) ->> 'code', to_jsonb(row) -> 'record' ->> 'code') is not null) as codes
    from ${sql.table(table)} row where ${sql.ref(list)} = ${of}`.execute(tx);
  return { position: rows[0]?.position ?? 1, codes: rows[0]?.codes ?? [] };
}

export const commitmentKeeping: Keeping<Commitment, CommitmentFacts> = keptIn(
  "commitments.commitment",
  {
    noun: commitmentNoun,
    group: "keeper_id",
    standing,
    columns: rows.commitment,
    facts: {
      place: (asked) =>
        placeIn(
          asked.tx,
          "commitments.commitment",
          "mission_id",
          asked.thing?.mission ?? originOf(asked, "mission").id,
        ),
    },
  },
);

export const targetKeeping: Keeping<Target, TargetFacts> = keptIn("commitments.target", {
  noun: targetNoun,
  group: "keeper_id",
  standing,
  columns: rows.target,
  facts: {
    place: (asked) =>
      placeIn(asked.tx, "commitments.target", "commitment_id", originOf(asked, "commitment").id),
    measured: async ({ tx, thing }) =>
      measuredOf(
        await tx
          .selectFrom("commitments.progress")
          .select(measuredColumns)
          .where("id", "=", thing?.id ?? "")
          .executeTakeFirstOrThrow(),
      ),
  },
});

const keptObservations = keptIn<Observation, ObservationFacts>("commitments.observation", {
  noun: observationNoun,
  group: "keeper_id",
  standing,
  // Which one of its days stands is said when all of them are written.
  columns: (it) => rows.observation(it, false),
  facts: {
    place: (asked) =>
      placeIn(asked.tx, "commitments.observation", "indicator_id", originOf(asked, "indicator").id),
    vintages: ({ tx, thing, told }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input of recordObservation
      const said = told as unknown as {
        readonly period: ObservedPeriod;
        readonly dimensions?: Told;
      };
      const { period, dimensions } = thing ?? {
        ...said,
        dimensions: dimensionsOf(said.dimensions),
      };
      const indicator = thing?.indicator ?? originOf({ told }, "indicator").id;
      return vintagesOf(tx, { indicator, period, dimensions });
    },
  },
});

export const observationKeeping: Keeping<Observation, ObservationFacts> = {
  ...keptObservations,
  save: async (tx, saving) => {
    const { subject, changed, made } = saving.outcome;
    await keptObservations.save(tx, saving);
    for (const figure of [subject, ...changed.map(({ after }) => after), ...made])
      await settleCurrent(tx, figure);
  },
};

const [firstDay, lastDay] = [
  (period: ObservedPeriod) => periodKey(period).split("/")[0],
  (period: ObservedPeriod) => periodKey(period).split("/")[1],
];

type Told = Parameters<typeof dimensionsOf>[0];
type Days = Pick<Observation, "indicator" | "period"> & Partial<Pick<Observation, "dimensions">>;

/** The figures of the same part for the same days. */
const sameDays = ({ indicator, period, dimensions = {} }: Days) => sql`indicator_id = ${indicator}
  and first_day = ${firstDay(period)} and last_day = ${lastDay(period)}
  and dimensions = ${JSON.stringify(dimensions)}::jsonb`;

async function vintagesOf(tx: Tx, days: Days): Promise<readonly Observation[]> {
  const { rows: found } = await sql<{ record: unknown }>`
    select record from commitments.observation where ${sameDays(days)} for update`.execute(tx);
  return byPeriod(found.map(({ record }) => Observation.parse(record)));
}

/** INV-C11: of the days of a figure the latest vintage that was not withdrawn stands. */
async function settleCurrent(tx: Tx, figure: Observation): Promise<void> {
  const days = sameDays(figure);
  await sql`update commitments.observation set current = false where ${days} and current`.execute(
    tx,
  );
  await sql`update commitments.observation set current = true where id = (
    select id from commitments.observation where ${days} and status <> 'withdrawn'
    order by vintage desc limit 1)`.execute(tx);
}
