import type { Expression, OperationNode, RawNode } from "kysely";

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
 * What a rule, a condition or an expression gave, once it is sure to read no table by itself: no
 * query of Kysely's, and no raw text with the words `select` or `table`, without which PostgreSQL
 * has no subquery that reads one. A function that reads tables inside itself cannot be seen here.
 */
export function harmless(expression: Expression<unknown>, whose: string): Expression<unknown> {
  const node = expression.toOperationNode();
  refuseTables(node, whose);
  return new Fixed(node);
}

// A column's node names its table without reading it; names are quoted and values are parameters.
const safe = new Set(["ReferenceNode", "IdentifierNode", "ValueNode", "PrimitiveValueListNode"]);
const readsTable = (text: string) => /\b(?:select|table)\b/iu.test(text);

function refuseTables(node: OperationNode, whose: string): void {
  if (own.has(node) || safe.has(node.kind)) return;
  if (node.kind === "TableNode" || node.kind.endsWith("QueryNode")) throw foreign(whose);
  if (isRaw(node) && readsTable(textOf(node))) throw foreign(whose);
  for (const part of Object.values(node)) refuseWithin(part, whose);
}

function refuseWithin(part: unknown, whose: string): void {
  if (typeof part === "string" && readsTable(part)) throw foreign(whose);
  if (Array.isArray(part)) for (const item of part) refuseWithin(item, whose);
  else if (isNode(part)) refuseTables(part, whose);
}

/** The raw text as it will be written, so that a word cannot be hidden by cutting it in two. */
const textOf = ({ sqlFragments, parameters }: RawNode): string =>
  sqlFragments
    .map((text, i) => {
      const next = parameters[i];
      return text + (next && isRaw(next) && !own.has(next) ? textOf(next) : "");
    })
    .join("");

const isRaw = (node: OperationNode): node is RawNode => node.kind === "RawNode";

const isNode = (part: unknown): part is OperationNode =>
  typeof part === "object" && part !== null && "kind" in part && typeof part.kind === "string";

const foreign = (whose: string) =>
  new Error(
    `${whose} reads a table around its rule: it holds a query, or raw SQL with the word "select" or "table". Use eb.exists(Type, on, where) or eb.count(…), which go through the rule.`,
  );
