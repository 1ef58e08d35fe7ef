import type { Db } from "@remit/database";
import { anybody, type Caller, viewerOf } from "@remit/graphql";
import { graphql, type GraphQLSchema } from "graphql";
import { surroundings } from "../context.ts";

/** Asks the graph as a caller; the answer as JSON, with its errors if there are any. */
export async function answerTo(
  schema: GraphQLSchema,
  db: Db,
  source: string,
  { caller = anybody, ...variableValues }: { caller?: Caller } & Record<string, unknown> = {},
) {
  const contextValue = {
    ...surroundings,
    db,
    caller,
    viewer: viewerOf(caller),
    requestId: "",
    key: null,
  };
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  // What the graph answers, looked at by each test.
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors };
}

/** The values of a field of every node of a root list, page by page, of so many rows each. */
export async function pagesOf(
  schema: GraphQLSchema,
  db: Db,
  {
    list,
    field,
    first,
    caller = anybody,
  }: { list: string; field: string; first: number; caller?: Caller },
): Promise<string[][]> {
  const pages: string[][] = [];
  const source = `query ($after: String) { list: ${list.includes("(") ? list.replace("(", `(first: ${first}, after: $after, `) : `${list}(first: ${first}, after: $after)`} {
    nodes { ${field} } pageInfo { hasNextPage endCursor } } }`;
  for (let after: string | null = null; ;) {
    const { data, errors } = await answerTo(schema, db, source, { caller, after });
    if (errors) throw new Error(String(errors[0]));
    const { nodes, pageInfo } = data.list;
    pages.push(nodes.map((node: Record<string, string>) => node[field]));
    if (!pageInfo.hasNextPage) return pages;
    after = pageInfo.endCursor;
  }
}
