import { createQueryId, PostgresQueryCompiler, type RawBuilder, sql } from "kysely";
import type { Pair } from "./json.ts";
import { Param } from "./param.ts";

/**
 * PostgreSQL's text of a plan. Only what a request brings is a parameter, for a prepared statement is
 * planned without knowing those; what the schema's author wrote is written out.
 */
class PlanCompiler extends PostgresQueryCompiler {
  readonly #places = new Map<Param<unknown>, string>();

  protected override appendValue(value: unknown): void {
    if (isPlain(value)) return this.appendImmediateValue(value);
    if (!(value instanceof Param) || value.type === undefined) return super.appendValue(value);
    const place = this.#places.get(value);
    if (place === undefined) {
      super.appendValue(value);
      this.#places.set(value, this.getCurrentParameterPlaceholder());
    } else this.append(place);
    this.append(`::${value.type}`);
  }
}

// Negative numbers stay parameters: `a-${-1}` would begin a comment.
const isPlain = (value: unknown) =>
  value === null ||
  typeof value === "boolean" ||
  (typeof value === "string" && !/[\\\0]/u.test(value)) ||
  (Number.isSafeInteger(value) && Number(value) >= 0);

/** A statement of one row, whose columns are expressions as text. */
export function compile(columns: readonly Pair[]) {
  const texts = columns.map(([name, value]) => sql`(${value})::text as ${sql.id(name)}`);
  const statement: RawBuilder<unknown> = sql`select ${sql.join(texts)}`;
  return new PlanCompiler().compileQuery(statement.toOperationNode(), createQueryId());
}
