import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  isAbstractType,
  isListType,
  isObjectType,
} from "graphql";
import { sql } from "kysely";
import { rowOf } from "./member.ts";
import { fieldModel, tableModel } from "./model.ts";
import type { Field, Planning } from "./planning.ts";

/** What a field that JavaScript resolves costs, where it is more than one row. */
export interface Resolving {
  /** What is done before its value is there. */
  readonly own?: number;
  /** How many a list is taken to hold. */
  readonly size?: number;
}

/** Lists that are no rows are mostly parts of one record, and shorter than lists of rows. */
export const shortList = 5;

/** The `extensions` of a field that JavaScript resolves, with what it costs. */
export const costs = (resolving: Resolving): { cost: Resolving } => ({ cost: resolving });

/**
 * Counts what JavaScript resolves: one for each field of each value, since that takes about as long as a row of
 * PostgreSQL's. What it leads to is counted too, though another statement may read it.
 */
export function countResolved(planning: Planning, field: Field, nodes: readonly FieldNode[]): void {
  const { own = 1, size = shortList } = resolvingOf(field);
  planning.meter.add(own);
  const list = isListType(getNullableType(field.type));
  planning.meter.times(list ? size : 1, () =>
    countBelow(planning, getNamedType(field.type), nodes),
  );
}

function countBelow(planning: Planning, type: GraphQLNamedType, nodes: readonly FieldNode[]): void {
  if (isAbstractType(type)) {
    const members = planning.schema.getPossibleTypes(type);
    planning.meter.oneOf(members.map((member) => () => countBelow(planning, member, nodes)));
    return;
  }
  if (!isObjectType(type)) return;
  const table = tableModel(type);
  // Only what it costs is of use here: the statement that reads it is planned where it is read.
  if (table) rowOf(planning, table, sql`null`, nodes);
  else
    for (const [, same] of planning.selection(type, nodes)) {
      const field = type.getFields()[same[0]?.name.value ?? ""];
      if (field) countResolved(planning, field, same);
    }
}

function resolvingOf(field: Field): Resolving {
  const model = fieldModel(field);
  if (model?.kind === "computed") return model.cost;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `costs` made it
  return (field.extensions["cost"] as Resolving | undefined) ?? {};
}
