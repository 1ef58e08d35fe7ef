import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLObjectType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { type Expression, type RawBuilder, sql } from "kysely";
import { Aliases } from "./alias.ts";
import { Meter } from "./cost.ts";
import { elements } from "./elements.ts";
import { guarded, jsonObject, type Pair, toJson } from "./json.ts";
import { leaf } from "./leaf.ts";
import { member, node } from "./member.ts";
import { type ComputedModel, type EmbeddedModel, type FieldModel, fieldModel } from "./model.ts";
import { page } from "./page.ts";
import type { Param } from "./param.ts";
import type { Field, Planning } from "./planning.ts";
import { refusal } from "./refusal.ts";
import { count, many, one, type Use } from "./relation.ts";
import { countResolved } from "./resolved.ts";
import { asMade, columnOf, isMade, noScope, type Scope, type TableScope } from "./row.ts";
import { type Document, fieldsOn, type Selection } from "./selection.ts";
import type { Settings } from "./settings.ts";
import { lifted, refuseHiddenVariable } from "./shape.ts";
import { callback, embeddedScope } from "./wall.ts";

export interface Work {
  readonly document: Document;
  readonly settings: Settings;
  readonly mode: "text" | "rows";
  readonly viewer: unknown;
}

/** More occurrences than this are no operation that a person wrote. */
const mostTables = 1000;

// A non-null column is the database's promise; what is made from other rows or by hand is nobody's.
const mayBeNull = (model: FieldModel) =>
  model.kind === "one" || (model.kind === "expression" && !model.notNull);

/** Fields whose value is a scalar of PostgreSQL's, and not JSON yet. */
const scalars = new Set<FieldModel["kind"]>(["column", "expression", "key", "count"]);

/** Plans one statement: walks a selection and writes what its fields say about the database. */
export class Planner implements Planning {
  readonly schema;
  readonly settings;
  readonly mode;
  readonly viewer;
  readonly meter = new Meter();
  readonly aliases = new Aliases();
  readonly #document;
  #tables = 0;
  #stepBack: string | undefined;
  readonly cursors: Param<unknown>[] = [];

  constructor({ document, settings, mode, viewer }: Work) {
    this.schema = document.schema;
    this.settings = settings;
    this.mode = mode;
    this.viewer = viewer;
    this.#document = document;
  }

  /** Why PostgreSQL cannot write the answer itself; undefined where it can. */
  get reason(): string | undefined {
    return this.#tables === 0 ? "no table is read" : this.#stepBack;
  }

  alias(): string {
    if (this.#tables === mostTables) {
      throw refusal("TOO_COSTLY", `This reads tables in more than ${mostTables} places.`);
    }
    return `t${this.#tables++}$`;
  }

  nameOf(key: string, [first]: readonly FieldNode[]): string {
    return this.aliases.nameOf(key, first?.name.value ?? "");
  }

  stepBack(reason: string): void {
    this.#stepBack ??= reason;
  }

  usesCursor(cursor: Param<unknown>): void {
    this.cursors.push(cursor);
  }

  args(field: Field, [first]: readonly FieldNode[]): Record<string, unknown> {
    if (!first || field.args.length === 0) return {};
    const args: Record<string, unknown> = {};
    const values = getArgumentValues(field, first, this.#document.variables);
    for (const { name, type } of field.args) {
      const literal = first.arguments?.find((given) => given.name.value === name)?.value;
      if (literal) refuseHiddenVariable(type, literal);
      if (values[name] !== undefined) args[name] = lifted(this.schema, type, values[name]);
    }
    return args;
  }

  selection(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection {
    const sets = nodes.map(({ selectionSet }) => selectionSet);
    return fieldsOn(type, sets, this.#document);
  }

  /** The whole operation: one JSON value for each root field. */
  root(type: GraphQLObjectType, set: SelectionSetNode): readonly Pair[] {
    return this.#pairs(type, noScope, fieldsOn(type, [set], this.#document));
  }

  tableObject(
    scope: TableScope,
    nodes: readonly FieldNode[],
    rest?: RawBuilder<unknown>,
    { typed = false } = {},
  ): Expression<unknown> {
    const type = this.schema.getType(scope.model.name);
    if (!isObjectType(type)) throw new Error(`${scope.model.name} is no type of this schema.`);
    const pairs = this.#pairs(type, scope, this.selection(type, nodes));
    if (typed && this.mode === "rows") pairs.push(["$type", sql`${sql.lit(type.name)}::text`]);
    return jsonObject(pairs, rest);
  }

  embeddedObject(
    scope: Scope,
    field: Field,
    nodes: readonly FieldNode[],
    rest?: RawBuilder<unknown>,
  ): Expression<unknown> {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) throw new Error(`${String(field.type)} is no object type.`);
    return jsonObject(this.#pairs(type, scope, this.selection(type, nodes)), rest);
  }

  #pairs(type: GraphQLObjectType, scope: Scope, selection: Selection): Pair[] {
    const pairs: Pair[] = [];
    const needed = new Map<string, Expression<unknown>>();
    for (const [key, nodes] of selection) {
      const name = nodes[0]?.name.value ?? "";
      if (name === "__typename") {
        const typename = sql`${sql.lit(type.name)}::text`;
        pairs.push([this.nameOf(key, nodes), scope === noScope ? toJson(typename) : typename]);
        continue;
      }
      const field = type.getFields()[name];
      const model = field && fieldModel(field);
      if (model && model.kind !== "computed") {
        pairs.push([this.nameOf(key, nodes), this.#value(field, model, scope, nodes)]);
        continue;
      }
      if (model && this.mode === "rows")
        for (const [needs, value] of this.#needs(scope, name, model)) needed.set(needs, value);
      if (field) countResolved(this, field, nodes);
      this.stepBack(`${type.name}.${name} is resolved in JavaScript`);
    }
    if (this.mode === "rows") {
      pairs.push(...needed);
      if (needed.size > 0 && isMade(scope.row)) pairs.push(["$made", sql`true`]);
    }
    return pairs;
  }

  /** What a computed field is given, by the key under which its row holds it. */
  #needs(scope: Scope, name: string, { needs, values }: ComputedModel): Pair[] {
    return [
      ...needs.map((need): Pair => [`$${need}`, columnOf(scope, need)]),
      ...Object.entries(values).map(([key, value]): Pair => [
        `$${name}.${key}`,
        callback(this, value, scope, {}, name),
      ]),
    ];
  }

  #value(
    field: Field,
    model: Exclude<FieldModel, ComputedModel>,
    parent: Scope,
    nodes: readonly FieldNode[],
  ): Expression<unknown> {
    const use = { parent, args: this.args(field, nodes), nodes };
    const value = this.#written(field, model, use);
    const strict = this.mode === "text" && isNonNullType(field.type) && mayBeNull(model);
    // A root field stands alone, and not as a column that becomes JSON with its row.
    const alone = strict || parent === noScope;
    const json = alone && scalars.has(model.kind) ? toJson(value) : value;
    return strict ? guarded(json) : json;
  }

  #written(field: Field, model: Exclude<FieldModel, ComputedModel>, use: Use): Expression<unknown> {
    switch (model.kind) {
      case "column":
        return this.#leaf(field, columnOf(use.parent, model.column));
      case "expression":
        return this.#leaf(field, callback(this, model.sql, use.parent, use.args, field.name));
      case "key":
        return this.#key(use.parent);
      case "one":
        return one(this, model, use);
      case "many":
        return many(this, model, use);
      case "page":
        return page(this, model, field, use);
      case "count":
        return count(this, model, use);
      case "member":
        return member(this, model, use);
      case "node":
        return node(this, field, use);
      case "embedded":
        return this.#embedded(field, model, use);
      case "elements":
        return elements(this, model, field, use);
      default:
        throw new Error(`${field.name} belongs to a connection and is read by its page.`);
    }
  }

  #key(scope: Scope): Expression<unknown> {
    if (!scope.model) throw new Error("Only a table's row has a key.");
    const { name, key, version } = scope.model;
    const id = sql`${sql.lit(`${name}:`)} || ${columnOf(scope, key)}`;
    if (version === undefined || !isMade(scope.row)) return id;
    return sql`${id} || '@' || ${columnOf(scope, version)}`;
  }

  #leaf(field: Field, given: Expression<unknown>): Expression<unknown> {
    const { value, exact } = leaf(field.type, given, { ...this.settings, mode: this.mode });
    if (!exact) this.stepBack(`${String(field.type)} is finished in JavaScript`);
    return value;
  }

  #embedded(field: Field, { row, when, made }: EmbeddedModel, use: Use): Expression<unknown> {
    const scope = embeddedScope(this, row, use.parent, use.args, field.name);
    if (made?.(use.args)) asMade(scope);
    const object = this.embeddedObject(scope, field, use.nodes);
    if (!when) return object;
    const condition = callback(this, when, use.parent, use.args, field.name);
    return sql`case when ${condition} then ${object} end`;
  }
}
