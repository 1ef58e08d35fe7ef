import { readFileSync, writeFileSync } from "node:fs";
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from "graphql";
import { expect, test } from "vitest";
import { gateway } from "./gateway.ts";

const file = new URL("../schema.graphql", import.meta.url);
const schema = gateway.schema();

test("schema.graphql is the graph; a change that is meant is written with UPDATE=schema npx --yes pnpm@12 test apps/gateway/src/schema", () => {
  const printed = `${printSchema(schema)}\n`;
  if (process.env["UPDATE"] === "schema") writeFileSync(file, printed);
  expect(readFileSync(file, "utf8")).toBe(printed);
});

test("everything in the graph is described", () => {
  const described = [...everything(schema)];
  expect(described.length).toBeGreaterThan(200);
  expect(described.filter(([, text]) => !/\S.*\.$/su.test(text ?? "")).map(([at]) => at)).toEqual(
    [],
  );
});

type Described = [place: string, description: string | null | undefined];

function* everything(graph: GraphQLSchema): Generator<Described> {
  for (const type of Object.values(graph.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    yield [type.name, type.description];
    yield* within(type);
  }
}

function* within(type: GraphQLNamedType): Generator<Described> {
  if (isEnumType(type)) {
    for (const { name, description } of type.getValues())
      yield [`${type.name}.${name}`, description];
  }
  if (isInputObjectType(type)) {
    for (const { name, description } of Object.values(type.getFields()))
      yield [`${type.name}.${name}`, description];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const field of Object.values(type.getFields())) {
    const at = `${type.name}.${field.name}`;
    yield [at, field.description];
    for (const arg of field.args) yield [`${at}(${arg.name})`, arg.description];
  }
}
