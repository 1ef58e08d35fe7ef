import { type Expression, type RawBuilder, sql } from "kysely";

/** A field of the answer: its name in the statement, and its value. */
export type Pair = readonly [name: string, value: Expression<unknown>];

/**
 * Written in place of a null that the schema forbids. PostgreSQL never writes a raw tab into
 * compact JSON (in a string it is `\t`), so finding one in the text is enough to know.
 */
export const HOLE = "\t";
export const hole: RawBuilder<unknown> = sql`E'\\tnull'::json`;

/*
 * `to_json(row)` of a subselect writes `{"a":1}` as JSON.stringify would, without the spaces of
 * json_build_object and its limit of 50 keys. The alias `o$`, as every alias of the planner, ends
 * in `$`, which no GraphQL name can hold: with an alias `o`, a field `o` would make `to_json(o)`
 * mean that column.
 */

/** One row as a JSON object; `rest` is what follows the select list. */
export function jsonObject(pairs: readonly Pair[], rest: RawBuilder<unknown> = sql``) {
  const columns = pairs.map(([name, value]) => sql`${value} as ${sql.id(name)}`);
  return sql`(select to_json(o$) from (select ${sql.join(columns)}${rest}) as o$)`;
}

/** All rows of a select of one JSON column, as a JSON list; `[]` where there is none. */
export const jsonList = (select: RawBuilder<unknown>) => sql`to_json(array${select})`;

/** A JSON value that must not be null: a null becomes a hole. */
export const guarded = (value: Expression<unknown>) => sql`coalesce(${value}, ${hole})`;

/** Any value as JSON. */
export const toJson = (value: Expression<unknown>) => sql`to_json(${value})`;
