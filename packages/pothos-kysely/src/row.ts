import { type Expression, type OperationNode, type RawBuilder, sql } from "kysely";
import type { Row, TableModel } from "./model.ts";

/** A column of one occurrence of a table. */
export class Column implements Expression<unknown> {
  readonly #node: OperationNode;

  constructor(alias: string, name: string) {
    this.#node = sql.id(alias, name).toOperationNode();
  }

  get expressionType(): unknown {
    return undefined;
  }

  toOperationNode(): OperationNode {
    return this.#node;
  }
}

/** Where a field stands: the row it reads, and the table if the row is a table's. */
export interface Scope {
  readonly row: Row;
  readonly model?: TableModel;
  /** How many rules deep: a row that a rule asks for is one deeper than the row it is asked for. */
  readonly depth?: number;
}

export interface TableScope extends Scope {
  readonly model: TableModel;
}

const made = new WeakSet<object>();

/** Marks a row as one that a function made. */
export function asMade<Given extends Scope>(scope: Given): Given {
  made.add(scope.row);
  return scope;
}

/** Whether a row, as a callback is given it, is one that a function made: what its table keeps of it is another row. */
export const isMade = (row: object): boolean => made.has(row);

/** The row of a table's occurrence. */
export const tableScope = (model: TableModel, alias: string, depth: number): TableScope => ({
  row: columnsOf(alias),
  model,
  depth,
});

/** The columns of whatever has this alias. Which there are is the types' business: any name is one. */
export const columnsOf = (alias: string): Row =>
  new Proxy<Record<string, Expression<unknown>>>(
    {},
    {
      get: (columns, name) =>
        typeof name === "string" ? (columns[name] ??= new Column(alias, name)) : undefined,
    },
  );

/** The root of a query has no row. */
export const noScope: Scope = { row: {} };

export function columnOf({ row, model }: Scope, name: string): Expression<unknown> {
  const column = row[name];
  if (!column) throw new Error(`There is no column ${name} in ${model?.name ?? "this row"}.`);
  return column;
}

/** `a and b and …`, each part in parentheses; nothing for no parts. */
export function where(parts: readonly (Expression<unknown> | undefined)[]): RawBuilder<unknown> {
  const given = parts.filter((part) => part !== undefined);
  if (given.length === 0) return sql``;
  return sql` where ${sql.join(
    given.map((part) => sql`(${part})`),
    sql` and `,
  )}`;
}
