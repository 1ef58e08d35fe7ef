import { Access, levelsFor } from "@remit/kernel";
import type { Columns, Late } from "@remit/pothos-kysely";
import { type Expression, type RawBuilder, sql, type SqlBool } from "kysely";
import type { Asking, Viewer } from "./context.ts";

type Condition = Expression<SqlBool> | true;

/** Who may see a row that belongs to a group: its own columns and the viewer decide, nothing else. */
export function byAccess<Row extends { access: Access; group_id: string | null }>(
  row: Columns<Row>,
  viewer: Late<Viewer>,
): Condition {
  if (viewer.administrator) return true;
  const everywhere = levelsFor(viewer.official ? "official" : "anybody");
  const asMember = levelsFor("member").filter((level) => !levelsFor("anybody").includes(level));
  return sql<SqlBool>`(${row.access} in (${literals(everywhere)})
    or (${row.access} in (${literals(asMember)}) and ${row.group_id} = any(${viewer.groups.as("uuid[]")})))`;
}

/** As `byAccess`, for a row that may be a draft: that is for whoever keeps its group's record, the secretariat and the chair. */
export function byAccessAndDraft<
  Row extends { access: Access; group_id: string | null; draft: boolean },
>(row: Columns<Row>, viewer: Late<Viewer>): Condition {
  if (viewer.administrator) return true;
  return sql<SqlBool>`(${byAccess(row, viewer)} and ${keptOrNot(row.draft, row.group_id, viewer)})`;
}

/** Whether a row is no draft, or one of a group whose record the viewer keeps. */
export const keptOrNot = (
  draft: Expression<boolean>,
  group: Expression<string | null>,
  viewer: Late<Viewer>,
): Expression<SqlBool> =>
  sql<SqlBool>`(not ${draft} or ${group} = any(${viewer.keeps.as("uuid[]")}))`;

// Written into the statement, so that the same rule is the same statement for every viewer.
const literals = (levels: readonly Access[]) => sql.join(levels.map((level) => sql.lit(level)));

/** The levels of access of what the viewer sees of one group, as an array of PostgreSQL. */
export function levelsIn(group: Expression<string>, viewer: Late<Viewer>): Expression<string[]> {
  if (viewer.administrator) return sql`array[${literals(Access.options)}]`;
  if (viewer.official) return sql`array[${literals(levelsFor("official"))}]`;
  return sql`case when ${group} = any(${viewer.groups.as("uuid[]")})
    then array[${literals(levelsFor("member"))}] else array[${literals(levelsFor("anybody"))}] end`;
}

/** Who may see a row that belongs to no group. */
export function byLevel<Row extends { access: Exclude<Access, "group"> }>(
  row: Columns<Row>,
  viewer: Late<Viewer>,
): Condition {
  if (viewer.administrator) return true;
  const levels = levelsFor(viewer.official ? "official" : "anybody");
  return sql<SqlBool>`${row.access} in (${literals(levels)})`;
}

type Reader = Late<Pick<Asking, "administrator" | "official" | "keeper" | "keeps">>;

/** How a column is read whose place `for_public` may take, as text that becomes what the column holds. */
const readableAs =
  <Value>(cast: RawBuilder<Value>) =>
  <Column extends string>(column: Column) =>
  <Row extends { readonly [Name in Column]: Value } & { for_public: unknown }>(
    row: Columns<Row>,
    _args: unknown,
    _eb: unknown,
    viewer: Reader,
  ): Expression<Row[Column]> =>
    read(
      row,
      column,
      viewer,
      sql`coalesce((${row.for_public} ->> ${sql.lit(column)})${cast}, ${row[column]})`,
    );

/**
 * A text as the viewer may read it: whoever may not see a person who is shown by role alone is not given their name,
 * wherever it was written. The row says in `for_public` what stands in its place, and whose the row is.
 */
export const readable = readableAs(sql<string | null>``);

/** The same for a column that holds several texts: by PostgreSQL's own text of an array, since a list that is made of JSON would need a subselect. */
export const readableList = readableAs(sql<readonly string[]>`::text[]`);

/** The same for a column that is JSON and holds texts: the whole of it as the viewer may read it. */
export const readableJson = readableAs(sql`::jsonb`);

function read<Row extends { for_public: unknown }, Column extends keyof Row & string>(
  row: Columns<Row>,
  column: Column,
  viewer: Reader,
  asPublic: Expression<Row[Column]>,
): Expression<Row[Column]> {
  if (seesEverybody(viewer)) return row[column];
  if (!viewer.keeper) return asPublic;
  const kept = sql`${row.for_public} ->> 'group_id' = any(${viewer.keeps.as("text[]")})`;
  return sql<Row[Column]>`case when ${row.for_public} is null or ${kept} then ${row[column]}
    else ${asPublic} end`;
}

/** Whether a viewer is told of every person whom the public knows by their role alone. */
export const seesEverybody = (viewer: Pick<Viewer, "administrator" | "official">): boolean =>
  viewer.administrator || viewer.official;

/** Who may see a row that says all there is, as names and what is withheld: of those who may see it, whoever reads that in its group. */
export function byAccessAndNames<Row extends { access: Access; group_id: string | null }>(
  row: Columns<Row>,
  viewer: Late<Viewer>,
): Condition {
  if (seesEverybody(viewer)) return byAccess(row, viewer);
  return sql<SqlBool>`(${byAccess(row, viewer)} and ${row.group_id} = any(${viewer.keeps.as("uuid[]")}))`;
}

/** Whether a viewer is told of those in what belongs to a group; the database's `readable` says the same. */
export const readsNames = (
  viewer: Pick<Viewer, "administrator" | "official" | "keeps">,
  group: string | null | undefined,
): boolean => seesEverybody(viewer) || (group != null && viewer.keeps.includes(group));

/** A row that keeps a record whole, with what the public reads of it where that differs. */
interface RecordRow {
  readonly record: unknown;
  readonly for_public: Readonly<Record<string, string>> | null;
  /** Left out by what is no group's. */
  readonly group_id?: string | null;
}

/** The record of a row as a viewer may read it: without the names and passages that they are not told. */
export function recordFor(
  viewer: Pick<Viewer, "administrator" | "official" | "keeps">,
  { record, for_public, group_id }: RecordRow,
): unknown {
  const other = readsNames(viewer, group_id) ? undefined : for_public?.["record"];
  return other === undefined ? record : JSON.parse(other);
}
