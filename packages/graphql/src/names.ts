import { type FieldKind, type FieldRef, RootFieldBuilder, type SchemaTypes } from "@pothos/core";
import type { Expression } from "kysely";
import { readable, readableList } from "./access.ts";

/** Why a text that is shown as it is kept can name nobody. Every other text of a table is withheld; see decision 21. */
export const reasons = {
  code: "It is made of initials and numbers, or is a hash or an id.",
  word: "It is one of a few words that Remit itself writes.",
  unit: "It says in what something is counted or paid.",
  clock: "It is a time zone, or a time on a clock.",
  person: "It is a person's own, and whoever is not told of the person is not given the row.",
  made: "It is made of texts in which names are withheld, and of words that Remit itself writes.",
  caller: "It tells callers of themselves, or of what they have sent.",
} as const;
/** Why a text names nobody, by its name in `reasons`. */
export type Reason = keyof typeof reasons;

/** What a field says of a text that names nobody: an option of any field, for those that are no plain column. */
export const nameless = (reason: Reason) => ({ nameless: reason });

/** The columns of a row that hold a text. */
type TextOf<Row> = {
  [Column in keyof Row]-?: NonNullable<Row[Column]> extends string ? Column : never;
}[keyof Row] &
  string;

type ListOf<Row> = {
  [Column in keyof Row]-?: Row[Column] extends readonly string[] ? Column : never;
}[keyof Row] &
  string;

/** Only of a table that says what stands in the place of its texts. */
type Withheld<Row, Column> = Row extends { for_public: unknown } ? Column : never;

type TextOptions<Value> = { description: string } & (null extends Value
  ? { nullable: true }
  : { nullable?: false });

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<
      Types extends SchemaTypes,
      ParentShape,
      Kind extends FieldKind = FieldKind,
    > {
      /** A column whose text may name somebody: a viewer is shown what they may read of it. */
      text<Column extends TextOf<ParentShape>>(
        column: Column & Withheld<ParentShape, Column>,
        options: TextOptions<ParentShape[Column]>,
      ): FieldRef<Types, ParentShape[Column], Kind>;

      /** The same for a column that holds several texts. */
      texts<Column extends ListOf<ParentShape>>(
        column: Column & Withheld<ParentShape, Column>,
        options: { description: string },
      ): FieldRef<Types, ParentShape[Column], Kind>;

      /** A column whose text can name nobody, for one of the reasons that there are. */
      word<Column extends TextOf<ParentShape>>(
        column: Column,
        reason: Reason,
        options: TextOptions<ParentShape[Column]>,
      ): FieldRef<Types, ParentShape[Column], Kind>;
    }
  }
}

interface Options {
  readonly description: string;
  readonly nullable?: boolean;
}

type Expressed = (row: never, args: unknown, eb: unknown, viewer: never) => Expression<unknown>;

/** The builder's methods that are used here; their types end at the declarations above. */
interface Fields {
  expression(type: unknown, sql: Expressed, options: object): unknown;
  exposeString(column: string, options: object): unknown;
}

const methods = {
  text(this: Fields, column: string, options: Options) {
    const notNull = options.nullable ? {} : { notNull: true };
    return this.expression("String", readable(column), { ...options, ...notNull });
  },

  texts(this: Fields, column: string, options: Options) {
    return this.expression(["String"], readableList(column), { ...options, notNull: true });
  },

  word(this: Fields, column: string, reason: Reason, options: Options) {
    return this.exposeString(column, { ...options, extensions: nameless(reason) });
  },
};

Object.assign(RootFieldBuilder.prototype, methods);
