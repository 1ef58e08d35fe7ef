import { Decimal, PartialDate } from "@remit/kernel";
import * as z from "zod";
import { CommitmentKind } from "./commitment.ts";
import { Category, Dimensions, Hedge, Interval, ObservationStatus } from "./indicator.ts";
import { Direction, Measure } from "./measure.ts";
import { Code, FundingEnvelope, FundingKind, MissionAccess, MissionLinkKind } from "./mission.ts";
import {
  fundingLine,
  milestone,
  observedPeriod,
  partLists,
  period,
  source,
  stated,
  text,
} from "./part-format.ts";
import { TargetSpec } from "./spec.ts";

const address = z
  .url({ protocol: /^https?$/u })
  .nullable()
  .default(null);

const noPeriod = { start: null, end: null, label: null };

const baseline = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("exact"), value: Decimal, unit: text }),
  z.strictObject({ kind: z.literal("qualitative"), text }),
  z.strictObject({ kind: z.literal("not-stated") }),
]);

const target = z.strictObject({
  ...stated,
  spec: TargetSpec,
  measure: Measure.nullable().default(null),
  by: period.default(noPeriod),
  baseline: baseline.default({ kind: "not-stated" }),
  /** The code of the series that the target is measured by. */
  series: Code.nullable().default(null),
});

const commitment = z.strictObject({
  code: Code,
  ...stated,
  kind: CommitmentKind,
  period: period.default(noPeriod),
  targets: z.array(target).default([]),
  milestones: z.array(milestone).default([]),
});

const observation = z.strictObject({
  period: observedPeriod,
  value: Decimal,
  /** The part of the whole that it is of. */
  dimensions: Dimensions.optional(),
  hedge: Hedge.optional(),
  interval: z
    .strictObject({ low: Decimal, high: Decimal, level: text.nullable().default(null) })
    .pipe(Interval)
    .optional(),
  secondHand: z.literal(true).optional(),
  status: ObservationStatus.default("published"),
  publishedOn: PartialDate.nullable().default(null),
  derived: z.boolean().default(false),
  note: text.nullable().default(null),
  source,
});

const series = z.strictObject({
  code: Code,
  title: text,
  definition: text,
  unit: text,
  measure: Measure,
  direction: Direction.nullable().default(null),
  publisher: text,
  note: text.nullable().default(null),
  /** Into which parts its figures are to be told apart. */
  expected: z
    .array(z.strictObject({ dimension: Code, categories: z.array(Category).min(1) }))
    .default([]),
  /** When its last figure was published, and the code of the series that goes on in its place. */
  ended: PartialDate.nullable().default(null),
  successor: Code.nullable().default(null),
  /** Later vintages of a figure after the earlier. */
  observations: z.array(observation),
});

/** The shape of a mission file, without what its parts may contradict in each other. */
export const MissionFormat = z.strictObject({
  format: z.literal("remit/mission/1"),
  access: MissionAccess,
  sources: z.record(
    Code,
    z.strictObject({ title: text, publisher: text.nullable().default(null), url: address }),
  ),
  mission: z.strictObject({
    slug: Code,
    title: text,
    ...stated,
    announcedOn: PartialDate.nullable().default(null),
    period: period.default(noPeriod),
    responsible: z.array(text).default([]),
    governance: z.array(text).default([]),
  }),
  funding: z
    .array(
      z.strictObject({
        ...stated,
        kind: FundingKind,
        amount: FundingEnvelope.shape.amount.strict(),
        additional: z.boolean().nullable().default(null),
        period: period.default(noPeriod),
        lines: z.array(fundingLine).default([]),
        /** The source that says that its budget lines are all there are (INV-C13). */
        complete: source.nullable().default(null),
      }),
    )
    .default([]),
  commitments: z.array(commitment).default([]),
  series: z.array(series).default([]),
  links: z
    .array(z.strictObject({ ...stated, title: text, url: address, kind: MissionLinkKind }))
    .default([]),
  ...partLists,
});
export type MissionFormat = Readonly<z.infer<typeof MissionFormat>>;
