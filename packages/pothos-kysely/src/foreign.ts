import {
  createQueryId,
  type Expression,
  type OperationNode,
  PostgresQueryCompiler,
  type RawNode,
  sql,
} from "kysely";

const own = new WeakSet<OperationNode>();

/** An expression whose node is made once, so that it can be told from one of the same look. */
export class Fixed<T> implements Expression<T> {
  readonly #node: OperationNode;

  constructor(node: OperationNode) {
    this.#node = node;
  }

  get expressionType(): T | undefined {
    return undefined;
  }

  toOperationNode(): OperationNode {
    return this.#node;
  }
}

/** Marks a subselect as the planner's own: its tables carry their rules. */
export function walled<T>(expression: Expression<T>): Expression<T> {
  const node = expression.toOperationNode();
  own.add(node);
  return new Fixed(node);
}

/**
 * What a rule, a condition or an expression gave, once it is sure to read no table by itself and to end where it
 * stands: no `select` and no `table`, without which PostgreSQL has no subquery that reads one, and no bracket, quote
 * or comment that reaches into what is written around it. A function that reads tables inside itself cannot be seen.
 */
export function harmless(expression: Expression<unknown>, whose: string): Expression<unknown> {
  const node = expression.toOperationNode();
  folded(node, whose);
  return new Fixed(node);
}

/** As `harmless`, for what stands in place of a table: a function's call and nothing beside it. */
export function harmlessCall(expression: Expression<unknown>, whose: string): Expression<unknown> {
  const node = expression.toOperationNode();
  if (/^[\w.]+\[\]$/u.test(folded(node, whose).trim())) return new Fixed(node);
  throw new Error(`${whose} is not the call of a function.`);
}

/** The text of an expression, checked, with `[]` for whatever stands in round brackets. */
function folded(node: OperationNode, whose: string): string {
  const text = new Outline(whose).of(node);
  if (/\b(?:select|table)\b/iu.test(text)) throw foreign(whose);
  let bare = text.replaceAll(/'[^']*'|"[^"]*"/gu, "_");
  for (let outer = ""; outer !== bare;) {
    outer = bare;
    bare = outer.replaceAll(/\([^()]*\)/gu, "[]");
  }
  // A backslash may keep a quote from ending a text, and dollars may begin one.
  if (/[()'"$;]|--|\/\*|\*\//u.test(bare) || text.includes("\\'")) throw leaves(whose);
  return bare;
}

/**
 * Writes an expression as PostgreSQL will read it, but for what cannot do harm whatever it says: names, which are
 * quoted, values, and the planner's own subselects.
 */
class Outline extends PostgresQueryCompiler {
  readonly #whose: string;

  constructor(whose: string) {
    super();
    this.#whose = whose;
  }

  of(node: OperationNode): string {
    const whole = sql`${new Fixed(node)}`.toOperationNode();
    return this.compileQuery(whole, createQueryId()).sql;
  }

  protected override visitRaw(node: RawNode): void {
    if (own.has(node)) this.append("()");
    else super.visitRaw(node);
  }

  protected override visitTable(): void {
    throw foreign(this.#whose);
  }

  protected override visitReference(): void {
    this.append('""');
  }

  protected override visitIdentifier(): void {
    this.append('""');
  }

  protected override appendValue(): void {
    this.append("''");
  }

  protected override appendImmediateValue(): void {
    this.append("''");
  }
}

const foreign = (whose: string) =>
  new Error(
    `${whose} reads a table around its rule: it holds a query, or raw SQL with the word "select" or "table". Use eb.exists(Type, on, where) or eb.count(…), which go through the rule.`,
  );

const leaves = (whose: string) =>
  new Error(
    `${whose} leaves its place: it holds a bracket or a quote without its other, a comment, a semicolon, a dollar sign or an escaped quote.`,
  );
