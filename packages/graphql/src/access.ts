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
    or (${row.access} = 'group' and ${row.group_id} = any(${viewer.groups})))`;
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
