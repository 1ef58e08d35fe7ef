import { type Expression, expressionBuilder } from "kysely";
import type { Condition, Edge, Row, TableModel } from "./model.ts";

/** How another table is asked: through its rule. */
export interface Asks {
  exists(edge: Edge): Expression<unknown>;
  count(edge: Edge): Expression<unknown>;
}

interface Ref {
  readonly model: TableModel;
}

const kysely = expressionBuilder<Record<string, never>>();

/** What is taken over from Kysely's expression builder: everything that reads no table. */
export const plainMethods = [
  "and",
  "or",
  "not",
  "neg",
  "lit",
  "val",
  "case",
  "between",
  "betweenSymmetric",
  "unary",
  "cast",
  "fn",
] as const;

const plain = Object.fromEntries(plainMethods.map((name) => [name, kysely[name]]));

const edgeOf = (
  { model }: Ref,
  on: Record<string, string>,
  where?: (row: Row) => Condition,
): Edge => ({ model, on, where: where && ((row) => where(row)) });

type Asked = Parameters<typeof edgeOf>;

/**
 * The `eb` of rules, conditions and expressions: Kysely's, without `selectFrom`, and with an
 * `exists` and a `count` that go through the other table's rule.
 */
export function expressionsFor(asks: Asks): unknown {
  return Object.assign(kysely.bind(undefined), plain, {
    exists: (...asked: Asked) => asks.exists(edgeOf(...asked)),
    count: (...asked: Asked) => asks.count(edgeOf(...asked)),
  });
}
