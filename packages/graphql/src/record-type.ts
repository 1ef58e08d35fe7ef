import type { EmbeddedRef } from "@remit/pothos-kysely";
import { type Expression, sql } from "kysely";
import * as z from "zod";
import type { Builder } from "./builder.ts";
import { type Bare, bare, describedBy, type Described, type JsonSchema } from "./json-schema.ts";
import { shared, vocabularyOf } from "./vocabulary.ts";

type Types = Builder["$inferSchemaTypes"];

/** What a type that is read from JSON stands on. */
export interface Recorded {
  json: unknown;
}
/** A type of the graph that is made of a record, by its rows. */
export type RecordRef<Row extends object = Recorded> = EmbeddedRef<Types, Row>;
type Fields = PothosSchemaTypes.ObjectFieldBuilder<Types, Recorded>;
/** Where a row has the JSON: in itself, or as the viewer may read it. */
type Source = (
  row: { json: Expression<unknown> },
  args: unknown,
  eb: unknown,
  viewer: unknown,
) => Expression<unknown>;
type Row = Readonly<Record<string, Expression<unknown>>>;

const rows = new WeakMap<object, (json: Expression<unknown>) => Row>();

/** The row that a type reads of its JSON. */
const rowIn = (ref: object, json: Expression<unknown>) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a type that says no row of its own reads JSON alone
  (rows.get(ref)?.(json) ?? { json }) as { json: Expression<unknown> };

/** The type of the graph for what a record keeps as JSON, with the fields, the descriptions and the enums of its Zod schema. */
export function recordType<Row extends Recorded = Recorded>(
  builder: Builder,
  schema: z.ZodType,
): RecordRef<Row> {
  const { root, named } = describedBy(schema, "output");
  const ref = objectType(builder, idOf(schema), bare(root, named).node, named);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it reads beside JSON is whoever gives its rows to say
  return ref as unknown as RecordRef<Row>;
}

/** Lets a type that is made by hand stand for a schema, wherever a record holds it: `row` says what it reads of the JSON. */
export function readsAs<Made extends object>(
  builder: Builder,
  schema: z.ZodType,
  ref: RecordRef<Made>,
  row: (json: Expression<unknown>) => { readonly [Column in keyof Made]: Expression<Made[Column]> },
): void {
  rows.set(ref, row);
  shared(builder, idOf(schema), () => ref);
}

/** Fields for some members of a schema, on a type whose rows hold it as JSON. */
export function recordFields<Field, const Key extends string>(
  builder: Builder,
  t: unknown,
  {
    schema,
    json,
    members,
  }: {
    schema: z.ZodType;
    json: (row: never, args: never, eb: never, viewer: never) => Expression<unknown>;
    members: readonly Key[];
  },
): Record<Key, Field> {
  const { root, named } = describedBy(schema, "output");
  const node = bare(root, named).node;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row is that of whoever gives `t`
  const whole = { node, json: json as Source, name: node.id ?? "", members };
  const fields = fieldsOf(builder, t, whole, named);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one for each of the members
  return fields as Record<Key, Field>;
}

function idOf(schema: z.ZodType): string {
  const { id } = z.globalRegistry.get(schema) ?? {};
  if (id === undefined) throw new Error("Give the schema an id: its type's name in the graph.");
  return id;
}

const itself: Source = ({ json }) => json;

function objectType(
  builder: Builder,
  name: string,
  node: JsonSchema,
  named: Described["named"],
): RecordRef {
  const make = () => {
    const ref = builder.embedded<Recorded>(name, { description: node.description ?? "" });
    builder.objectFields(ref, (t) => fieldsOf(builder, t, { node, json: itself, name }, named));
    return ref;
  };
  return shared(builder, name, make, Object.keys(node.properties ?? {}));
}

interface Whole {
  readonly node: JsonSchema;
  readonly json: Source;
  readonly name: string;
  /** All of them if left out. */
  readonly members?: readonly string[];
}

function fieldsOf(
  builder: Builder,
  t: unknown,
  { node, json, name, members }: Whole,
  named: Described["named"],
) {
  const { properties, required } = merged(node, named);
  const shown = Object.entries(properties).filter(
    ([key, { hidden }]) => hidden !== true && (members?.includes(key) ?? true),
  );
  return Object.fromEntries(
    shown.map(([key, property]) => [
      property.field ?? key,
      fieldOf(
        builder,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of a row that has the JSON where `json` says
        t as Fields,
        { key, place: `${name}.${key}`, required: required.has(key), json },
        property,
        named,
      ),
    ]),
  );
}

interface Members {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: ReadonlySet<string>;
}

/** The members of an object, or of all the objects that a union may be: those that only some of them have may be absent. */
function merged(node: JsonSchema, named: Described["named"]): Members {
  const variants = node.anyOf ?? node.oneOf;
  if (variants === undefined)
    return { properties: node.properties ?? {}, required: new Set(node.required) };
  const each = variants.map((variant) => merged(bare(variant, named).node, named));
  const properties = Object.assign({}, ...each.map((members) => members.properties));
  const { discriminator } = node;
  return {
    properties: discriminator
      ? { ...properties, [discriminator.property]: { ...discriminator, type: "string" } }
      : properties,
    required: new Set(
      Object.keys(properties).filter((key) => each.every(({ required }) => required.has(key))),
    ),
  };
}

interface Place {
  readonly key: string;
  readonly place: string;
  readonly required: boolean;
  readonly json: Source;
}

type Given = Parameters<Source>;

function fieldOf(
  builder: Builder,
  t: Fields,
  { key, place, required, json }: Place,
  property: JsonSchema,
  named: Described["named"],
) {
  const read = bare(property, named);
  const { node, description = "" } = read;
  const isThere = required && !read.nullable;
  const member = (...given: Given) => sql`${json(...given)} -> ${sql.lit(key)}`;
  if (node.items)
    return listOf(builder, t, place, { node: node.items, description, member }, named);
  const object = objectOf(builder, read, named);
  if (object !== null)
    return t.embedded(object, (...given: Given) => rowIn(object, member(...given)), {
      description,
      ...(isThere
        ? {}
        : {
            when: (...given: Given) => sql<boolean>`jsonb_typeof(${member(...given)}) = 'object'`,
          }),
    });
  const { type, cast } = leafOf(builder, read, place);
  const text = (...given: Given) =>
    sql<string>`(${json(...given)} ->> ${sql.lit(key)})${sql.raw(cast)}`;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a name or an enum of this very builder
  const leaf = type as "String";
  return isThere
    ? t.expression(leaf, text, { description, notNull: true })
    : t.expression(leaf, text, { description, nullable: true });
}

interface List {
  readonly node: JsonSchema;
  readonly description: string;
  readonly member: (...given: Given) => Expression<unknown>;
}

function listOf(
  builder: Builder,
  t: Fields,
  place: string,
  { node, description, member }: List,
  named: Described["named"],
) {
  const read = bare(node, named);
  const object = objectOf(builder, read, named);
  if (object !== null)
    return t.elements(object, member, {
      description,
      row: ({ element }) => rowIn(object, element),
    });
  throw new Error(`${place}: a list of ${JSON.stringify(read.node)} is not read yet.`);
}

/** The type of an object that has a name; null for a leaf. */
const objectOf = (builder: Builder, { node, id }: Bare, named: Described["named"]) =>
  id !== undefined && (node.properties ?? node.anyOf ?? node.oneOf)
    ? objectType(builder, id, node, named)
    : null;

/** The type of the graph for a schema of one value, and what makes it of a text in JSON. */
export function leafType(
  builder: Builder,
  schema: z.ZodType,
  place: string,
): ReturnType<typeof leafOf> & { readonly description: string } {
  const { root, named } = describedBy(schema, "output");
  const read = bare(root, named);
  return { ...leafOf(builder, read, place), description: read.description ?? "" };
}

function leafOf(builder: Builder, { node, id }: Bare, place: string) {
  if (node.scalar) return { type: node.scalar, cast: "" };
  const name = node.id ?? id;
  if (node.words && name !== undefined)
    return { type: vocabularyOf(builder, name, node), cast: "" };
  const leaf = leaves[node.type ?? typeof node.const];
  if (leaf !== undefined) return leaf;
  throw new Error(`${place}: ${JSON.stringify(node)} is no type of the graph. Give it an id.`);
}

const leaves: Readonly<Record<string, { readonly type: string; readonly cast: string }>> = {
  string: { type: "String", cast: "" },
  integer: { type: "Int", cast: "::int" },
  number: { type: "Float", cast: "::float8" },
  boolean: { type: "Boolean", cast: "::boolean" },
};
