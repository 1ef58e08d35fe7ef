import type { EnumRef } from "@pothos/core";
import type { Builder } from "./builder.ts";
import { enumValues } from "./enum-values.ts";

const types = new WeakMap<Builder, Map<string, unknown>>();

/** A type that several modules speak of: made when it is first asked for by its name, and the same from then on. */
export function shared<Type>(builder: Builder, name: string, make: () => Type): Type {
  const known = types.get(builder) ?? new Map<string, unknown>();
  types.set(builder, known);
  if (!known.has(name)) known.set(name, make());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was made under this name before
  return known.get(name) as Type;
}

/** The enum of a vocabulary: its words, and what each of them means, come from the schema. */
export const vocabularyOf = (
  builder: Builder,
  id: string,
  {
    description = "",
    words = {},
  }: { description?: string; words?: Readonly<Record<string, string>> },
): EnumRef<Builder["$inferSchemaTypes"], string, string> =>
  shared(builder, id, () => builder.enumType(id, { description, values: enumValues(words) }));
