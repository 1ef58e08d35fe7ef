import { sql } from "kysely";
import { orderBy, type Term } from "./cursor.ts";
import { jsonList } from "./json.ts";
import { chosenOrder, type Edge, type Order } from "./model.ts";
import { Param } from "./param.ts";
import type { FieldNode, Planning } from "./planning.ts";
import { columnOf, type Scope, type TableScope } from "./row.ts";
import { isRecord } from "./shape.ts";
import { callback, occurrence } from "./wall.ts";

/** A field that reads another table: from where, with which arguments, and what of it. */
export interface Use {
  readonly parent: Scope;
  readonly args: Record<string, unknown>;
  readonly nodes: readonly FieldNode[];
}

/**
 * One row as a JSON object, or null. Without an order a second row is an error of PostgreSQL's,
 * which is right: it was said that there is one.
 */
export function one(planning: Planning, edge: Edge, { parent, args, nodes }: Use) {
  const found = occurrence(planning, edge, { parent, args });
  const rest = edge.order
    ? sql`${found.from}${orderBy(termsOf(planning, edge, found.scope, args))} limit 1`
    : found.from;
  return planning.meter.each(1, () => planning.tableObject(found.scope, nodes, rest));
}

export function many(
  planning: Planning,
  edge: Edge & { size?: number | undefined },
  { parent, args, nodes }: Use,
) {
  const found = occurrence(planning, edge, { parent, args });
  const rest = sql`${found.from}${orderBy(termsOf(planning, edge, found.scope, args))}`;
  const rows = edge.size ?? planning.settings.cost.list;
  const list = planning.meter.each(rows, () => planning.tableObject(found.scope, nodes, rest));
  return jsonList(sql`${list}`);
}

export const count = (planning: Planning, edge: Edge, { parent, args }: Omit<Use, "nodes">) =>
  planning.meter.each(1, () => {
    const { from } = occurrence(planning, edge, { parent, args });
    return sql`(select count(*)${from})`;
  });

/** The order that the arguments choose, by name; a list that has but one has no name for it. */
export function orderOf(
  { model, order = [] }: Edge,
  args: Record<string, unknown>,
): { readonly name: string; readonly order: readonly Order[] } {
  if (!("of" in order)) return { name: "", order };
  const name = choiceIn(args[order.arg]) ?? order.otherwise;
  const { field, desc } = chosenOrder(name);
  const chosen = order.of[field];
  if (!chosen) throw new Error(`There is no order of ${model.name} for ${field}.`);
  return { name, order: desc ? chosen.map(reversed) : chosen };
}

/** `due`, or `due desc` where the argument is a record of a field and a direction. */
function choiceIn(given: unknown): string | undefined {
  if (given instanceof Param) return given.choice;
  if (!isRecord(given)) return undefined;
  const field = choiceIn(given["field"]);
  return choiceIn(given["direction"]) === "desc" ? `${field} desc` : field;
}

const reversed = (term: Order): Order => {
  if (typeof term !== "string") return { ...term, desc: !term.desc };
  const [name = "", direction] = term.split(" ");
  return direction === "desc" ? name : `${name} desc`;
};

/** The order as it is said, with the key at its end where it is not total: a cursor has one meaning. */
export function termsOf(
  planning: Planning,
  edge: Edge,
  scope: TableScope,
  args: Record<string, unknown>,
): Term[] {
  const { model, on = {} } = edge;
  const { order } = orderOf(edge, args);
  const terms: Term[] = [];
  const named = new Set(Object.keys(on));
  for (const term of order) {
    if (typeof term === "string") {
      const [name = "", direction] = term.split(" ");
      named.add(name);
      terms.push({ by: columnOf(scope, name), desc: direction === "desc" });
    } else {
      const by = callback(planning, term.by, scope, args, `An order of ${model.name}`);
      terms.push({ by, desc: term.desc ?? false });
    }
  }
  // What a relation joins by is the same in all of its rows.
  const total = [[model.key], ...model.unique].some((columns) =>
    columns.every((column) => named.has(column)),
  );
  if (total) return terms;
  return [...terms, { by: columnOf(scope, model.key), desc: terms.at(-1)?.desc ?? false }];
}
