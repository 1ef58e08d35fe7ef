import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "./database.ts";
import { schemasIn, stepsTaken } from "./migrate.ts";
import { type Table, tablesIn } from "./tables.ts";

/** What is written: the form of an archive. It goes up when older versions of Remit could not read what is new. */
export const archiveFormat = 1;

/** The first line of an archive. */
export interface ArchiveHead {
  readonly product: "Remit";
  readonly format: number;
  /** The steps that its database had taken. */
  readonly steps: readonly string[];
  /** How many rows there are of each table, in the order in which they come. */
  readonly tables: Readonly<Record<string, number>>;
  /** The tables whose rows are not in it. */
  readonly leftOut: readonly string[];
}

/** How many rows are held at once. */
const atOnce = 200;

/**
 * Everything that a database holds, as lines of JSON: a head, each row with its table, and a hash of all lines before it.
 * The same record gives the same bytes. To be called in a transaction that sees one state.
 */
export async function* archive(tx: Tx, leftOut: readonly string[] = []): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const hashed = (line: string): string => {
    hash.update(line);
    return line;
  };
  // What a row is as text does not depend on the settings of whoever asks.
  await sql`select set_config('timezone', 'UTC', true), set_config('extra_float_digits', '1', true)`.execute(
    tx,
  );
  const steps = await stepsTaken(tx);
  const tables = await tablesIn(tx, schemasIn(steps));
  const kept = tables.filter(({ name }) => !leftOut.includes(name));
  const counts: Record<string, number> = {};
  for (const { name } of kept) counts[name] = await countOf(tx, name);
  const head: ArchiveHead = {
    product: "Remit",
    format: archiveFormat,
    steps,
    tables: counts,
    leftOut: tables.flatMap(({ name }) => (leftOut.includes(name) ? [name] : [])),
  };
  yield hashed(`${JSON.stringify(head)}\n`);
  for (const table of kept)
    for await (const row of rowsOf(tx, table))
      yield hashed(`{"table":${JSON.stringify(table.name)},"row":${row}}\n`);
  yield `${JSON.stringify({ sha256: hash.digest("hex") })}\n`;
}

/** How many rows a table has. */
export async function countOf(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select count(*) as rows from ${sql.table(table)}`.execute(db);
  return rows[0]?.rows ?? 0;
}

/** Rows by their key, a few at a time. What is empty is left out, so that the null of JSON stays another thing. */
async function* rowsOf(tx: Tx, { name, columns, generated, key }: Table): AsyncGenerator<string> {
  const empty = columns.flatMap((column) =>
    column.nullable
      ? [sql`case when line.${sql.ref(column.name)} is null then ${sql.lit(column.name)} end`]
      : [],
  );
  const order = key.map((column): RawBuilder<unknown> =>
    column.text ? sql`line.${sql.ref(column.name)} collate "C"` : sql`line.${sql.ref(column.name)}`,
  );
  await sql`declare archived no scroll cursor for
    select (to_jsonb(line) - array[${sql.join(generated.map((each) => sql.lit(each)))}]::text[]
      - array_remove(array[${sql.join(empty)}]::text[], null))::text as row
    from ${sql.table(name)} line order by ${sql.join(order)}`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ row: string }>`
      fetch ${sql.lit(atOnce)} from archived`.execute(tx);
    for (const { row } of rows) yield row;
    if (rows.length < atOnce) break;
  }
  await sql`close archived`.execute(tx);
}
