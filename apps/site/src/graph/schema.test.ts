import { readFileSync, writeFileSync } from "node:fs";
import { minifyIntrospection, outputIntrospectionFile } from "@gql.tada/internal";
import { buildSchema, GraphQLSchema, introspectionFromSchema, isInterfaceType } from "graphql";
import { expect, test } from "vitest";

const file = new URL("./schema.ts", import.meta.url);
const graph = buildSchema(
  readFileSync(new URL("../../../gateway/schema.graphql", import.meta.url), "utf8"),
);

/** What a reader can come to: questions, and whatever answers them. A website performs no verb. */
function readable(): GraphQLSchema {
  const { query } = graph.toConfig();
  const types = Object.values(graph.getTypeMap())
    .filter((type) => isInterfaceType(type) && type.name !== "Refusal")
    .flatMap((type) => (isInterfaceType(type) ? graph.getPossibleTypes(type) : []));
  return new GraphQLSchema({ query, types });
}

test("schema.ts has the types of schema.graphql; after a change there, write it with UPDATE=schema npx --yes pnpm@12 test apps/site/src/graph/schema", () => {
  const introspection = minifyIntrospection(
    introspectionFromSchema(readable(), { descriptions: false }),
  );
  const printed = outputIntrospectionFile(introspection, {
    fileType: ".d.ts",
    shouldPreprocess: true,
  });
  const types = printed.slice(
    printed.indexOf("export type introspection_types"),
    printed.indexOf("/** An IntrospectionQuery"),
  );
  const text = `// Printed from apps/gateway/schema.graphql by schema.test.ts.
/* oxlint-disable */

/** The types of the graph that a reader can come to, as gql.tada reads them. */
${types.trim().replace("introspection_types", "Types")}

/** Where questions begin. */
export interface Introspection {
  name: never;
  query: "Query";
  mutation: never;
  subscription: never;
  types: Types;
}
`;
  if (process.env["UPDATE"] === "schema") writeFileSync(file, text);
  expect(readFileSync(file, "utf8")).toBe(text);
});
