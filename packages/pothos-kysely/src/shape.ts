import {
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type ValueNode as LiteralNode,
} from "graphql";
import { idTypeIn } from "./id.ts";
import { type Env, Param } from "./param.ts";
import { refusal } from "./refusal.ts";

type Bag = Record<string, unknown>;

/*
 * One rule decides what a plan knows of a request: booleans and nulls shape the statement,
 * input objects and records are walked, and everything else is a parameter. So a plan can be
 * shared by all requests of one shape, and no value can leak from one request into another. Of a
 * global id the type shapes the statement too: one table is read, not all that there are. And a
 * plan knows the values of enums, of which one may choose an order; they remain parameters.
 */
const shapes = (value: unknown) => value == null || typeof value === "boolean";

export const isRecord = (value: unknown): value is Bag =>
  typeof value === "object" &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** The shape of a value without a type, such as the viewer, as part of a cache key. */
export function shapeOf(value: unknown): string {
  if (value === undefined) return "-";
  if (value === null) return "0";
  if (typeof value === "boolean") return value ? "t" : "f";
  if (!isRecord(value)) return "1";
  let text = "{";
  for (const name in value) text += `${name}:${shapeOf(value[name])},`;
  return `${text}}`;
}

/** The value with a parameter for each part that a plan must not know. */
export function opened(value: unknown, read: (env: Env) => unknown): unknown {
  if (shapes(value)) return value;
  if (!isRecord(value)) return new Param(read);
  return mapRecord(value, (part, name) => opened(part, (env) => partOf(read(env), name)));
}

// A scalar's value stays whole even where it looks like a record: walked, a client's own keys
// would reach the cache key.
const fieldsOf = (type: GraphQLInputType | undefined) => {
  const bare = isNonNullType(type) ? type.ofType : type;
  return isInputObjectType(bare) ? bare.getFields() : undefined;
};

/** A text that is an ID. */
export const isId = (type: GraphQLInputType | undefined, value: unknown): value is string =>
  typeof value === "string" && (isNonNullType(type) ? type.ofType : type) === GraphQLID;

/** The value of an enum: one of few, which the schema names, so that a plan may know it. */
const choiceOf = (type: GraphQLInputType | undefined, value: unknown): string | undefined =>
  typeof value === "string" && isEnumType(isNonNullType(type) ? type.ofType : type)
    ? value
    : undefined;

/** A parameter for a leaf of an input. */
function leafParam(
  type: GraphQLInputType | undefined,
  value: unknown,
  read: (env: Env) => unknown,
): Param<unknown> {
  const choice = choiceOf(type, value);
  return new Param(read, choice === undefined ? {} : { choice });
}

/** The shape of a coerced input value, as part of a cache key. */
export function inputShape(type: GraphQLInputType | undefined, value: unknown): string {
  const fields = shapes(value) ? undefined : fieldsOf(type);
  if (!fields) {
    const choice = choiceOf(type, value);
    // Quoted, so that no value can look like the rest of a shape.
    return choice === undefined ? shapeOf(shapes(value) ? value : 1) : JSON.stringify(choice);
  }
  let text = "{";
  for (const name in fields) text += inputShape(fields[name]?.type, partOf(value, name));
  return `${text}}`;
}

/** A coerced variable with parameters for its leaves. */
export function openedInput(
  type: GraphQLInputType | undefined,
  value: unknown,
  read: (env: Env) => unknown,
): unknown {
  if (shapes(value)) return value;
  const fields = fieldsOf(type);
  if (!fields || !isRecord(value)) return leafParam(type, value, read);
  return mapRecord(value, (part, name) =>
    openedInput(fields[name]?.type, part, (env) => partOf(read(env), name)),
  );
}

/** An argument after GraphQL's own coercion: literals become constant parameters. */
export function lifted(schema: GraphQLSchema, type: GraphQLInputType, value: unknown): unknown {
  if (shapes(value) || value instanceof Param) return value;
  if (isId(type, value)) return new Param(() => value, { idType: idTypeIn(schema, value) });
  const fields = fieldsOf(type);
  if (fields && isRecord(value)) {
    return mapRecord(value, (part, name) => {
      const field = fields[name];
      return field ? lifted(schema, field.type, part) : part;
    });
  }
  return Array.isArray(value)
    ? new Param((env) => settled(value, env))
    : leafParam(type, value, () => value);
}

/** A list with the variables inside it read. */
function settled(value: unknown, env: Env): unknown {
  if (value instanceof Param) return value.read(env);
  if (Array.isArray(value)) return value.map((item) => settled(item, env));
  return isRecord(value) ? mapRecord(value, (part) => settled(part, env)) : value;
}

/**
 * Refuses a variable inside a scalar's literal (`{json: {a: $x}}`): the scalar would take its value
 * at planning, and a cached plan would give one request's value to the next.
 */
export function refuseHiddenVariable(type: GraphQLInputType, literal: LiteralNode): void {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) {
    const items = literal.kind === "ListValue" ? literal.values : [literal];
    for (const item of items) refuseHiddenVariable(bare.ofType, item);
  } else if (isInputObjectType(bare) && literal.kind === "ObjectValue") {
    for (const { name, value } of literal.fields) {
      const field = bare.getFields()[name.value];
      if (field) refuseHiddenVariable(field.type, value);
    }
  } else if (literal.kind !== "Variable" && holdsVariable(literal)) {
    throw refusal("UNSUPPORTED", `Give the whole ${String(bare)} as a variable, not a part of it.`);
  }
}

function holdsVariable(literal: LiteralNode): boolean {
  if (literal.kind === "Variable") return true;
  if (literal.kind === "ListValue") return literal.values.some(holdsVariable);
  return literal.kind === "ObjectValue" && literal.fields.some(({ value }) => holdsVariable(value));
}

const partOf = (value: unknown, name: string) => (isRecord(value) ? value[name] : undefined);

function mapRecord(record: Bag, change: (value: unknown, name: string) => unknown): Bag {
  return Object.fromEntries(Object.entries(record).map(([name, v]) => [name, change(v, name)]));
}
