import { type Asking, type Late, type Param, todayIn } from "@remit/graphql";
import { type Expression, sql, type SqlBool } from "kysely";

interface Row {
  readonly zone: Expression<string>;
  readonly role: Expression<string>;
  readonly from_date: Expression<string | null>;
  readonly to_date: Expression<string | null>;
  readonly as_of: Expression<string | null>;
  readonly shown_until: Expression<string | null>;
  readonly chair_until: Expression<string | null>;
}
type On = Param<string> | null | undefined;
type Viewer = Pick<Late<Asking>, "now">;

/** The first day on which a membership may have gone on; before all others where nobody knows. */
export const begun = (row: Pick<Row, "as_of" | "from_date">) =>
  sql<string>`coalesce(database.first_day(${row.from_date}), ${row.as_of}, '-infinity')`;

/** Whether the dates of a membership, and one more day where there is one, leave room for a day; today by the group's calendar where none is given. */
function isOn(row: Row, until: Expression<string | null>, on: On, viewer: Viewer) {
  const day = on ? sql`${on}::date` : todayIn(row.zone, viewer);
  return sql<SqlBool>`(${begun(row)} <= ${day} and (${until} is null or ${until} > ${day})
    and (${row.to_date} is null or database.last_day(${row.to_date}) >= ${day}))`;
}

/** Whether a membership goes on at a day, as whoever says its dates, or the latest list by then, has it. */
export const belongs = (row: Row, on: On, viewer: Viewer) => isOn(row, row.shown_until, on, viewer);

/** Whether nobody came into the chair of the group after whoever holds a membership, and by a day. */
export const chairs = (row: Row, on: On, viewer: Viewer) =>
  sql<SqlBool>`(${row.role} = 'chair' and ${isOn(row, row.chair_until, on, viewer)})`;
