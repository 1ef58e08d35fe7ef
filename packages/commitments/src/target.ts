import { Decimal, Id, NotComputable, Period, Quantity, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { changedBy, isNegative, isZero, minus } from "./decimal.ts";
import { canBe, Direction, Measure, measureOf } from "./measure.ts";
import { MissionAccess } from "./mission.ts";

const unit = z.string().min(1);

/** On which side of its value a threshold is met. */
export const TargetOperator = vocabulary(
  "TargetOperator",
  "On which side of its value a threshold target is met.",
  { "at-least": "Met by the value or more.", "at-most": "Met by the value or less." },
);
export type TargetOperator = z.infer<typeof TargetOperator>;

/** What is to be reached. `unspecified` keeps a target that was announced without a number. */
export const TargetSpec = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("absolute"), value: Decimal, unit }),
  z.strictObject({
    kind: z.literal("relative-change"),
    percent: Decimal.refine((percent) => !isNegative(percent), {
      message: "Say by how much, without a sign; `direction` says which way.",
    }),
    direction: Direction,
  }),
  z.strictObject({
    kind: z.literal("threshold"),
    operator: TargetOperator,
    value: Decimal,
    unit,
  }),
  z.strictObject({ kind: z.literal("unspecified"), text: z.string().min(1) }),
]);
export type TargetSpec = Readonly<z.infer<typeof TargetSpec>>;

/** How a commitment will be known to be kept, by when. `indicator` is the series it is measured by, if there is one. */
export const Target = z.object({
  id: Id,
  commitment: Id,
  position: z.int().positive(),
  statement: z.string().min(1),
  wording: Wording,
  spec: TargetSpec,
  measure: Measure.nullable(),
  by: Period,
  baseline: Quantity,
  indicator: Id.nullable(),
  source: Citation,
  access: MissionAccess,
});
export type Target = Readonly<z.infer<typeof Target>>;

/** A number with its unit. */
export type Exact = Extract<Quantity, { kind: "exact" }>;

/**
 * The value that meets a target (INV-C2), or why there is none: because of its baseline (INV-C3), because it is not a
 * number (INV-C24), or because its measure cannot have that value.
 */
export function required({
  spec,
  baseline,
  measure,
}: Pick<Target, "spec" | "baseline" | "measure">): Exact | NotComputable {
  const value = asked(spec, baseline, measure);
  if (value.kind === "not-computable") return value;
  return canBe(measureOf(measure, value.unit), value.value) ? value : notComputable("OUT_OF_RANGE");
}

function asked(
  spec: TargetSpec,
  baseline: Quantity,
  measure: Measure | null,
): Exact | NotComputable {
  if (spec.kind === "unspecified") return notComputable("NOT_QUANTIFIED");
  if (spec.kind !== "relative-change") return { kind: "exact", value: spec.value, unit: spec.unit };
  if (baseline.kind === "not-stated") return notComputable("BASELINE_NOT_STATED");
  if (baseline.kind === "qualitative") return notComputable("BASELINE_NOT_EXACT");
  // Part of nothing is nothing, and a part more of what is below 0 would be less.
  if (isZero(baseline.value)) return notComputable("BASELINE_IS_ZERO");
  if (isNegative(baseline.value)) return notComputable("BASELINE_NEGATIVE");
  return { ...baseline, value: changed(baseline.value, spec, measure) };
}

function changed(
  base: Decimal,
  { percent, direction }: Extract<TargetSpec, { kind: "relative-change" }>,
  measure: Measure | null,
): Decimal {
  const value = changedBy(base, direction === "increase" ? percent : minus("0", percent));
  return measure === "count" && isNegative(value) ? "0" : value;
}

export const notComputable = (reason: NotComputable["reason"]): NotComputable => ({
  kind: "not-computable",
  reason,
});
