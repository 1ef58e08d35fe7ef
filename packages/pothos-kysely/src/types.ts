import type { InterfaceRef, ObjectRef, SchemaTypes, UnionRef } from "@pothos/core";
import type {
  ComparisonOperatorExpression,
  Expression,
  ExpressionBuilder,
  ExpressionWrapper,
  OperandValueExpressionOrList,
  ReferenceExpression,
  Selectable,
  SqlBool,
} from "kysely";
import type { plainMethods } from "./expressions.ts";
import type { Param } from "./param.ts";

/** A value once PostgreSQL has written it as JSON. */
export type JsonOf<T> = T extends Date ? string : T extends bigint ? number : T;

/** The name of a table that the builder knows, such as `actions.action`. */
export type TableName<Types extends SchemaTypes> = keyof Types["Database"] & string;

/** A table's row as JSON. */
export type RowOf<Types extends SchemaTypes, Table extends TableName<Types>> = {
  [Column in keyof Selectable<Types["Database"][Table]>]: JsonOf<
    Selectable<Types["Database"][Table]>[Column]
  >;
};

type Shaping = boolean | null | undefined;
type Leaf<T> = [T] extends [never]
  ? never
  : [T] extends [string | number | bigint | Date | readonly unknown[]]
    ? Param<T>
    : { readonly [Name in keyof T]: Late<T[Name]> };

/** Arguments and the viewer as a plan sees them: booleans and nulls as they are, records walked, parameters for the rest. */
export type Late<T> = Extract<T, Shaping> | Leaf<Exclude<T, Shaping>>;

/** A row's columns as expressions. */
export type Columns<Row> = { readonly [Column in keyof Row]-?: Expression<Row[Column]> };

/** A row that an embedded object reads. */
export type EmbeddedRow<Row> = { readonly [Column in keyof Row]: Expression<Row[Column]> };

type Plain = (typeof plainMethods)[number];

/** Kysely's expression builder without `selectFrom`; other tables are asked through their rules. */
export interface Eb<Types extends SchemaTypes, Row> extends Pick<
  ExpressionBuilder<Types["Database"], never>,
  Plain
> {
  <Left extends ReferenceExpression<Types["Database"], never>>(
    left: Left,
    operator: ComparisonOperatorExpression,
    right: OperandValueExpressionOrList<Types["Database"], never, Left>,
  ): ExpressionWrapper<Types["Database"], never, SqlBool>;
  /** Whether a row of another type stands in this relation, and may be seen. */
  exists: Ask<Types, Row, boolean>;
  /** How many rows of another type stand in this relation, and may be seen. */
  count: Ask<Types, Row, number>;
}

type Ask<Types extends SchemaTypes, Row, Answer> = <Table extends TableName<Types>>(
  ref: TableRef<Types, Table>,
  on: On<RowOf<Types, Table>, Row>,
  where?: (row: Columns<RowOf<Types, Table>>) => Expression<SqlBool> | null | undefined,
) => Expression<Answer>;

/** Who may see a row: a condition on its columns, or true. */
export type Rule<Types extends SchemaTypes, Row> = (
  row: Columns<Row>,
  viewer: Late<Types["Viewer"]>,
  eb: Eb<Types, Row>,
) => Expression<SqlBool> | true;

/** Seen exactly when the row it belongs to is seen. */
export type Through<Types extends SchemaTypes, Row> = {
  [Table in TableName<Types>]: {
    readonly through: TableRef<Types, Table>;
    readonly column: keyof Row & string;
  };
}[TableName<Types>];

/** An expression over a row, given the field's arguments and the viewer. */
export type Sql<Types extends SchemaTypes, Row, Args, Result> = (
  row: Columns<Row>,
  args: Late<Args>,
  eb: Eb<Types, Row>,
  viewer: Late<Types["Viewer"]>,
) => Result;

type Same<A, B> = [NonNullable<A>] extends [NonNullable<B>] ? true : false;

/** The columns that hold a T, or nothing. */
export type ColumnsLike<Row, T> = {
  [Column in keyof Row]-?: Same<Row[Column], T> extends true ? Column : never;
}[keyof Row];

/** `{ child_column: "parent_column" }`: both exist, and are of one type. */
export type On<Child, Parent> = {
  readonly [Column in keyof Child]?: ColumnsLike<Parent, Child[Column]>;
};

/** An expression over a child's row, given the field's arguments, the viewer and the parent's row. */
export type From<Types extends SchemaTypes, Row, Parent, Args, Result> = (
  ...given: [...Parameters<Sql<Types, Row, Args, unknown>>, parent: Columns<Parent>]
) => Result;

/** A condition on a child's row. */
export type Where<Types extends SchemaTypes, Row, Parent, Args> = From<
  Types,
  Row,
  Parent,
  Args,
  Expression<SqlBool> | null | undefined
>;

/** A table that only says which rows belong together: `from` the parent's columns, `to` the child's. */
export type Via<Types extends SchemaTypes, Child, Parent> = {
  [Table in TableName<Types>]: {
    readonly table: Table;
    readonly from: On<RowOf<Types, Table>, Parent>;
    readonly to: On<RowOf<Types, Table>, Child>;
  };
}[TableName<Types>];

/** The columns that are never null. */
export type Total<Row> = {
  [Column in keyof Row]-?: null extends Row[Column] ? never : Column;
}[keyof Row] &
  string;
type Direction<Column extends string> = Column | `${Column} desc`;

interface By<Types extends SchemaTypes, Row, Args> {
  readonly by: Sql<Types, Row, Args, Expression<string | number>>;
  readonly desc?: boolean;
}

/** A page needs an order without nulls: a cursor cannot compare them. */
export type PageOrder<Types extends SchemaTypes, Row, Args> =
  | Direction<Total<Row>>
  | By<Types, Row, Args>;
export type ListOrder<Types extends SchemaTypes, Row, Args> =
  | Direction<keyof Row & string>
  | By<Types, Row, Args>;
export type AtLeastOne<T> = readonly [T, ...T[]];

/**
 * One order, or for each value of the argument `arg` an order of its own that an index may serve. The argument is an
 * enum, or an input with a `field`, an enum, and a `direction`, an enum of `asc` and `desc`, which runs it backwards.
 */
export type Orders<Term> =
  | AtLeastOne<Term>
  | {
      readonly arg: string;
      /** The order where the argument is left out: `held`, or `held desc` for the same backwards. */
      readonly otherwise: string;
      readonly of: Readonly<Record<string, AtLeastOne<Term>>>;
    };

declare const planned: unique symbol;

/** Only a plan makes these: a resolver cannot return a row that went around the wall. */
export interface Planned<Source> {
  readonly [planned]: Source;
}

/** A GraphQL type that reads a table. */
export interface TableRef<
  Types extends SchemaTypes,
  Table extends TableName<Types>,
> extends ObjectRef<Types, Planned<Table>, RowOf<Types, Table>> {
  readonly table: Table;
}

/** A GraphQL type made of columns of the row that it stands in. */
export interface EmbeddedRef<Types extends SchemaTypes, Row> extends ObjectRef<
  Types,
  Planned<Row>,
  Row
> {
  readonly embedded: true;
}

export type AnyTable<Types extends SchemaTypes> = {
  [Table in TableName<Types>]: TableRef<Types, Table>;
}[TableName<Types>];

export type Abstract<Types extends SchemaTypes> =
  | InterfaceRef<Types, unknown>
  | UnionRef<Types, unknown>;
