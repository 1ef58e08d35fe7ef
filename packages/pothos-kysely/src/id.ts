import type { GraphQLSchema } from "graphql";
import { type TableModel, tableModel } from "./model.ts";

/** A global id taken apart: `Type:key`. */
export interface GlobalId {
  readonly type: string;
  readonly key: string;
}

export const uuidFormat = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Reads a global id; undefined for a text that is none. Whether there is such a type is not asked. */
export function parseId(id: string): GlobalId | undefined {
  const cut = id.indexOf(":");
  return cut > 0 ? { type: id.slice(0, cut), key: id.slice(cut + 1) } : undefined;
}

/** The table's type that an id names, if this schema has it. */
export function idTypeIn(schema: GraphQLSchema, id: string): string | null {
  const type = parseId(id)?.type;
  return type !== undefined && tableModel(schema.getType(type)) ? type : null;
}

/** The key if it looks like one of this table's, so that PostgreSQL is never asked to read nonsense. */
export const validKey = ({ keyFormat }: TableModel, key: string): string | null =>
  keyFormat.test(key) ? key : null;

/** The key in a global id of this type, or null: a null key finds no row. */
export function keyIn(model: TableModel, id: string): string | null {
  const parsed = parseId(id);
  return parsed?.type === model.name ? validKey(model, parsed.key) : null;
}
