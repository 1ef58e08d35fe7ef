import type { Decimal, NotComputable } from "@remit/kernel";
import { compared, dividedBy, isNegative, isZero, minus, rounded } from "./decimal.ts";
import { type Direction, isSameUnit } from "./measure.ts";
import { type Method, methods } from "./method.ts";
import { type Exact, notComputable, required } from "./required.ts";
import type { Target } from "./target.ts";

/** A target with what its series says. */
export interface Measured extends Pick<Target, "spec" | "baseline" | "measure"> {
  /** Which way the figures of the series are to go; null where nobody says. */
  readonly direction: Direction | null;
  /** The latest figure of the series, in its unit; why there is none, where there is none. */
  readonly latest: Exact | NotComputable;
}

/** How much of the way from its baseline a target's figure has come: 0 at the baseline, 1 at the target. */
export interface Progress {
  readonly kind: "progress";
  readonly share: Decimal;
  readonly method: Method;
}

const places = 6;

/** INV-C4: (latest − baseline) ÷ (target − baseline), of three exact numbers in one unit; else why there is none. */
export function progressOf(measured: Measured): Progress | NotComputable {
  const { baseline, latest } = measured;
  const target = required(measured);
  if (target.kind === "not-computable") return target;
  if (baseline.kind === "not-stated") return notComputable("BASELINE_NOT_STATED");
  if (baseline.kind === "qualitative") return notComputable("BASELINE_NOT_EXACT");
  if (latest.kind === "not-computable") return latest;
  if (![target, latest].every(({ unit }) => isSameUnit(unit, baseline.unit)))
    return notComputable("UNIT_DIFFERS");
  const way = minus(target.value, baseline.value);
  if (isZero(way)) return notComputable("TARGET_IS_BASELINE");
  const share = rounded(dividedBy(minus(latest.value, baseline.value), way), places);
  return { kind: "progress", share, method: methods.shareOfTheWay };
}

/** Whether the latest figure meets the target, or why that cannot be said. */
export function isMet(measured: Measured): boolean | NotComputable {
  const { latest } = measured;
  const target = required(measured);
  if (target.kind === "not-computable") return target;
  if (latest.kind === "not-computable") return latest;
  if (!isSameUnit(target.unit, latest.unit)) return notComputable("UNIT_DIFFERS");
  const distance = compared(latest.value, target.value);
  const { spec } = measured;
  if (spec.kind === "threshold" && spec.operator === "exactly") return distance === 0;
  const direction = directionOf(measured, target);
  if (direction === null) return notComputable("DIRECTION_NOT_STATED");
  return direction === "increase" ? distance >= 0 : distance <= 0;
}

/** Which way a figure has to go to meet its target: as the target says, from its baseline, or as its series is to go. */
export function directionOf(
  { spec, baseline, direction }: Omit<Measured, "latest">,
  target: Exact,
): Direction | null {
  if ("direction" in spec) return spec.direction;
  if (spec.kind === "threshold") return spec.operator === "at-most" ? "decrease" : "increase";
  if (spec.kind === "share" || spec.kind === "coverage") return "increase";
  if (baseline.kind !== "exact" || !isSameUnit(baseline.unit, target.unit)) return direction;
  const way = minus(target.value, baseline.value);
  if (isZero(way)) return direction;
  return isNegative(way) ? "decrease" : "increase";
}
