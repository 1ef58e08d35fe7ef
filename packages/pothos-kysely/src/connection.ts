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
  const info = plain(builder, "PageInfo", "The place of a page in its list.", {
    hasNextPage: { type: "Boolean", description: "Whether rows of the list follow the page." },
    hasPreviousPage: { type: "Boolean", description: "Whether rows of the list precede the page." },
    startCursor: {
      type: "String",
      nullable: true,
      description: "The cursor of the page's first row; null where the page is empty.",
    },
    endCursor: {
      type: "String",
      nullable: true,
      description: "The cursor of the page's last row; null where the page is empty.",
    },
  });
  const edge = plain(builder, `${node.name}Edge`, `One ${node.name} of a list, with its cursor.`, {
    node: { type: node, description: `The ${node.name} of the edge.` },
    cursor: {
      type: "String",
      description: `The cursor of the ${node.name} in the list, for after and before.`,
    },
  });
  return plain(builder, `${node.name}Connection`, `A page of a list of ${node.name}.`, {
    edges: { type: [edge], description: "The rows of the page, each with its cursor." },
    nodes: { type: [node], description: "The rows of the page." },
    pageInfo: { type: info, description: "The place of the page in its list." },
    totalCount: {
      type: "Int",
      description: "The number of rows in the whole list that you may see.",
    },
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
