import { type Expression, type OperationNode, ValueNode } from "kysely";
import { refusal } from "./refusal.ts";

/** What is known only when a statement runs. */
export interface Env {
  /** Coerced variables by name. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: unknown;
  /** The key of the row that `at` reads. */
  readonly key?: unknown;
}

/** A value that a plan leaves open: `$n` in the statement, read from the request when it runs. */
export class Param<T> implements Expression<T> {
  readonly read: (env: Env) => T;
  /** The type of PostgreSQL's that it is said to have, wherever it stands. */
  readonly type: string | undefined;
  /** The type that a global id names, which a plan does know; null for one that names none. */
  readonly idType: string | null | undefined;
  /** The value of an enum, which a plan does know: there are few, and one may choose an order. */
  readonly choice: string | undefined;

  readonly #typed = new Map<string, Param<T>>();

  constructor(
    read: (env: Env) => T,
    { idType, type, choice }: { idType?: string | null; type?: string; choice?: string } = {},
  ) {
    this.read = read;
    this.idType = idType;
    this.type = type;
    this.choice = choice;
  }

  get expressionType(): T | undefined {
    return undefined;
  }

  toOperationNode(): OperationNode {
    return ValueNode.create(this);
  }

  /**
   * The parameter with its type, such as `uuid[]`: it then takes one place in a statement's list, however
   * often it is used.
   */
  as(type: string): Param<T> {
    if (!/^[a-z_]\w*(?:\[\])?$/u.test(type)) throw new Error(`${type} is no type's name.`);
    const typed = this.#typed.get(type) ?? new Param(this.read, { type });
    this.#typed.set(type, typed);
    return typed;
  }

  /** The value as `change` makes it, once it is known. */
  map<U>(change: (value: T) => U): Param<U> {
    return new Param((env) => change(this.read(env)));
  }
}

/** An argument that is a text: always a parameter, unless it is absent. */
export const textParam = (value: unknown): Param<string> | undefined =>
  value instanceof Param ? value : undefined;

/** As `textParam`, for a number. */
export const numberParam = (value: unknown): Param<number> | undefined =>
  value instanceof Param ? value : undefined;

/** Turns the parameters of a compiled statement into a function from a request to their values. */
export function readerOf(parameters: readonly unknown[]): (env: Env) => unknown[] {
  const readers = parameters.map((given) =>
    given instanceof Param ? (env: Env) => storable(given.read(env)) : () => given,
  );
  return (env) => readers.map((read) => read(env));
}

/** PostgreSQL's text has no NUL; said here, before any SQL, it is the caller's mistake and not ours. */
function storable(value: unknown): unknown {
  if (typeof value === "string" && value.includes("\0")) {
    throw refusal("BAD_TEXT", "A text cannot hold the character NUL.");
  }
  if (Array.isArray(value)) return value.map(storable);
  return value ?? null;
}
