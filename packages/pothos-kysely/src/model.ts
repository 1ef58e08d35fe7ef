import type { Expression } from "kysely";

/*
 * What a type and a field say about the database, as the plugin keeps it in `extensions.kysely`.
 * These are the untyped twins of the options in `global-types.ts`: types end at the builder, and
 * a planner works on names.
 */

type Bag = Record<string, unknown>;

/** A row's columns by name, each an expression that can stand in a statement. */
export type Row = Readonly<Record<string, Expression<unknown>>>;

export type Sql<Result> = (row: Row, args: Bag, eb: unknown, viewer: unknown) => Result;
/** The same where the row that a relation or a list starts from may be spoken of, too. */
export type From<Result> = (...given: [...Parameters<Sql<unknown>>, parent: Row]) => Result;
export type Where = From<Condition>;
export type Condition = Expression<unknown> | null | undefined;

export type Rule =
  | ((row: Row, viewer: unknown, eb: unknown) => Expression<unknown> | true)
  | { readonly through: { readonly model: TableModel }; readonly column: string };

export interface TableModel {
  readonly kind: "table";
  /** The GraphQL type. */
  readonly name: string;
  readonly table: string;
  readonly key: string;
  readonly visible: Rule;
  /** What a key looks like as text; anything else cannot be a row's. */
  readonly keyFormat: RegExp;
  /** Columns that no two rows have alike, beside the key. */
  readonly unique: readonly (readonly string[])[];
  /** The column by which a row that a function made is told from the table's row of the same key. */
  readonly version?: string | undefined;
}

export type Order = string | { readonly by: Sql<Expression<unknown>>; readonly desc?: boolean };

/**
 * Orders to choose from by the argument `arg`: an enum, or an input of a `field` and a `direction`, `asc` or `desc`.
 * `otherwise` where it is left out, such as `held` or `held desc`.
 */
export interface Orders {
  readonly arg: string;
  readonly otherwise: string;
  readonly of: Readonly<Record<string, readonly Order[]>>;
}

/** The field and the direction that an order's name says. */
export const chosenOrder = (name: string): { readonly field: string; readonly desc: boolean } => ({
  field: name.replace(/ desc$/u, ""),
  desc: name.endsWith(" desc"),
});

/** A table that only says which rows belong together: both ends are seen, so it needs no rule. */
export interface Via {
  readonly table: string;
  /** `{ link_column: "parent_column" }`. */
  readonly from: Readonly<Record<string, string>>;
  /** `{ link_column: "child_column" }`. */
  readonly to: Readonly<Record<string, string>>;
}

/** How a table is reached: from a parent's columns, under a condition, in an order. */
export interface Edge {
  readonly model: TableModel;
  /** `{ child_column: "parent_column" }`. */
  readonly on?: Readonly<Record<string, string>> | undefined;
  readonly where?: Where | undefined;
  readonly order?: readonly Order[] | Orders | undefined;
  readonly via?: Via | undefined;
  /** A function's rows instead of the table's, of the same row type; null where the arguments want the table's. */
  readonly from?: From<Expression<unknown> | null> | undefined;
  /** Whether those rows are made, and not the table's own. */
  readonly made?: boolean | undefined;
}

export interface MemberModel {
  readonly kind: "member";
  readonly column: string;
  readonly id: string;
  readonly of: Readonly<Record<string, TableModel>>;
}

export interface EmbeddedModel {
  readonly kind: "embedded";
  readonly row: Sql<Row>;
  readonly when?: Sql<Expression<unknown>> | undefined;
  /** Whether what it leads to is made, for these arguments. */
  readonly made?: ((args: Bag) => boolean) | undefined;
}

/** A list inside a JSON value, each of its elements an object. */
export interface ElementsModel {
  readonly kind: "elements";
  readonly list: Sql<Expression<unknown>>;
  readonly row: From<Row>;
  readonly where?: Where | undefined;
  readonly size?: number | undefined;
}

/** What JavaScript computes of columns, and of values that PostgreSQL computes for it. */
export interface ComputedModel {
  readonly kind: "computed";
  readonly needs: readonly string[];
  readonly values: Readonly<Record<string, Sql<Expression<unknown>>>>;
  readonly cost: { readonly own?: number; readonly size?: number };
  /** Null of a row that is made. */
  readonly kept?: boolean | undefined;
}

export type FieldModel =
  | { readonly kind: "column"; readonly column: string }
  | {
      readonly kind: "expression";
      readonly sql: Sql<Expression<unknown>>;
      /** Never null, as a column that is not. */
      readonly notNull?: boolean | undefined;
    }
  | ComputedModel
  | { readonly kind: "key" }
  | { readonly kind: "node" }
  | ({ readonly kind: "one" | "page" | "count" } & Edge)
  | ({ readonly kind: "many"; readonly size?: number | undefined } & Edge)
  | MemberModel
  | EmbeddedModel
  | ElementsModel
  /** A field of a connection, an edge or the page's info: written by the page. */
  | { readonly kind: "read" };

export type TypeModel =
  | TableModel
  /** An object made of columns of the row it stands in. */
  | { readonly kind: "embedded" }
  /** A connection, an edge or the page's info. */
  | { readonly kind: "connection" };

const made = new WeakSet<object>();

/** Marks a model as the plugin's own, so that it is known again in `extensions.kysely`. */
export function model<Model extends FieldModel | TypeModel>(given: Model): Model {
  made.add(given);
  return given;
}

const ours = (value: unknown): value is object =>
  typeof value === "object" && value !== null && made.has(value);

/** The extensions of a field or a type, of its configuration or in the schema. */
interface Extended {
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

const isFieldModel = (value: unknown): value is FieldModel => ours(value);
const isTypeModel = (value: unknown): value is TypeModel => ours(value);

export function fieldModel({ extensions }: Extended): FieldModel | undefined {
  const given = extensions?.["kysely"];
  return isFieldModel(given) ? given : undefined;
}

export function typeModel(type: Extended | undefined): TypeModel | undefined {
  const given = type?.extensions?.["kysely"];
  return isTypeModel(given) ? given : undefined;
}

export function tableModel(type: Extended | undefined): TableModel | undefined {
  const given = typeModel(type);
  return given?.kind === "table" ? given : undefined;
}
