import type { Access } from "@remit/kernel";
import type { Columns, Eb, Late } from "@remit/pothos-kysely";
import { type Expression, sql, type SqlBool } from "kysely";
import type { SchemaTypes } from "./builder.ts";
import type { Viewer } from "./context.ts";

type Condition = Expression<SqlBool> | true;

/** Who may see a row that belongs to a group: its own columns and the viewer decide, nothing else. */
export function byAccess<Row extends { access: Access; group_id: string }>(
  row: Columns<Row>,
  viewer: Late<Viewer>,
  eb: Eb<SchemaTypes, Row>,
): Condition {
  if (viewer.administrator) return true;
  const theirs = sql<SqlBool>`${row.group_id} = any(${viewer.groups})`;
  return eb.or([
    sql<SqlBool>`${row.access} = 'public'`,
    eb.and([sql<SqlBool>`${row.access} = 'group'`, theirs]),
    ...(viewer.official ? [sql<SqlBool>`${row.access} in ('group', 'officials')`] : []),
  ]);
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
