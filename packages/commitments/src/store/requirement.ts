import { Quantity } from "@remit/kernel";
import type { Selectable } from "kysely";
import { TargetSpec } from "../spec.ts";
import type { Target } from "../target.ts";
import type { TargetTable } from "./tables.ts";

/** The columns of a target from which `required` is worked out. */
export const requiredColumns = [
  "spec_kind",
  "spec_value",
  "spec_unit",
  "spec_percent",
  "spec_direction",
  "spec_operator",
  "spec_of",
  "spec_text",
  "measure",
  "baseline_kind",
  "baseline_value",
  "baseline_unit",
  "baseline_text",
] as const satisfies (keyof TargetTable)[];

/** What `required` asks of a target, from its own row. */
export const requirementOf = (
  row: Pick<Selectable<TargetTable>, (typeof requiredColumns)[number]>,
): Pick<Target, "spec" | "measure" | "baseline"> => ({
  spec: TargetSpec.parse(
    held({
      kind: row.spec_kind,
      value: row.spec_value,
      unit: row.spec_unit,
      percent: row.spec_percent,
      direction: row.spec_direction,
      operator: row.spec_operator,
      ...(row.spec_kind === "share"
        ? { of: row.spec_text }
        : { of: row.spec_of, text: row.spec_text }),
    }),
  ),
  measure: row.measure,
  baseline: Quantity.parse(
    held({
      kind: row.baseline_kind,
      value: row.baseline_value,
      unit: row.baseline_unit,
      text: row.baseline_text,
    }),
  ),
});

/** A variant has only the keys that its columns fill. */
const held = (columns: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
