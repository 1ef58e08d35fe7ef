import {
  type Id,
  type Noun,
  sees,
  type Subject as Thing,
  type Upcast,
  versions,
} from "@remit/kernel";
import { sql } from "kysely";
import type { Db } from "./database.ts";
import { saveAll } from "./insert.ts";
import type { Keeping, Standing } from "./keeping.ts";
import { lockRows } from "./rows.ts";

/** What there is to say of things that are kept whole in one table. */
export interface Records<Subject extends Thing, Facts> {
  readonly noun: Noun<Subject>;
  readonly standing: (thing: Subject) => Standing;
  /** The column that says whose it is; `group_id` if left out. */
  readonly group?: string;
  /** The columns by which rows are found and seen, beside those of every record. */
  readonly columns?: (thing: Subject) => Readonly<Record<string, unknown>>;
  readonly facts?: Keeping<Subject, Facts>["facts"];
  /** What made a record of each version into one of the next; none while all are of the first. */
  readonly steps?: readonly Upcast[];
}

/**
 * Keeps things whole as JSON in a table that has the columns `id`, `version`, that of the group, `access`, `record`, and
 * such as `columns` names.
 */
export function keptIn<Subject extends Thing, Facts = object>(
  table: string,
  {
    noun,
    standing,
    group: groupColumn = "group_id",
    columns = () => ({}),
    facts,
    steps = [],
  }: Records<Subject, Facts>,
): Keeping<Subject, Facts> {
  const records = versions(noun.schema, steps);
  const find = async (db: Db, ids: readonly Id[]) => {
    const found = await sql<{ record: unknown }>`select record from ${sql.table(table)}
      where id = any(${ids}) order by id`.execute(db);
    return found.rows.map(({ record }) => records.read(record));
  };
  const rowOf = (thing: Subject) => {
    const { group, access } = standing(thing);
    return {
      id: thing.id,
      version: thing.version,
      [groupColumn]: group,
      access,
      record: JSON.stringify(records.kept(thing)),
      ...columns(thing),
    };
  };
  return {
    noun,
    standing,
    sees: (caller, thing) => sees(caller, standing(thing).access, standing(thing).group ?? ""),
    find,
    lock: (tx, found) => lockRows(tx, table, found, find),
    save: (tx, { outcome: { subject, changed, made } }) =>
      saveAll(tx, table, [subject, ...changed.map(({ after }) => after), ...made].map(rowOf)),
    kept: records.kept,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- left out where no step needs any
    facts: facts ?? ({} as Keeping<Subject, Facts>["facts"]),
  };
}
