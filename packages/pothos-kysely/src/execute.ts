import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  getOperationAST,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  type OperationDefinitionNode,
} from "graphql";
import { HOLE } from "./json.ts";
import { type TableModel, tableModel } from "./model.ts";
import type { Request } from "./plan.ts";
import { prepare, read, readText, Source } from "./run.ts";
import { coerce } from "./variables.ts";

type Rows = Readonly<Record<string, unknown>>;

export function sourceOf(schema: GraphQLSchema): Source | undefined {
  const source = schema.extensions["kysely"];
  return source instanceof Source ? source : undefined;
}

/**
 * Executions whose planned root fields share one statement. The coerced variables are the one
 * object that graphql-js makes afresh for each execution.
 */
const running = new WeakMap<object, Promise<Rows>>();

/** The value of a planned root field: the first one starts the statement, and all read from it. */
export async function rootField(
  source: Source,
  context: object,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  let rows = running.get(info.variableValues);
  if (!rows) {
    rows = readRows(source, context, requestOf(source, context, info)).then((found) => found ?? {});
    running.set(info.variableValues, rows);
  }
  return (await rows)[info.path.key];
}

/** The row with this key as a planned value, or null where there is none that this viewer may see. */
export function rowAt(
  source: Source,
  model: TableModel,
  key: string,
  context: object,
  info: GraphQLResolveInfo,
): Promise<Rows | null> {
  const at = { model, nodes: info.fieldNodes };
  return readRows(source, context, { ...requestOf(source, context, info), at }, key);
}

/** Refuses what a query asks before a root field of it is resolved that no statement answers. */
export const refuseOperation = (
  source: Source,
  context: object,
  info: GraphQLResolveInfo,
): unknown => prepare(source, requestOf(source, context, info), context);

/**
 * Refuses what the answer of a mutation asks before the mutation runs: cost, pages, cursors and texts
 * of the selection, for each table that the answer may be a row of.
 */
export function refuseAnswer(source: Source, context: object, info: GraphQLResolveInfo): void {
  const type = getNamedType(info.returnType);
  for (const each of isAbstractType(type) ? info.schema.getPossibleTypes(type) : [type]) {
    const model = tableModel(each);
    const at = model && { model, nodes: info.fieldNodes };
    if (at) prepare(source, { ...requestOf(source, context, info), at }, context);
  }
}

async function readRows(source: Source, context: object, request: Request, key?: unknown) {
  const text = await read(prepare(source, request, context, key));
  // The statement wrote an object for exactly this request, or null.
  const rows: Rows | null = JSON.parse(text ?? "null");
  return rows;
}

const requestOf = (source: Source, context: object, info: GraphQLResolveInfo): Request => ({
  schema: info.schema,
  operation: info.operation,
  fragments: info.fragments,
  variables: info.variableValues,
  viewer: source.settings.viewer(context),
});

/** A response as PostgreSQL wrote it, or why there is none: then execute the operation as usual. */
export type Written =
  | { readonly text: string; readonly reason?: undefined }
  | { readonly text?: undefined; readonly reason: string };

/**
 * Answers a valid query with the JSON text that PostgreSQL wrote, `{"data":…}`, without executing a
 * field. Refusals and whatever needs JavaScript are left to ordinary execution, before any SQL; only
 * a null under a non-null field costs a second statement. Errors of the database are thrown.
 */
export async function writeThrough(
  schema: GraphQLSchema,
  document: DocumentNode,
  options: {
    readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
    readonly operationName?: string | null | undefined;
    readonly context: object;
  },
): Promise<Written> {
  const source = sourceOf(schema);
  const operation = getOperationAST(document, options.operationName);
  if (!source || operation?.operation !== "query") return { reason: "not a query" };
  const variables = coerce(schema, operation, options.variables ?? {});
  if (variables === undefined) return { reason: "the variables are not as declared" };
  const viewer = source.settings.viewer(options.context);
  const fragments = fragmentsOf(document, operation);
  try {
    const request = { schema, operation, fragments, variables, viewer };
    const found = await readText(source, request, options.context);
    if ("reason" in found) return found;
    if (found.text === null) return { reason: "no answer" };
    if (found.text.includes(HOLE)) return { reason: "a null under a non-null field" };
    return { text: `{"data":${found.text}}` };
  } catch (error) {
    if (error instanceof GraphQLError) return { reason: error.message };
    throw error;
  }
}

const fragments = new WeakMap<OperationDefinitionNode, Record<string, FragmentDefinitionNode>>();

function fragmentsOf(document: DocumentNode, operation: OperationDefinitionNode) {
  const known = fragments.get(operation);
  if (known) return known;
  const made: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === "FragmentDefinition") made[definition.name.value] = definition;
  }
  fragments.set(operation, made);
  return made;
}
