import {
  type DocumentNode,
  getNullableType,
  getOperationAST,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  validateInputValue,
} from "graphql";
import type { Plugin } from "graphql-yoga";

type Path = readonly (string | number)[];

/** A request, as far as its variables go. */
interface Given {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: unknown;
}

/**
 * Refuses the first place where variables are not what the operation declares. Execution would name every place, each
 * with all that was sent: a request of many would keep it busy for minutes.
 */
export const variablesAsDeclared = (schema: GraphQLSchema): Plugin => ({
  onExecute({ args, setResultAndStopExecution }) {
    const error = variableError(schema, args);
    if (error !== null) setResultAndStopExecution({ errors: [error] });
  },
});

function variableError(
  schema: GraphQLSchema,
  { document, operationName, variableValues }: Given,
): GraphQLError | null {
  const values = new Map(Object.entries(Object(variableValues)));
  for (const node of getOperationAST(document, operationName)?.variableDefinitions ?? []) {
    const type = typeFromAST(schema, node.type);
    if (!isInputType(type)) continue;
    const name = node.variable.name.value;
    const value = values.get(name);
    const isLeftOut = value === undefined && (node.defaultValue || !isNonNullType(type));
    if (isLeftOut) continue;
    try {
      validateInputValue(value, type, refuse(name, type), true);
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }
  return null;
}

const refuse =
  (name: string, type: GraphQLInputType) =>
  ({ message, extensions }: GraphQLError, path: Path) => {
    const place = [`$${name}`, ...path].join(".");
    // What a scalar of our own says of a value does not repeat it.
    const words = extensions["code"] === "BAD_USER_INPUT" ? ` ${message}` : "";
    const asked = String(typeAt(type, path));
    throw new GraphQLError(`Variable ${place} should be of the type ${asked}.${words}`, {
      extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
    });
  };

/** The type that is asked for at a place within a type. */
function typeAt(type: GraphQLInputType, [key, ...path]: Path): GraphQLInputType {
  if (key === undefined) return type;
  const bare = getNullableType(type);
  if (isListType(bare)) return typeAt(bare.ofType, typeof key === "number" ? path : [key, ...path]);
  const field = isInputObjectType(bare) ? bare.getFields()[key] : undefined;
  return field === undefined ? type : typeAt(field.type, path);
}
