import type { Selectable } from "kysely";
import type { Measured } from "../progress.ts";
import { notComputable } from "../required.ts";
import { requiredColumns, requirementOf } from "./requirement.ts";
import type { ProgressView } from "./tables.ts";

/** The columns from which a target's progress is worked out. */
export const measuredColumns = [
  ...requiredColumns,
  "indicator_id",
  "series_unit",
  "series_direction",
  "latest_value",
] as const satisfies (keyof ProgressView)[];

/** A row from which a target's progress is worked out. */
export type MeasuredRow = Pick<Selectable<ProgressView>, (typeof measuredColumns)[number]>;

/** A target with what its series says, from one row. */
export const measuredOf = (row: MeasuredRow): Measured => ({
  ...requirementOf(row),
  direction: row.series_direction,
  latest:
    row.indicator_id === null
      ? notComputable("NO_SERIES")
      : row.latest_value === null || row.series_unit === null
        ? notComputable("NO_FIGURE")
        : { kind: "exact", value: row.latest_value, unit: row.series_unit },
});
