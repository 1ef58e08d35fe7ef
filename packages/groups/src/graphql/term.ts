import { type Expression, sql, type SqlBool } from "kysely";
import { dayOrToday, type On, type Viewer } from "./types.ts";

interface Row {
  readonly zone: Expression<string>;
  readonly role: Expression<string>;
  readonly first_day: Expression<string>;
  readonly last_day: Expression<string | null>;
  readonly shown_until: Expression<string | null>;
  readonly chair_until: Expression<string | null>;
}

/** Whether the dates of a membership, and one more day where there is one, leave room for a day; today by the group's calendar where none is given. */
function isOn(row: Row, until: Expression<string | null>, on: On, viewer: Viewer) {
  const day = dayOrToday(on, row.zone, viewer);
  return sql<SqlBool>`(${row.first_day} <= ${day} and (${until} is null or ${until} > ${day})
    and (${row.last_day} is null or ${row.last_day} >= ${day}))`;
}

/** Whether a membership goes on at a day, as whoever says its dates, or the latest list by then, has it. */
export const belongs = (row: Row, on: On, viewer: Viewer) => isOn(row, row.shown_until, on, viewer);

/** Whether nobody came into the chair of the group after whoever holds a membership, and by a day. */
export const chairs = (row: Row, on: On, viewer: Viewer) =>
  sql<SqlBool>`(${row.role} = 'chair' and ${isOn(row, row.chair_until, on, viewer)})`;
