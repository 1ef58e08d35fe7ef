import type { Access } from "@remit/kernel";
import type { Columns, Late } from "@remit/pothos-kysely";
import { type Expression, sql, type SqlBool } from "kysely";
import type { Viewer } from "./context.ts";

type Condition = Expression<SqlBool> | true;

/** Who may see a row that belongs to a group: its own columns and the viewer decide, nothing else. */
export function byAccess<Row extends { access: Access; group_id: string | null }>(
  row: Columns<Row>,
  viewer: Late<Viewer>,
): Condition {
  if (viewer.administrator) return true;
  const levels = viewer.official ? sql`('public', 'group', 'officials')` : sql`('public')`;
  return sql<SqlBool>`(${row.access} in ${levels}
    or (${row.access} = 'group' and ${row.group_id} = any(${viewer.groups.as("uuid[]")})))`;
}

/** Who may see a row that belongs to no group. */
export function byLevel<Row extends { access: Exclude<Access, "group"> }>(
  row: Columns<Row>,
  viewer: Late<Viewer>,
): Condition {
  if (viewer.administrator) return true;
  if (viewer.official) return sql<SqlBool>`${row.access} in ('public', 'officials')`;
  return sql<SqlBool>`${row.access} = 'public'`;
}

/**
 * A text as the viewer may read it: whoever may not see a person who is shown by role alone is not given their name,
 * wherever it was written. The row says in `for_public` what stands in its place.
 */
export const readable =
  <Column extends string>(column: Column) =>
  <Row extends Record<Column, string | null> & { for_public: unknown }>(
    row: Columns<Row>,
    _args: unknown,
    _eb: unknown,
    viewer: Late<Viewer>,
  ): Expression<Row[Column]> =>
    seesEverybody(viewer)
      ? row[column]
      : sql<Row[Column]>`coalesce(${row.for_public} ->> ${sql.lit(column)}, ${row[column]})`;

/** Whether a viewer is told of persons whom the public knows by their role alone. */
export const seesEverybody = (viewer: Pick<Viewer, "administrator" | "official">): boolean =>
  viewer.administrator || viewer.official;
