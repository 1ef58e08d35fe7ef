import type { EnumRef } from "@pothos/core";
import * as z from "zod";
import type { SchemaTypes } from "./schema-types.ts";
import { enumValues } from "./enum-values.ts";

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;
type EnumMaker = Pick<PothosSchemaTypes.SchemaBuilder<Types>, "enumType">;

const types = new WeakMap<object, Map<string, unknown>>();

/** A type that several modules speak of: made when it is first asked for by its name, and the same from then on. */
export function shared<Type>(builder: object, name: string, make: () => Type): Type {
  const known = types.get(builder) ?? new Map<string, unknown>();
  types.set(builder, known);
  if (!known.has(name)) known.set(name, make());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was made under this name before
  return known.get(name) as Type;
}

interface Words {
  readonly description?: string;
  readonly words?: Readonly<Record<string, string>>;
}

/** The enum of a vocabulary: its words, and what each of them means, come from the schema. */
export const vocabularyOf = (
  builder: EnumMaker,
  id: string,
  { description = "", words = {} }: Words,
): EnumRef<Types, string, string> =>
  shared(builder, id, () => builder.enumType(id, { description, values: enumValues(words) }));

/** The enum of a vocabulary of the library's own. */
export function enumOf<Value extends string>(
  builder: EnumMaker,
  schema: z.ZodType<Value>,
): EnumRef<Types, Value, Value> {
  const { id, ...words } = z.globalRegistry.get(schema) ?? {};
  if (id === undefined) throw new Error("Give the vocabulary an id: its enum's name in the graph.");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its words are the values of the schema
  return vocabularyOf(builder, id, words as Words) as EnumRef<Types, Value, Value>;
}
