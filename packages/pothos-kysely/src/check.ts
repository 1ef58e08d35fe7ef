import { PothosSchemaError } from "@pothos/core";
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import {
  chosenOrder,
  type Edge,
  type FieldModel,
  fieldModel,
  type TableModel,
  tableModel,
  typeModel,
} from "./model.ts";
import type { Field } from "./planning.ts";

/** Refuses what the types cannot: a schema that could not be planned, or not as it reads. */
export function refuseWrongSchema(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const table = tableModel(type);
    if (table) refuseCircle(table);
    for (const field of Object.values(type.getFields())) refuseField(schema, type, field);
  }
}

function refuseField(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): void {
  const model = fieldModel(field);
  const where = `${type.name}.${field.name}`;
  const planned = typeModel(type);
  if (planned && !model) {
    throw new PothosSchemaError(
      `${where}: a field of a planned type is a column, an expression, a relation, an embedded object or computed from columns; it has no resolver of its own.`,
    );
  }
  if (!model) return;
  if (!planned && type !== schema.getQueryType()) {
    throw new PothosSchemaError(
      `${where}: planned fields stand on Query, on tables and on embedded objects; here nothing was read.`,
    );
  }
  refuseModel(schema, field, model, where);
}

function refuseModel(schema: GraphQLSchema, field: Field, model: FieldModel, where: string): void {
  if (model.kind === "many" || model.kind === "page") refuseOrder(field, model.order, where);
  if (
    ["embedded", "elements"].includes(model.kind) &&
    typeModel(getNamedType(field.type))?.kind !== "embedded"
  ) {
    throw new PothosSchemaError(`${where}: ${String(field.type)} is not embedded.`);
  }
  if (model.kind !== "member") return;
  const abstract = getNamedType(field.type);
  for (const { name } of Object.values(model.of)) {
    const member = schema.getType(name);
    if (!isAbstractType(abstract) || !isObjectType(member) || !schema.isSubType(abstract, member)) {
      throw new PothosSchemaError(`${where}: ${name} is no member of ${String(abstract)}.`);
    }
  }
}

function refuseOrder(field: Field, order: Edge["order"], where: string): void {
  const lists = order && "of" in order ? Object.values(order.of) : [order];
  if (lists.length === 0 || lists.some((list) => !list?.length))
    throw new PothosSchemaError(`${where}: a list needs an order.`);
  if (!order || !("of" in order)) return;
  const type = getNamedType(field.args.find(({ name }) => name === order.arg)?.type);
  const fields = isInputObjectType(type) ? type.getFields() : undefined;
  const names = valuesIn(fields ? fields["field"]?.type : type);
  const otherwise = chosenOrder(order.otherwise);
  if (names.length === 0 || [...names, otherwise.field].some((name) => !order.of[name]))
    throw new PothosSchemaError(`${where}: each value of ${order.arg}, an enum, needs an order.`);
  if (!fields) return;
  const directions = valuesIn(fields["direction"]?.type);
  if (directions.length === 0 || directions.some((each) => each !== "asc" && each !== "desc"))
    throw new PothosSchemaError(
      `${where}: the direction of ${order.arg} is an enum of asc and desc.`,
    );
}

function valuesIn(given: GraphQLType | null | undefined): string[] {
  const type = getNamedType(given);
  return isEnumType(type) ? type.getValues().map(({ value }) => String(value)) : [];
}

function refuseCircle(table: TableModel): void {
  const seen = new Set<TableModel>();
  for (let next: TableModel | undefined = table; next; next = ownerOf(next)) {
    if (seen.has(next)) {
      throw new PothosSchemaError(`${table.name} is seen through ${next.name}, which is a circle.`);
    }
    seen.add(next);
  }
}

const ownerOf = ({ visible }: TableModel) =>
  typeof visible === "function" ? undefined : visible.through.model;
