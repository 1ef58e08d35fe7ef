import type { Decimal, NotComputable, Quantity } from "@remit/kernel";
import { isNegative, isZero, minus, plus, times } from "./decimal.ts";
import { canBe, type Direction, isSameUnit, type Measure, measureOf } from "./measure.ts";
import type { TargetSpec } from "./spec.ts";
import type { Target } from "./target.ts";

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
  if ("text" in spec) return notComputable("NOT_QUANTIFIED");
  if (spec.kind === "share") return { kind: "exact", value: spec.percent, unit: "%" };
  if (spec.kind !== "relative-change" && spec.kind !== "absolute-change")
    return { kind: "exact", value: spec.value, unit: spec.unit };
  if (baseline.kind === "not-stated") return notComputable("BASELINE_NOT_STATED");
  if (baseline.kind === "qualitative") return notComputable("BASELINE_NOT_EXACT");
  if (spec.kind === "absolute-change")
    return isSameUnit(baseline.unit, spec.unit)
      ? { ...baseline, value: moved(baseline.value, spec.value, spec.direction, measure) }
      : notComputable("UNIT_DIFFERS");
  // Part of nothing is nothing, and a part more of what is below 0 would be less.
  if (isZero(baseline.value)) return notComputable("BASELINE_IS_ZERO");
  if (isNegative(baseline.value)) return notComputable("BASELINE_NEGATIVE");
  const change = times(baseline.value, times(spec.percent, "0.01"));
  return { ...baseline, value: moved(baseline.value, change, spec.direction, measure) };
}

/** Nobody counts fewer than none: a count that is to shrink by more than there is ends at 0. */
function moved(
  base: Decimal,
  change: Decimal,
  direction: Direction,
  measure: Measure | null,
): Decimal {
  const value = direction === "increase" ? plus(base, change) : minus(base, change);
  return measure === "count" && isNegative(value) ? "0" : value;
}

export const notComputable = (reason: NotComputable["reason"]): NotComputable => ({
  kind: "not-computable",
  reason,
});
