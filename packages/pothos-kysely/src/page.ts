import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isObjectType,
} from "graphql";
import { type Expression, type RawBuilder, sql } from "kysely";
import { cursorOf, listOf, orderBy, past, placesIn, type Term } from "./cursor.ts";
import { jsonObject, type Pair } from "./json.ts";
import type { Edge } from "./model.ts";
import { numberParam, Param, textParam } from "./param.ts";
import type { Field, FieldNode, Planning } from "./planning.ts";
import { refusal } from "./refusal.ts";
import { count, orderOf, termsOf, type Use } from "./relation.ts";
import type { Selection } from "./selection.ts";
import { occurrence, type Occurrence } from "./wall.ts";

/** What a page's arguments ask, and what its selection needs. */
interface Ask {
  readonly size: Param<number>;
  readonly backwards: boolean;
  readonly after: Param<string> | undefined;
  readonly before: Param<string> | undefined;
  /** Whether there is more is asked: one row more is read, and cut off. */
  readonly more: boolean;
  /** A cursor at either end is asked. */
  readonly ends: boolean;
}

/*
 * A connection is three selects in each other: the page's rows `p$`, one row of aggregates over
 * them `a$`, and the answer. An aggregate written inside the answer would belong to its own select.
 */

/** A connection as a JSON object. */
export function page(planning: Planning, edge: Edge, field: Field, use: Use): Expression<unknown> {
  const type = objectType(field.type);
  const parts = planning.selection(type, use.nodes);
  const ask = asked(planning, use.args, infoNames(planning, type, parts));
  const list = listOf(saidOf(edge, field, use.args));
  const found = occurrence(planning, edge, {
    parent: use.parent,
    args: use.args,
    and: (scope) => bounds(planning, list, termsOf(planning, edge, scope, use.args), ask),
  });
  planning.meter.add(ask.size);
  return new Page(planning, edge, use, ask, found, list).answer(type, parts);
}

/** What tells a list from every other, and its orders from each other. */
function saidOf(edge: Edge, { name }: Field, args: Record<string, unknown>): string {
  const { name: chosen, order } = orderOf(edge, args);
  const terms = order.map((term) => (typeof term === "string" ? term : "expression"));
  return `${edge.model.name}.${name}(${Object.keys(edge.on ?? {}).join()}) ${chosen} ${terms.join()}`;
}

const bounds = (planning: Planning, list: string, terms: readonly Term[], { after, before }: Ask) =>
  (["after", "before"] as const).map((side) => {
    const cursor = { after, before }[side];
    if (!cursor) return undefined;
    const places = placesIn(list, terms, cursor);
    planning.usesCursor(places);
    return past(terms, places, side);
  });

class Page {
  readonly #planning: Planning;
  readonly #edge: Edge;
  readonly #use: Use;
  readonly #ask: Ask;
  readonly #found: Occurrence;
  readonly #cursors: string;
  readonly #terms: readonly Term[];
  /** What each row of the page carries: a JSON column for each list asked. */
  readonly #columns: Pair[] = [];

  constructor(planning: Planning, edge: Edge, use: Use, ask: Ask, found: Occurrence, list: string) {
    this.#planning = planning;
    this.#edge = edge;
    this.#use = use;
    this.#ask = ask;
    this.#found = found;
    this.#cursors = list;
    this.#terms = termsOf(planning, edge, found.scope, use.args);
  }

  answer(type: GraphQLObjectType, parts: Selection): Expression<unknown> {
    const pairs = [...parts].map(([key, nodes]): Pair => [
      this.#planning.nameOf(key, nodes),
      this.#part(type, nodes),
    ]);
    const { more, ends } = this.#ask;
    if (this.#columns.length === 0 && !more && !ends) return jsonObject(pairs);
    return jsonObject(pairs, sql` from ${this.#aggregates()} as a$`);
  }

  #part(type: GraphQLObjectType, nodes: readonly FieldNode[]): Expression<unknown> {
    const name = nodes[0]?.name.value ?? "";
    const inner = () => objectType(type.getFields()[name]?.type);
    if (name === "nodes") return this.#list(() => this.#node(nodes));
    if (name === "edges") return this.#list(() => this.#edgeObject(inner(), nodes));
    if (name === "pageInfo") return this.#info(inner(), nodes);
    if (name === "totalCount") return count(this.#planning, this.#edge, this.#use);
    return typename(type);
  }

  #node(nodes: readonly FieldNode[]) {
    return this.#planning.tableObject(this.#found.scope, nodes);
  }

  #edgeObject(type: GraphQLObjectType, nodes: readonly FieldNode[]) {
    const pairs = [...this.#planning.selection(type, nodes)].map(([key, inner]): Pair => {
      const name = this.#planning.nameOf(key, inner);
      const field = inner[0]?.name.value;
      if (field === "node") return [name, this.#node(inner)];
      return [name, field === "cursor" ? cursorOf(this.#cursors, this.#terms) : typename(type)];
    });
    return jsonObject(pairs);
  }

  /** A list with one item for each row of the page. */
  #list(item: () => Expression<unknown>) {
    const name = `e${this.#columns.length}`;
    this.#columns.push([name, this.#planning.meter.times(this.#ask.size, item)]);
    return sql`to_json(coalesce(${this.#cut(name)}, '{}'))`;
  }

  #info(type: GraphQLObjectType, nodes: readonly FieldNode[]) {
    const { size, backwards, after, before } = this.#ask;
    const fuller = sql`a$.n > ${size}`;
    const shown = sql`least(a$.n, ${size})`;
    const values: Record<string, () => Expression<unknown>> = {
      hasNextPage: () => (backwards ? sql`${sql.lit(before !== undefined)}` : fuller),
      hasPreviousPage: () => (backwards ? fuller : sql`${sql.lit(after !== undefined)}`),
      startCursor: () => this.#cursorAt(backwards ? sql`a$.n - ${shown} + 1` : sql`1`, shown),
      endCursor: () => this.#cursorAt(backwards ? sql`a$.n` : shown, shown),
    };
    const pairs = [...this.#planning.selection(type, nodes)].map(([key, same]): Pair => [
      this.#planning.nameOf(key, same),
      values[same[0]?.name.value ?? ""]?.() ?? typename(type),
    ]);
    return jsonObject(pairs);
  }

  /** The cursor of one row of the page, from the sort keys of all: cheaper than a cursor for each. */
  #cursorAt(place: RawBuilder<unknown>, shown: RawBuilder<unknown>) {
    const keys = this.#keys().map(({ name, desc }) => ({
      by: sql`${sql.id("a$", name)}[${place}]`,
      desc,
    }));
    return sql`case when ${shown} > 0 then ${cursorOf(this.#cursors, keys)} end`;
  }

  #keys() {
    return this.#terms.map(({ by, desc }, i) => ({ name: `k${i}`, by, desc }));
  }

  /** An aggregate without the row that was read only to know whether there is more. */
  #cut(name: string): RawBuilder<unknown> {
    const { size, backwards, more } = this.#ask;
    const whole = sql.id("a$", name);
    if (!more) return whole;
    return backwards ? sql`${whole}[greatest(a$.n - ${size}, 0) + 1:]` : sql`${whole}[1:${size}]`;
  }

  #aggregates(): RawBuilder<unknown> {
    const { backwards, more, ends } = this.#ask;
    const keys = backwards || ends ? this.#keys() : [];
    const sorted = backwards
      ? orderBy(keys.map(({ name, desc }) => ({ by: sql.id("p$", name), desc })))
      : sql``;
    const gathered = [
      ...this.#columns.map(([name]) => name),
      ...(ends ? keys : []).map((k) => k.name),
    ];
    const columns = gathered.map(
      (name) => sql`array_agg(${sql.id("p$", name)}${sorted}) as ${sql.id(name)}`,
    );
    if (more || ends) columns.push(sql`count(*)::int as n`);
    const carried: Pair[] = [...this.#columns, ...keys.map(({ name, by }): Pair => [name, by])];
    return sql`(select ${sql.join(columns)} from (${this.#rows(carried)}) as p$)`;
  }

  #rows(columns: readonly Pair[]): RawBuilder<unknown> {
    const { size, backwards, more } = this.#ask;
    const select = columns.map(([name, value]) => sql`${value} as ${sql.id(name)}`);
    // Of a limit that it is not told, PostgreSQL expects a tenth of all rows, for which it may rather plan each time anew.
    const most = sql.lit(this.#planning.settings.pageSize.max + (more ? 1 : 0));
    const rows = sql`select ${sql.join(select)}${this.#found.from}${orderBy(this.#terms, backwards)} limit ${most}`;
    return sql`select * from (${rows}) as c$ limit ${more ? sql`${size} + 1` : size}`;
  }
}

function asked(planning: Planning, args: Record<string, unknown>, info: readonly string[]): Ask {
  const { default: size, max } = planning.settings.pageSize;
  const first = numberParam(args["first"]);
  const last = numberParam(args["last"]);
  if (first && last) throw refusal("BAD_PAGE", "Ask for first or last, not both.");
  const after = textParam(args["after"]);
  const before = textParam(args["before"]);
  return {
    size: new Param((env) => {
      const rows = (first ?? last)?.read(env) ?? size;
      if (rows >= 0 && rows <= max) return rows;
      throw refusal("BAD_PAGE", `A page holds 0 to ${max}.`);
    }).as("int"),
    backwards: last !== undefined,
    after,
    before,
    more: info.includes("hasNextPage") || info.includes("hasPreviousPage"),
    ends: info.includes("startCursor") || info.includes("endCursor"),
  };
}

/** The names of what is asked of the page's info. */
function infoNames(planning: Planning, type: GraphQLObjectType, parts: Selection): string[] {
  const info = type.getFields()["pageInfo"];
  return [...parts.values()].flatMap((nodes) =>
    info && nodes[0]?.name.value === "pageInfo"
      ? [...planning.selection(objectType(info.type), nodes).values()].map(
          ([first]) => first?.name.value ?? "",
        )
      : [],
  );
}

const typename = (type: GraphQLObjectType) => sql`${sql.lit(type.name)}::text`;

function objectType(type: GraphQLOutputType | undefined): GraphQLObjectType {
  const named = getNamedType(type);
  if (isObjectType(named)) return named;
  throw new Error(`${String(type)} is no object type.`);
}
