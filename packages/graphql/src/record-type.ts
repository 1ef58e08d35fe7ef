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
export type RecordRef = EmbeddedRef<Types, Recorded>;
type Fields = PothosSchemaTypes.ObjectFieldBuilder<Types, Recorded>;

/** The type of the graph for what a record keeps as JSON, with the fields, the descriptions and the enums of its Zod schema. */
export function recordType(builder: Builder, schema: z.ZodType): RecordRef {
  const { id } = z.globalRegistry.get(schema) ?? {};
  if (id === undefined) throw new Error("Give the schema an id: its type's name in the graph.");
  const { root, named } = describedBy(schema, "output");
  return objectType(builder, id, bare(root, named).node, named);
}

function objectType(
  builder: Builder,
  name: string,
  node: JsonSchema,
  named: Described["named"],
): RecordRef {
  return shared(builder, name, () => {
    const ref = builder.embedded<Recorded>(name, { description: node.description ?? "" });
    const { properties, required } = merged(node, named);
    builder.objectFields(ref, (t) =>
      Object.fromEntries(
        Object.entries(properties).map(([key, property]) => [
          key,
          fieldOf(
            builder,
            t,
            { key, place: `${name}.${key}`, required: required.has(key) },
            property,
            named,
          ),
        ]),
      ),
    );
    return ref;
  });
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
}

function fieldOf(
  builder: Builder,
  t: Fields,
  { key, place, required }: Place,
  property: JsonSchema,
  named: Described["named"],
) {
  const read = bare(property, named);
  const { node, description = "" } = read;
  const isThere = required && !read.nullable;
  const member = ({ json }: { json: Expression<unknown> }) => sql`${json} -> ${sql.lit(key)}`;
  if (node.items)
    return listOf(builder, t, place, { node: node.items, description, member }, named);
  const object = objectOf(builder, read, named);
  if (object !== null)
    return t.embedded(object, (row) => ({ json: member(row) }), {
      description,
      ...(isThere ? {} : { when: (row) => sql<boolean>`jsonb_typeof(${member(row)}) = 'object'` }),
    });
  const { type, cast } = leafOf(builder, read, place);
  const text = ({ json }: { json: Expression<unknown> }) =>
    sql<string>`(${json} ->> ${sql.lit(key)})${sql.raw(cast)}`;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a name or an enum of this very builder
  const leaf = type as "String";
  return isThere
    ? t.expression(leaf, text, { description, notNull: true })
    : t.expression(leaf, text, { description, nullable: true });
}

interface List {
  readonly node: JsonSchema;
  readonly description: string;
  readonly member: (row: { json: Expression<unknown> }) => Expression<unknown>;
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
    return t.elements(object, member, { description, row: ({ element }) => ({ json: element }) });
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
