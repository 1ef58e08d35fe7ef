import { sql } from "kysely";
import type { Db } from "./database.ts";

/** A table as the database describes it. */
export interface Table {
  /** Its full name, such as `actions.action`. */
  readonly name: string;
  /** What is kept in it and not worked out by the database, each with whether it is JSON and whether it may be empty. */
  readonly columns: readonly {
    readonly name: string;
    readonly json: boolean;
    readonly nullable: boolean;
  }[];
  /** The columns that the database works out by itself. */
  readonly generated: readonly string[];
  /** The columns of its primary key, each with whether it is text. */
  readonly key: readonly { readonly name: string; readonly text: boolean }[];
}

/** The tables of some schemas by their names, but for those that hold the steps of migrations. */
export async function tablesIn(db: Db, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select nspname || '.' || relname as name,
      (select jsonb_agg(jsonb_build_object('name', attname, 'json', atttypid = 'jsonb'::regtype,
          'nullable', not attnotnull) order by attnum)
        from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
          and attgenerated = '') as columns,
      (select coalesce(jsonb_agg(attname order by attnum), '[]')
        from pg_attribute where attrelid = c.oid and attnum > 0 and attgenerated <> '') as generated,
      (select coalesce(jsonb_agg(jsonb_build_object('name', attname, 'text', atttypid = 'text'::regtype)
          order by array_position(i.indkey::int[], attnum::int)), '[]')
        from pg_index i join pg_attribute on attrelid = c.oid and attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where relkind = 'r' and nspname = any(${schemas}::text[])
      and not (nspname = 'database' and relname in ('migration', 'migration_lock'))
    order by nspname collate "C", relname collate "C"`.execute(db);
  return rows;
}
