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
  /** Compared with one type of PostgreSQL's only, so that one place in a statement's list does for all. */
  readonly isOneType: boolean = false;
  /** The type that a global id names, which a plan does know; null for one that names none. */
  readonly idType: string | null | undefined;

  constructor(read: (env: Env) => T, idType?: string | null) {
    this.read = read;
    this.idType = idType;
  }

  get expressionType(): T | undefined {
    return undefined;
  }

  toOperationNode(): OperationNode {
    return ValueNode.create(this);
  }

  /** The value as `change` makes it, once it is known. */
  map<U>(change: (value: T) => U): Param<U> {
    return new Param((env) => change(this.read(env)));
  }
}

/** A number that a statement holds as an `int` wherever it stands. */
export class IntParam extends Param<number> {
  override readonly isOneType = true;
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
