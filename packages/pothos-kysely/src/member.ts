import { getNamedType, isAbstractType, isObjectType } from "graphql";
import { type Expression, sql } from "kysely";
import { keyIn } from "./id.ts";
import { type MemberModel, type TableModel, tableModel } from "./model.ts";
import { textParam } from "./param.ts";
import type { Field, FieldNode, Planning } from "./planning.ts";
import { columnOf } from "./row.ts";
import type { Use } from "./relation.ts";
import { occurrence } from "./wall.ts";

/** A row of one of several tables, held as kind and id: only the matching branch runs. */
export function member(planning: Planning, { column, id, of }: MemberModel, use: Use) {
  const key = columnOf(use.parent, id);
  const branches = Object.entries(of).map(
    ([kind, model]) =>
      () =>
        sql`when ${sql.lit(kind)} then ${rowOf(planning, model, key, use.nodes)}`,
  );
  const kind = columnOf(use.parent, column);
  return sql`case ${kind} ${sql.join(planning.meter.oneOf(branches), sql` `)} end`;
}

/** A row of any table of the field's type, by its global id, whose type the plan knows. */
export function node(planning: Planning, field: Field, { args, nodes }: Use) {
  const id = textParam(args["id"]);
  if (typeof id?.idType !== "string") return sql`null::json`;
  const type = planning.schema.getType(id.idType);
  const model = tableModel(type);
  const abstract = getNamedType(field.type);
  const isMember =
    isAbstractType(abstract) && isObjectType(type) && planning.schema.isSubType(abstract, type);
  if (!model || !isMember) return sql`null::json`;
  const key = id.map((text) => keyIn(model, text));
  return rowOf(planning, model, key, nodes);
}

/** The row of a table with this key, with its type's name for who resolves it further. */
export function rowOf(
  planning: Planning,
  model: TableModel,
  key: Expression<unknown>,
  nodes: readonly FieldNode[],
) {
  const { scope, from } = occurrence(
    planning,
    { model },
    { and: (found) => [sql`${columnOf(found, model.key)} = ${key}`] },
  );
  return planning.meter.each(1, () => planning.tableObject(scope, nodes, from, { typed: true }));
}
