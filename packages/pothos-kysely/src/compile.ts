import {
  createQueryId,
  type Expression,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from "kysely";
import { Param } from "./param.ts";

/**
 * PostgreSQL's text of a plan. Only what a request brings is a parameter, for a prepared statement is
 * planned without knowing those; what the schema's author wrote is written out.
 */
class PlanCompiler extends PostgresQueryCompiler {
  readonly #places = new Map<Param<unknown>, string>();

  protected override appendValue(value: unknown): void {
    const place = value instanceof Param ? this.#places.get(value) : undefined;
    if (place !== undefined) return this.append(place);
    if (isPlain(value)) return this.appendImmediateValue(value);
    super.appendValue(value);
    if (value instanceof Param && value.isOneType) {
      this.#places.set(value, this.getCurrentParameterPlaceholder());
    }
  }
}

// Negative numbers stay parameters: `a-${-1}` would begin a comment.
const isPlain = (value: unknown) =>
  value === null ||
  typeof value === "boolean" ||
  (typeof value === "string" && !/[\\\0]/u.test(value)) ||
  (Number.isSafeInteger(value) && Number(value) >= 0);

/** A statement whose one column, `data`, is the expression as text. */
export function compile(body: Expression<unknown>) {
  const statement: RawBuilder<unknown> = sql`select ${body}::text as "data"`;
  return new PlanCompiler().compileQuery(statement.toOperationNode(), createQueryId());
}
