import type {
  FieldKind,
  FieldNullability,
  FieldRef,
  InputFieldMap,
  InputShapeFromFields,
  InterfaceParam,
  InterfaceRef,
  MaybePromise,
  SchemaTypes,
  ShapeFromTypeParam,
  TypeParam,
  ValidateInterfaces,
} from "@pothos/core";
import type { Expression, Kysely, SqlBool } from "kysely";
import type { PothosKyselyPlugin } from "./plugin.ts";
import type { Resolving } from "./resolved.ts";
import type {
  Abstract,
  AnyTable,
  AtLeastOne,
  ColumnsLike,
  EmbeddedRef,
  EmbeddedRow,
  From,
  Late,
  ListOrder,
  On,
  Orders,
  PageOrder,
  Planned,
  RowOf,
  Rule,
  Sql,
  TableName,
  TableRef,
  Through,
  Total,
  Via,
  Where,
} from "./types.ts";

/** What every field may say of itself. */
export interface Described {
  description?: string;
  deprecationReason?: string;
  /** Kept with the field in the schema, for whoever asks there. */
  extensions?: Readonly<Record<string, unknown>>;
}

/** The options of a field that leads from one table to another. */
export interface Relation<
  Types extends SchemaTypes,
  Table extends TableName<Types>,
  Parent,
  Args extends InputFieldMap,
> extends Described {
  args?: Args;
  /** `{ child_column: "parent_column" }`. */
  on?: On<RowOf<Types, Table>, Parent>;
  /** Where the two belong together by the rows of a third table, which itself needs no rule. */
  via?: Via<Types, RowOf<Types, Table>, Parent>;
  /** A further condition; null or undefined for none. */
  where?: Where<Types, RowOf<Types, Table>, Parent, InputShapeFromFields<Args>>;
  /** A function's rows instead of the table's, which it must be like; null for the table's own. */
  from?: From<
    Types,
    RowOf<Types, Table>,
    Parent,
    InputShapeFromFields<Args>,
    Expression<unknown> | null
  >;
  /** Whether the rows of `from` are made, and not the table's own: `isMade` tells what hangs on them. */
  made?: boolean;
}

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      kysely: PothosKyselyPlugin<Types>;
    }

    export interface UserSchemaTypes {
      /** Kysely's interface of the database: `{ "schema.table": { column: type } }`. */
      Database: object;
      /** Who asks: flat data, of which booleans and nulls shape a statement and the rest are parameters. */
      Viewer: object;
    }

    export interface ExtendDefaultTypes<PartialTypes extends Partial<UserSchemaTypes>> {
      Database: PartialTypes["Database"] & {};
      Viewer: PartialTypes["Viewer"] & {};
    }

    export interface SchemaBuilderOptions<Types extends SchemaTypes> {
      kysely: {
        db: (context: Types["Context"]) => Kysely<Types["Database"]>;
        viewer: (context: Types["Context"]) => Types["Viewer"];
        /** Whether the viewer is still whom the context says: asked in the statement that answers a query's planned fields. */
        session?: (viewer: Late<Types["Viewer"]>) => Expression<SqlBool> | undefined;
        /** Scalars in SQL: written as JSON exactly as `serialize` would leave it. Others are finished in JavaScript. */
        scalars?: Partial<
          Record<
            keyof Types["Scalars"] & string,
            (value: Expression<unknown>) => Expression<unknown>
          >
        >;
        /** Rows of a page: when it does not say, and at most. 20 and 100 by default. */
        pageSize?: { default: number; max: number };
        /** `limit`: rows that one operation may build. `list`: rows that a list is taken to hold; 10 by default. */
        cost?: { limit?: (viewer: Types["Viewer"]) => number; list?: number };
        /** What a key looks like as text; a uuid by default. */
        keyFormat?: RegExp;
      };
    }

    export interface SchemaBuilder<Types extends SchemaTypes> {
      /** A type that reads one table or view. `visible` is asked wherever the table is read. */
      table<Table extends TableName<Types>, const Interfaces extends InterfaceParam<Types>[] = []>(
        table: Table,
        options: {
          name: string;
          key: keyof RowOf<Types, Table> & string;
          visible: Rule<Types, RowOf<Types, Table>> | Through<Types, RowOf<Types, Table>>;
          description?: string;
          interfaces?: Interfaces &
            ValidateInterfaces<RowOf<Types, Table>, Types, Interfaces[number]>[];
          keyFormat?: RegExp;
          /** Columns that are never null and that no two rows have alike, beside the key: an order that holds them is total. */
          unique?: readonly AtLeastOne<Total<RowOf<Types, Table>>>[];
          /** The column by which the id of a row that is made differs from that of the table's row. */
          version?: Total<RowOf<Types, Table>>;
        },
      ): TableRef<Types, Table>;

      /** An object made of columns of the row it stands in; see `t.embedded`. */
      embedded<Row extends object>(
        name: string,
        options?: { description?: string },
      ): EmbeddedRef<Types, Row>;
    }

    export interface RootFieldBuilder<
      Types extends SchemaTypes,
      ParentShape,
      Kind extends FieldKind = FieldKind,
    > {
      /** The global id, `Type:key`. */
      key(options?: Described): FieldRef<Types, string, Kind>;

      /** One row of another type; nullable unless said otherwise, for it may be absent or hidden. */
      one<Table extends TableName<Types>, Args extends InputFieldMap = {}>(
        ref: TableRef<Types, Table>,
        options: Relation<Types, Table, ParentShape, Args> & {
          nullable?: boolean;
          /** Which one, where there may be several. */
          order?: AtLeastOne<ListOrder<Types, RowOf<Types, Table>, InputShapeFromFields<Args>>>;
        },
      ): FieldRef<Types, Planned<Table>, Kind>;

      /** All rows in this relation that may be seen. */
      many<Table extends TableName<Types>, Args extends InputFieldMap = {}>(
        ref: TableRef<Types, Table>,
        options: Relation<Types, Table, ParentShape, Args> & {
          order: AtLeastOne<ListOrder<Types, RowOf<Types, Table>, InputShapeFromFields<Args>>>;
          /** How many rows to expect, for the cost of an operation. */
          size?: number;
        },
      ): FieldRef<Types, Planned<Table>[], Kind>;

      /** A Relay connection with keyset cursors and `totalCount`. */
      page<Table extends TableName<Types>, Args extends InputFieldMap = {}>(
        ref: TableRef<Types, Table>,
        options: Relation<Types, Table, ParentShape, Args> & {
          order: Orders<PageOrder<Types, RowOf<Types, Table>, InputShapeFromFields<Args>>>;
        },
      ): FieldRef<Types, unknown, Kind>;

      /** How many rows in this relation may be seen. */
      count<Table extends TableName<Types>, Args extends InputFieldMap = {}>(
        ref: TableRef<Types, Table>,
        options: Relation<Types, Table, ParentShape, Args>,
      ): FieldRef<Types, number, Kind>;

      /** A row of one of several types, held as kind and id; null when it is absent or hidden. */
      member(
        ref: Abstract<Types>,
        options: Described & {
          kind: ColumnsLike<ParentShape, string> & string;
          id: keyof ParentShape & string;
          of: Readonly<Record<string, AnyTable<Types>>>;
        },
      ): FieldRef<Types, unknown, Kind>;

      /** Any row of an interface's types, by its global id. */
      node(ref: InterfaceRef<Types, unknown>, options?: Described): FieldRef<Types, unknown, Kind>;

      /** A value that PostgreSQL computes. */
      expression<
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = false,
        Args extends InputFieldMap = {},
      >(
        type: Type,
        sql: Sql<
          Types,
          ParentShape,
          InputShapeFromFields<Args>,
          Expression<ShapeFromTypeParam<Types, Type, Nullable>>
        >,
        options?: Described & {
          args?: Args;
          nullable?: Nullable;
          /** PostgreSQL never gives null here: trusted as a column is, where others are looked at row by row. */
          notNull?: true;
        },
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** A value that JavaScript computes from columns of the row, and from values that PostgreSQL computes of it. */
      computed<
        Type extends TypeParam<Types>,
        Need extends keyof ParentShape & string,
        Values extends object = {},
        Nullable extends FieldNullability<Type> = false,
      >(
        type: Type,
        needs:
          | readonly Need[]
          | {
              readonly columns: readonly Need[];
              readonly values: {
                readonly [Name in keyof Values]: Sql<
                  Types,
                  ParentShape,
                  {},
                  Expression<Values[Name]>
                >;
              };
            },
        resolve: (
          row: Pick<ParentShape, Need> & Values,
          context: Types["Context"],
        ) => MaybePromise<ShapeFromTypeParam<Types, Type, Nullable>>,
        options?: Described & {
          nullable?: Nullable;
          /** Null of a row that is made. */
          kept?: true extends Nullable ? boolean : never;
          /** What it costs beside its selected fields, and how many a list holds; one, and five. */
          cost?: Resolving;
        },
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** An object made of this row's columns. With `when` it is nullable, and null where that is not true. */
      embedded<Row extends object, Args extends InputFieldMap = {}>(
        ref: EmbeddedRef<Types, Row>,
        row: Sql<Types, ParentShape, InputShapeFromFields<Args>, EmbeddedRow<Row>>,
        options?: Described & {
          args?: Args;
          when?: Sql<Types, ParentShape, InputShapeFromFields<Args>, Expression<SqlBool>>;
          /** Whether it stands for what is made, for these arguments: null and booleans are known, the rest are parameters. */
          made?: (args: Late<InputShapeFromFields<Args>>) => boolean;
        },
      ): FieldRef<Types, Planned<Row>, Kind>;

      /** The elements of a list that is JSON, in their order, each an object made of its members; none where the list is null. */
      elements<Row extends object, Args extends InputFieldMap = {}>(
        ref: EmbeddedRef<Types, Row>,
        list: Sql<Types, ParentShape, InputShapeFromFields<Args>, Expression<unknown>>,
        options: Described & {
          args?: Args;
          row: From<Types, Element, ParentShape, InputShapeFromFields<Args>, EmbeddedRow<Row>>;
          /** Which of them; null or undefined for all. */
          where?: Where<Types, Element, ParentShape, InputShapeFromFields<Args>>;
          /** How many to expect, for the cost of an operation. */
          size?: number;
        },
      ): FieldRef<Types, Planned<Row>[], Kind>;
    }
  }
}

/** An element of a list that is JSON, and its place in it, from 1. */
interface Element {
  element: unknown;
  place: number;
}
