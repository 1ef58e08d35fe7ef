import * as fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
} from "graphql";
import { cursorOf, lists } from "./cursors.ts";
import { idOf } from "./data.ts";

/** Where a generator's choices come from. */
export interface Choose {
  /** From 0 to `below` - 1. */
  readonly int: (below: number) => number;
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
}

export interface Operation {
  readonly source: string;
  readonly variables: Record<string, unknown>;
}

/** Choices of a property. */
export const choices = fc.gen().map((next): Choose => ({
  int: (below) => next(fc.nat, { max: below - 1 }),
  chance: (percent) => next(fc.nat, { max: 99 }) < percent,
  pick: (items) => items[next(fc.nat, { max: items.length - 1 })]!, // oxlint-disable-line typescript/no-non-null-assertion -- within the list
}));
type Field = GraphQLField<unknown, unknown>;

/** A valid query: aliases, arguments, variables, fragments, directives, and any depth up to `depth`. */
export function generate(schema: GraphQLSchema, choose: Choose, depth = 6): Operation {
  return new Generator(schema, choose).operation(depth);
}

/** Fields that make an operation fail or need JavaScript: worth having, but seldom. */
const seldom = new Set(["mustFollow", "shout", "loud", "words", "label", "echo"]);

class Generator {
  readonly #schema: GraphQLSchema;
  readonly #choose: Choose;
  readonly #variables: Record<string, unknown> = {};
  readonly #declared: string[] = [];
  readonly #fragments: string[] = [];
  #aliases = 0;
  #budget = 40;

  constructor(schema: GraphQLSchema, choose: Choose) {
    this.#schema = schema;
    this.#choose = choose;
  }

  operation(depth: number): Operation {
    const body = this.#selection(this.#schema.getQueryType()!, depth); // oxlint-disable-line typescript/no-non-null-assertion -- every schema has one
    const declared = this.#declared.length ? `(${this.#declared.join(", ")})` : "";
    const source = [`query${declared} { ${body} }`, ...this.#fragments].join("\n");
    return { source, variables: this.#variables };
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const { int, chance, pick } = this.#choose;
    const fields =
      isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const parts: string[] = [];
    for (let wanted = 1 + int(4); wanted > 0; wanted--) {
      const field = fields.length && !chance(8) ? pick(fields) : undefined;
      parts.push(field ? this.#field(type, field, depth) : "__typename");
    }
    const around = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : this.#around(type);
    if (around.length && depth > 0 && chance(50)) parts.push(this.#fragment(pick(around), depth));
    return parts.filter(Boolean).join(" ") || "__typename";
  }

  #around(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    return isObjectType(type) ? [type, ...type.getInterfaces()] : [];
  }

  #field(parent: GraphQLNamedType, field: Field, depth: number): string {
    const { chance } = this.#choose;
    const type = getNamedType(field.type);
    if (seldom.has(field.name) && chance(90)) return "";
    if (!isLeafType(type) && (depth <= 0 || this.#budget-- <= 0)) return "";
    const plain = isLeafType(type) && field.args.length === 0;
    const alias = plain && chance(50) ? "" : `a${this.#aliases++}: `;
    const args = this.#args(parent, field);
    const body = isLeafType(type) ? "" : ` { ${this.#selection(type, depth - 1)} }`;
    return `${alias}${field.name}${args}${this.#directive()}${body}`;
  }

  #fragment(on: GraphQLNamedType, depth: number): string {
    const { chance } = this.#choose;
    const body = this.#selection(on, depth - 1);
    if (chance(60)) return `... on ${on.name}${this.#directive()} { ${body} }`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${on.name} { ${body} }`);
    return `...${name}${this.#directive()}${chance(20) ? ` ...${name}` : ""}`;
  }

  #directive(): string {
    const { chance, pick } = this.#choose;
    if (!chance(10)) return "";
    const kind = pick(["include", "skip"]);
    const value = chance(50);
    return ` @${kind}(if: ${chance(50) ? this.#variable("Boolean!", value) : value})`;
  }

  #args(parent: GraphQLNamedType, field: Field): string {
    const { chance } = this.#choose;
    const size = chance(60) ? "first" : "last";
    const wanted = field.args.filter(
      ({ name, type }) =>
        isNonNullType(type) ||
        (name === size ? true : !["first", "last"].includes(name) && chance(30)),
    );
    const given = wanted.map((arg) => `${arg.name}: ${this.#given(parent, field, arg)}`);
    return given.length ? `(${given.join(", ")})` : "";
  }

  /** An argument's value as a literal, a variable, or a variable with a default. */
  #given(parent: GraphQLNamedType, field: Field, arg: GraphQLArgument): string {
    const { chance } = this.#choose;
    const optional = !isNonNullType(arg.type);
    const value = optional && chance(15) ? null : this.#value(parent, field, arg);
    const literal = isEnumType(getNamedType(arg.type)) ? String(value) : literalOf(value);
    if (!chance(40)) return literal;
    const byDefault = optional && chance(30);
    return this.#variable(
      `${String(arg.type)}${byDefault ? ` = ${literal}` : ""}`,
      byDefault && chance(50) ? undefined : value,
    );
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.#declared.length}`;
    this.#declared.push(`$${name}: ${type}`);
    if (value !== undefined) this.#variables[name] = value;
    return `$${name}`;
  }

  #value(parent: GraphQLNamedType, field: Field, { name, type }: GraphQLArgument): unknown {
    const { int, chance, pick } = this.#choose;
    const named = getNamedType(type);
    if (isEnumType(named)) return pick(named.getValues()).name;
    if (named.name === "Boolean") return chance(50);
    if (name === "first" || name === "last") return int(6);
    if (name === "stars") return int(6);
    if (name === "after" || name === "before") return this.#cursor(parent, field);
    // Any other is refused, and with it the operation; `node` answers null.
    if (name === "id")
      return field.name === "film" ? `Film:${idOf("film", 1 + int(40))}` : this.#id();
    if (name === "slugs") return Array.from({ length: int(3) }, () => `s${1 + int(5)}`);
    if (name === "by")
      return chance(50) ? { slug: `s${1 + int(5)}` } : { name: `Studio ${1 + int(5)}` };
    if (name === "value") return { a: [1, "x"] };
    return pick(["its", "without", "'", ""]);
  }

  #id(): string {
    const { int, pick } = this.#choose;
    const kinds = { Film: "film", Person: "person", Studio: "studio", Credit: "credit" } as const;
    const type = pick(["Film", "Person", "Studio", "Credit"] as const);
    return pick([`${type}:${idOf(kinds[type], 1 + int(8))}`, `${type}:no`, "Nobody:1", ":", ""]);
  }

  #cursor(parent: GraphQLNamedType, field: Field): string {
    const { int, pick } = this.#choose;
    const film = idOf("film", 1 + int(32));
    const number = String(1 + int(5));
    const day = pick([`2026-0${1 + int(9)}-01`, "infinity"]);
    const places = {
      "Query.films": [pick(["draft", "shown"]), number, film],
      "Query.titled": [number, film],
      "Studio.films": [day, film],
      "Film.reviews": [number, `Body ${int(4)}`, idOf("review", 1 + int(60))],
    };
    const page = `${parent.name}.${field.name}`;
    if (isPage(page)) return cursorOf(page, places[page]);
    throw new Error(`${page} has no cursors.`);
  }
}

const isPage = (name: string): name is keyof typeof lists => Object.hasOwn(lists, name);

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, part]) => `${name}: ${literalOf(part)}`);
  return `{${fields.join(", ")}}`;
}
