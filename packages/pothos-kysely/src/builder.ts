import SchemaBuilder, {
  ObjectRef,
  PothosSchemaError,
  RootFieldBuilder,
  type SchemaTypes,
} from "@pothos/core";
import { connectionOf } from "./connection.ts";
import { uuidFormat } from "./id.ts";
import {
  type ComputedModel,
  type ElementsModel,
  type EmbeddedModel,
  type FieldModel,
  type From,
  model,
  type Orders,
  type Order,
  type Rule,
  type Sql,
  type TableModel,
  type Via,
  type Where,
} from "./model.ts";
import type { Resolving } from "./resolved.ts";
import { settingsOf } from "./settings.ts";

/*
 * The builder's methods, as `global-types.ts` declares them. Their types end here: what a caller
 * may give is checked there, and what is kept of it are the models.
 */

type AnyBuilder = PothosSchemaTypes.SchemaBuilder<SchemaTypes>;
type AnyRef = ObjectRef<SchemaTypes, unknown>;
type Bag = Record<string, unknown>;

interface Fields {
  readonly builder: AnyBuilder;
  field(options: Bag): unknown;
  readonly arg: Record<"int" | "string" | "id", (options?: Bag) => unknown>;
}

const models = new WeakMap<object, TableModel>();

/** The table that a type reads. */
export function modelOf(ref: object): TableModel {
  const known = models.get(ref);
  if (!known) throw new Error("A relation leads to a type that is made by builder.table.");
  return known;
}

function define(t: Fields, given: FieldModel, options: Bag): unknown {
  const { extensions, ...field } = options;
  const planned = { ...(isBag(extensions) && extensions), kysely: model(given) };
  return t.field({ resolve: unplanned, ...field, extensions: planned });
}

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null;

const unplanned = () => {
  throw new Error("A planned field was resolved without a plan.");
};

interface TableOptions extends Bag {
  readonly name: string;
  readonly key: string;
  readonly visible: Rule | { readonly through: object; readonly column: string };
  readonly keyFormat?: RegExp;
  readonly unique?: TableModel["unique"];
  readonly version?: string;
}

const builderMethods = {
  table(this: AnyBuilder, table: string, options: TableOptions): AnyRef {
    const { keyFormat = this.options.kysely.keyFormat ?? uuidFormat, ...given } = options;
    const { name, key, visible, unique = [], version, ...rest } = given;
    if (!visible) throw new PothosSchemaError(`${name}: say who may see a row.`);
    const rule =
      typeof visible === "function"
        ? visible
        : { through: { model: modelOf(visible.through) }, column: visible.column };
    const read: TableModel = {
      kind: "table",
      name,
      table,
      key,
      visible: rule,
      keyFormat,
      unique,
      version,
    };
    const ref = Object.assign(new ObjectRef<SchemaTypes, unknown>(name), { table, model: read });
    models.set(ref, read);
    this.objectType(ref, { ...rest, name, extensions: { kysely: model(read) } });
    return ref;
  },

  embedded(this: AnyBuilder, name: string, options: Bag = {}): AnyRef {
    const ref = Object.assign(new ObjectRef<SchemaTypes, unknown>(name), { embedded: true });
    this.objectType(ref, { ...options, name, extensions: { kysely: model({ kind: "embedded" }) } });
    return ref;
  },
};

interface RelationOptions extends Bag {
  readonly args?: Bag;
  readonly on?: Record<string, string>;
  readonly where?: Where;
  readonly via?: Via;
  readonly from?: From<never>;
  readonly made?: boolean;
  readonly order?: readonly Order[] | Orders;
  readonly size?: number;
}

/** Parts what a relation says about the database from what it says to GraphQL. */
function relation(ref: object, options: RelationOptions) {
  const { on, where, via, from, made, order, size, ...field } = options;
  return { edge: { model: modelOf(ref), on, where, via, from, made, order }, size, field };
}

const fieldMethods = {
  key(this: Fields, options: Bag = {}) {
    return define(this, { kind: "key" }, { ...options, type: "ID", nullable: false });
  },

  one(this: Fields, ref: object, options: RelationOptions) {
    const { edge, field } = relation(ref, options);
    return define(this, { kind: "one", ...edge }, { nullable: true, ...field, type: ref });
  },

  many(this: Fields, ref: object, options: RelationOptions) {
    const { edge, size, field } = relation(ref, options);
    return define(
      this,
      { kind: "many", size, ...edge },
      { ...field, nullable: false, type: [ref] },
    );
  },

  page(this: Fields, ref: AnyRef, options: RelationOptions) {
    const { args, ...rest } = options;
    const { edge, field } = relation(ref, rest);
    const { int, string } = this.arg;
    const { max, default: usual } = settingsOf(this.builder.options.kysely).pageSize;
    return define(
      this,
      { kind: "page", ...edge },
      {
        ...field,
        type: connectionOf(this.builder, ref),
        nullable: false,
        args: {
          ...args,
          first: int({
            description: `The number of rows to give from the start of the list, at most ${max}; ${usual} if neither first nor last is given.`,
          }),
          after: string({ description: "Give only rows after this cursor of the list." }),
          last: int({
            description: `The number of rows to give from the end of the list, at most ${max}.`,
          }),
          before: string({ description: "Give only rows before this cursor of the list." }),
        },
      },
    );
  },

  count(this: Fields, ref: object, options: RelationOptions) {
    const { edge, field } = relation(ref, options);
    return define(this, { kind: "count", ...edge }, { ...field, type: "Int", nullable: false });
  },

  member(
    this: Fields,
    ref: object,
    options: Bag & { kind: string; id: string; of: Record<string, object> },
  ) {
    const { kind, id, of, ...field } = options;
    const tables = Object.fromEntries(Object.entries(of).map(([k, each]) => [k, modelOf(each)]));
    return define(
      this,
      { kind: "member", column: kind, id, of: tables },
      { ...field, type: ref, nullable: true },
    );
  },

  node(this: Fields, ref: object, options: Bag = {}) {
    const id = this.arg.id({
      required: true,
      description: "The global id of the object, as the graph gives it.",
    });
    return define(this, { kind: "node" }, { ...options, type: ref, nullable: true, args: { id } });
  },

  expression(
    this: Fields,
    type: unknown,
    sql: Sql<never>,
    { notNull, ...options }: Bag & { notNull?: boolean } = {},
  ) {
    return define(
      this,
      { kind: "expression", sql, notNull },
      { nullable: false, ...options, type },
    );
  },

  computed(
    this: Fields,
    type: unknown,
    asked: readonly string[] | { columns: readonly string[]; values: ComputedModel["values"] },
    resolve: (row: unknown, context: unknown) => unknown,
    { cost = {}, kept, ...options }: Bag & { cost?: Resolving; kept?: boolean } = {},
  ) {
    const resolver = (row: unknown, _args: unknown, context: unknown) => resolve(row, context);
    const { columns: needs, values } = "columns" in asked ? asked : { columns: asked, values: {} };
    return define(
      this,
      { kind: "computed", needs, values, cost, kept },
      { nullable: false, ...options, type, resolve: resolver },
    );
  },

  embedded(
    this: Fields,
    ref: object,
    row: EmbeddedModel["row"],
    { when, made, ...options }: Bag & Pick<EmbeddedModel, "made"> & { when?: Sql<never> } = {},
  ) {
    return define(
      this,
      { kind: "embedded", row, when, made },
      { ...options, type: ref, nullable: when !== undefined },
    );
  },

  elements(
    this: Fields,
    ref: object,
    list: ElementsModel["list"],
    { row, where, size, ...options }: Bag & Omit<ElementsModel, "kind" | "list">,
  ) {
    return define(
      this,
      { kind: "elements", list, row, where, size },
      { ...options, type: [ref], nullable: false },
    );
  },
};

/** Gives the builder its methods. */
export function install(): void {
  Object.assign(SchemaBuilder.prototype, builderMethods);
  Object.assign(RootFieldBuilder.prototype, fieldMethods);
}
