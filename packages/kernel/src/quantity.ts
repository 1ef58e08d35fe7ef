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
  "Why the value that meets a target cannot be worked out.",
  {
    BASELINE_NOT_STATED: "Nobody says where the target starts from.",
    BASELINE_NOT_EXACT: "Where the target starts from is not a number.",
    NOT_QUANTIFIED: "The target itself is not a number.",
  },
);
export type NotComputableReason = z.infer<typeof NotComputableReason>;

/** The answer of arithmetic that has no number to give. */
export const NotComputable = z.object({
  kind: z.literal("not-computable"),
  reason: NotComputableReason,
});
export type NotComputable = Readonly<z.infer<typeof NotComputable>>;
