import {
  type getArgumentValues,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
  versionInfo,
} from "graphql";
import { idTypeIn } from "./id.ts";
import { type Env, Param } from "./param.ts";
import { inputShape, isId, isRecord, openedInput } from "./shape.ts";

type Bag = Readonly<Record<string, unknown>>;

/** What graphql-js hands from coercion to execution: since 17 `{sources, coerced}`, before that the values. */
export type GraphQLVariables = NonNullable<Parameters<typeof getArgumentValues>[2]>;

// Asked of the version and not of the object: a client may call its variables `sources` and `coerced`.
const wrapped = versionInfo.major >= 17;

/** The coerced values of an operation's variables by name, in every version of graphql-js. */
export function valuesOf(variables: object): Bag {
  const values: unknown = wrapped ? Reflect.get(variables, "coerced") : variables;
  return isRecord(values) ? values : {};
}

/** Coerces a request's variables, or gives undefined where ordinary execution would report why not. */
export function coerce(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Bag,
): object | undefined {
  const result = getVariableValues(schema, variableDefinitions, given);
  if (result.errors) return undefined;
  return wrapped ? result.variableValues : Reflect.get(result, "coerced");
}

/** What one operation declares: the names and types of its variables. */
export type Declared = readonly {
  readonly name: string;
  readonly type: GraphQLInputType | undefined;
}[];

export function declaredBy(schema: GraphQLSchema, operation: OperationDefinitionNode): Declared {
  return (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const declared = typeFromAST(schema, type);
    return { name: variable.name.value, type: isInputType(declared) ? declared : undefined };
  });
}

export function shapeOfVariables(schema: GraphQLSchema, declared: Declared, values: Bag): string {
  let text = "";
  for (const { name, type } of declared) {
    const value = values[name];
    text += isId(type, value) ? `${idTypeIn(schema, value) ?? "?"},` : inputShape(type, value);
  }
  return text;
}

/** The variables with a parameter for each leaf, in the form in which graphql-js takes them. */
export function openVariables(
  schema: GraphQLSchema,
  declared: Declared,
  variables: object,
): GraphQLVariables {
  const values = valuesOf(variables);
  // Without a prototype, as graphql-js makes them: a variable may be called `__proto__`.
  const open: Record<string, unknown> = Object.create(null);
  for (const { name, type } of declared) {
    const value = values[name];
    const read = (env: Env) => env.variables[name];
    if (isId(type, value)) open[name] = new Param(read, { idType: idTypeIn(schema, value) });
    else if (name in values) open[name] = openedInput(type, value, read);
  }
  const changed: object = wrapped ? { ...variables, coerced: open } : open;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as graphql-js made it, with other values
  return changed as GraphQLVariables;
}
