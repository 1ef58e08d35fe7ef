import { getNamedType, isAbstractType } from "graphql";
import { type Expression, sql } from "kysely";
import { keyIn, parseId } from "./id.ts";
import { type MemberModel, type TableModel, tableModel } from "./model.ts";
import { textParam } from "./param.ts";
import type { Field, FieldNode, Planning } from "./planning.ts";
import { columnOf } from "./row.ts";
import type { Use } from "./relation.ts";
import { occurrence } from "./wall.ts";

type Kinds = Readonly<Record<string, TableModel>>;

/** A row of one of several tables, held as kind and id: only the matching branch runs. */
export function member(planning: Planning, { column, id, of }: MemberModel, use: Use) {
  const kind = columnOf(use.parent, column);
  const key = columnOf(use.parent, id);
  return chosen(planning, kind, of, () => key, use.nodes);
}

/** A row of any table of the field's type, by its global id. */
export function node(planning: Planning, field: Field, { args, nodes }: Use) {
  const type = getNamedType(field.type);
  const of: Record<string, TableModel> = {};
  for (const possible of isAbstractType(type) ? planning.schema.getPossibleTypes(type) : []) {
    const model = tableModel(possible);
    if (model) of[model.name] = model;
  }
  const id = textParam(args["id"]);
  if (!id) throw new Error(`${field.name} has no argument id.`);
  const key = (model: TableModel) => id.map((text) => keyIn(model, text));
  const kind = sql`${id.map((text) => parseId(text)?.type)}::text`;
  return chosen(planning, kind, of, key, nodes);
}

function chosen(
  planning: Planning,
  kind: Expression<unknown>,
  of: Kinds,
  keyFor: (model: TableModel) => Expression<unknown>,
  nodes: readonly FieldNode[],
) {
  const branches = Object.entries(of).map(([name, model]) => () => {
    const found = occurrence(
      planning,
      { model },
      {
        and: (scope) => [sql`${columnOf(scope, model.key)} = ${keyFor(model)}`],
      },
    );
    const object = planning.meter.each(1, () =>
      planning.tableObject(found.scope, nodes, found.from, { typed: true }),
    );
    return sql`when ${sql.lit(name)} then ${object}`;
  });
  return sql`case ${kind} ${sql.join(planning.meter.oneOf(branches), sql` `)} end`;
}
