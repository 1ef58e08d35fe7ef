import type { SchemaTypes } from "@pothos/core";
import type { GraphQLResolveInfo } from "graphql";
import { modelOf } from "./builder.ts";
import { rowAt, sourceOf } from "./execute.ts";
import { keyIn } from "./id.ts";
import type { TableModel } from "./model.ts";
import { Param } from "./param.ts";
import { refusal } from "./refusal.ts";
import type { Planned, TableName, TableRef } from "./types.ts";

/**
 * A row for a resolver that no plan reaches, such as a mutation's answer: read by its key, through
 * its rule, with everything that is selected below. Null where it is absent or hidden.
 */
export async function at<Types extends SchemaTypes, Table extends TableName<Types>>(
  ref: TableRef<Types, Table>,
  key: string,
  context: Types["Context"],
  info: GraphQLResolveInfo,
): Promise<Planned<Table> | null> {
  const source = sourceOf(info.schema);
  if (!source) throw new Error("This schema was built without the kysely plugin.");
  const row = await rowAt(source, modelOf(ref), key, context, info);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the plan read a row of this very table
  return row as Planned<Table> | null;
}

/**
 * The key in a global id of this type: for `at`, where any other text gives null, and for conditions on an argument
 * (`eb(row.id, "=", keyOf(Film, args.id, "id"))`), where it is refused with `BAD_ID` and the argument's name: a
 * mistyped id would else read as an id of nothing.
 */
export function keyOf(ref: object, id: Param<string>, argument?: string): Param<string>;
export function keyOf(ref: object, id: string): string | null;
export function keyOf(ref: object, id: string | Param<string>, argument = "id") {
  const model = modelOf(ref);
  return id instanceof Param ? id.map((text) => given(model, text, argument)) : keyIn(model, id);
}

function given(model: TableModel, text: string, argument: string): string {
  const key = keyIn(model, text);
  if (key !== null) return key;
  const message = `${argument}: Give the id of a ${model.name}, as the graph gives it.`;
  throw refusal("BAD_ID", message, { argument, type: model.name });
}
