import { type Expression, type RawBuilder, sql } from "kysely";
import { expressionsFor } from "./expressions.ts";
import { harmless, harmlessCall, walled } from "./foreign.ts";
import type { Edge, Row, Sql, Via, Where } from "./model.ts";
import type { Planning } from "./planning.ts";
import {
  asMade,
  columnOf,
  isMade,
  noScope,
  type Scope,
  type TableScope,
  tableScope,
  where,
} from "./row.ts";

/** Rules that ask rules: beyond this it is a circle. */
const deepestRule = 16;

/** One occurrence of a table in a statement. */
export interface Occurrence {
  readonly scope: TableScope;
  /** ` from table as alias where …`, with the table's rule among the conditions. */
  readonly from: RawBuilder<unknown>;
}

export interface Reach {
  readonly parent?: Scope;
  readonly args?: Record<string, unknown>;
  /** How many rules deep the table stands. */
  readonly depth?: number;
  /** Further conditions on the row, which the planner makes. */
  readonly and?: (scope: TableScope) => readonly (Expression<unknown> | undefined)[];
}

/** The one place where a table enters a statement, and so the one place where its rule does. */
export function occurrence(planning: Planning, edge: Edge, reach: Reach = {}): Occurrence {
  const { model } = edge;
  const { parent = noScope, args = {}, and, depth = 0 } = reach;
  const alias = planning.alias();
  if (depth > deepestRule) throw new Error(`The rule of ${model.name} asks itself in a circle.`);
  const scope = tableScope(model, alias, depth);
  const joined = Object.entries(edge.on ?? {}).map(
    ([child, column]) => sql`${columnOf(scope, child)} = ${columnOf(parent, column)}`,
  );
  const call = edge.from?.(scope.row, args, eb(planning, scope), planning.viewer, parent.row);
  if (call && edge.made) asMade(scope);
  const source = call ? harmlessCall(call, `${model.name}'s source`) : sql.table(model.table);
  const from = sql` from ${source} as ${sql.id(alias)}${where([
    ...joined,
    edge.via && linked(planning, edge.via, parent, scope),
    condition(planning, edge.where, scope, { parent, args }, `A condition on ${model.name}`),
    ...(and?.(scope) ?? []),
    rule(planning, scope, { parent, on: edge.on }),
  ])}`;
  return { scope, from };
}

/** What a relation asks of its rows beside the rule; nothing where it asks for all. */
export function condition(
  planning: Planning,
  given: Where | undefined,
  scope: Scope,
  { parent, args }: { readonly parent: Scope; readonly args: Record<string, unknown> },
  whose: string,
): Expression<unknown> | undefined {
  const asked = given?.(scope.row, args, eb(planning, scope), planning.viewer, parent.row);
  return asked ? harmless(asked, whose) : undefined;
}

/** Whether a row of the link table joins the two. */
function linked(planning: Planning, { table, from, to }: Via, parent: Scope, child: Scope) {
  const alias = planning.alias();
  const side = (columns: Via["from"], scope: Scope) =>
    Object.entries(columns).map(
      ([link, column]) => sql`${sql.id(alias, link)} = ${columnOf(scope, column)}`,
    );
  const joins = [...side(from, parent), ...side(to, child)];
  return sql`exists (select from ${sql.table(table)} as ${sql.id(alias)}${where(joins)})`;
}

/** Calls an expression of the schema's author, and checks that it reads no table by itself. */
export function callback(
  planning: Planning,
  given: Sql<Expression<unknown>>,
  scope: Scope,
  args: Record<string, unknown>,
  whose: string,
): Expression<unknown> {
  return harmless(given(scope.row, args, eb(planning, scope), planning.viewer), whose);
}

/** A row made of another's columns; each of its expressions is checked as one of its own. */
export function embeddedScope(
  planning: Planning,
  row: Sql<Row>,
  scope: Scope,
  args: Record<string, unknown>,
  whose: string,
): Scope {
  // Read by name and not listed: `(row) => row` gives a table's row, whose names are not known here.
  const columns = row(scope.row, args, eb(planning, scope), planning.viewer);
  const checked = new Proxy(columns, {
    get: (from, name) => {
      const column = typeof name === "string" ? from[name] : undefined;
      return column && harmless(column, whose);
    },
  });
  return isMade(scope.row) ? asMade({ row: checked }) : { row: checked };
}

/** The condition under which a row may be seen; none where every row may, or where it was asked already. */
function rule(
  planning: Planning,
  scope: TableScope,
  { parent, on }: { parent: Scope; on: Edge["on"] },
): Expression<unknown> | undefined {
  const { visible, name } = scope.model;
  if (typeof visible === "function") {
    const seen = visible(scope.row, planning.viewer, eb(planning, scope));
    return seen === true ? undefined : harmless(seen, `The rule of ${name}`);
  }
  const { model } = visible.through;
  // Coming from the very row it is seen through, which this statement has asked.
  if (parent.model === model && on?.[visible.column] === model.key) return undefined;
  return exists(planning, { model, on: { [model.key]: visible.column } }, scope);
}

const exists = (planning: Planning, edge: Edge, parent: Scope) =>
  walled(sql`exists (select${asked(planning, edge, parent)})`);

/** Another table, as a rule or an expression of this row's asks for it. */
const asked = (planning: Planning, edge: Edge, parent: Scope) =>
  occurrence(planning, edge, { parent, depth: (parent.depth ?? 0) + 1 }).from;

/** Kysely's expression builder for one row, with the two ways to ask another table. */
const eb = (planning: Planning, scope: Scope) =>
  expressionsFor({
    exists: (edge) => exists(planning, edge, scope),
    count: (edge) => walled(sql`(select count(*)${asked(planning, edge, scope)})`),
  });
