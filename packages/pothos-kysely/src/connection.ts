import { ObjectRef, type SchemaTypes } from "@pothos/core";
import { model } from "./model.ts";

type AnyBuilder = PothosSchemaTypes.SchemaBuilder<SchemaTypes>;
type Ref = ObjectRef<SchemaTypes, unknown>;

interface Part {
  readonly type: Ref | [Ref] | "Boolean" | "String" | "Int";
  readonly nullable?: boolean;
  readonly description: string;
}

const made = new WeakMap<AnyBuilder, Map<string, Ref>>();

/** The connection type of a node type: made at its first page. */
export function connectionOf(builder: AnyBuilder, node: Ref): Ref {
  const info = plain(builder, "PageInfo", "Where a page stands in its list.", {
    hasNextPage: { type: "Boolean", description: "Whether rows follow this page." },
    hasPreviousPage: { type: "Boolean", description: "Whether rows precede this page." },
    startCursor: { type: "String", nullable: true, description: "The first row's place." },
    endCursor: { type: "String", nullable: true, description: "The last row's place." },
  });
  const edge = plain(builder, `${node.name}Edge`, `A ${node.name} and its place in a list.`, {
    node: { type: node, description: "The row." },
    cursor: { type: "String", description: "Its place, for `after` and `before`." },
  });
  return plain(builder, `${node.name}Connection`, `A page of a list of ${node.name}.`, {
    edges: { type: [edge], description: "The rows with their places." },
    nodes: { type: [node], description: "The rows." },
    pageInfo: { type: info, description: "Where the page stands in the list." },
    totalCount: { type: "Int", description: "How many rows the whole list has." },
  });
}

function plain(
  builder: AnyBuilder,
  name: string,
  description: string,
  parts: Readonly<Record<string, Part>>,
): Ref {
  const types = made.get(builder) ?? new Map<string, Ref>();
  made.set(builder, types);
  const known = types.get(name);
  if (known) return known;

  const ref = new ObjectRef<SchemaTypes, unknown>(name);
  builder.objectType(ref, {
    description,
    extensions: { kysely: model({ kind: "connection" }) },
    fields: (t) =>
      Object.fromEntries(
        Object.entries(parts).map(([field, part]) => [
          field,
          t.field({
            type: part.type,
            nullable: part.nullable ?? false,
            description: part.description,
            extensions: { kysely: model({ kind: "read" }) },
            resolve: () => undefined,
          }),
        ]),
      ),
  });
  types.set(name, ref);
  return ref;
}
