import * as z from "zod";
import { toldApartBy, vocabulary } from "./vocabulary.ts";

const asText = 'Write a number as text, so that it stays exact: "1264" or "-0.5".';

/** A number as text, exact at any size: `250000000`, `-0.5`. */
export const Decimal = z
  .string(asText)
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/u, asText)
  .meta({ scalar: "Decimal" });
export type Decimal = z.infer<typeof Decimal>;

/** An amount in whole units of an ISO 4217 currency, such as `250000000` `GBP`. */
export const Money = z.object({ amount: Decimal, currency: z.string().regex(/^[A-Z]{3}$/u) });
export type Money = Readonly<z.infer<typeof Money>>;

const QuantityKind = vocabulary("QuantityKind", "How exactly an amount is known.", {
  exact: "The amount is known as a number.",
  qualitative: "The amount is known in words alone.",
  "not-stated": "Nobody said how much.",
});

/** How much, no more exactly than it was said. */
export const Quantity = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("exact"),
      value: Decimal.describe("The number; null where the amount is not exact."),
      unit: z
        .string()
        .min(1)
        .describe("The unit in which it is counted; null where the amount is not exact."),
    }),
    z.object({
      kind: z.literal("qualitative"),
      text: z
        .string()
        .min(1)
        .describe("The words for the amount; null for any but a qualitative one."),
    }),
    z.object({ kind: z.literal("not-stated") }),
  ])
  .meta({
    id: "Quantity",
    description: "An amount, no more exactly than it was said.",
    ...toldApartBy("kind", QuantityKind),
  });
export type Quantity = Readonly<z.infer<typeof Quantity>>;

/** Why there is no number. */
export const NotComputableReason = vocabulary(
  "NotComputableReason",
  "Why a value cannot be worked out.",
  {
    BASELINE_NOT_STATED: "Nobody says where the target starts from.",
    BASELINE_NOT_EXACT: "Where the target starts from is not a number.",
    BASELINE_IS_ZERO: "The target is a change by a part of its baseline, which is 0.",
    BASELINE_NEGATIVE: "The target is a change by a part of its baseline, which is below 0.",
    NOT_QUANTIFIED: "The target itself is not a number.",
    OUT_OF_RANGE:
      "The value would be one that its measure cannot have, such as more than 100 per cent.",
    UNIT_DIFFERS: "Two numbers that belong together are counted in different units.",
    NO_SERIES: "The target is measured by no series of figures.",
    NO_FIGURE: "The series by which the target is measured has no figure.",
    TARGET_IS_BASELINE: "The target is where it starts from, so that there is no way to go.",
    DIRECTION_NOT_STATED: "Nobody says whether the figure is to grow or to shrink.",
    TIME_NOT_STATED: "Nobody says by when the target is to be reached.",
    TOO_FEW_FIGURES: "There are fewer figures than the method compares.",
    NOT_POSITIVE: "A rate of growth has to start and end above 0, or start and end below it.",
  },
);
export type NotComputableReason = z.infer<typeof NotComputableReason>;

/** The answer of arithmetic that has no number to give. */
export const NotComputable = z.object({
  kind: z.literal("not-computable"),
  reason: NotComputableReason,
});
export type NotComputable = Readonly<z.infer<typeof NotComputable>>;
