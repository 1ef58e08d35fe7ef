import type { EnumRef } from "@pothos/core";
import * as z from "zod";
import type { SchemaTypes } from "./schema-types.ts";
import { enumValues } from "./enum-values.ts";

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;
type EnumMaker = Pick<PothosSchemaTypes.SchemaBuilder<Types>, "enumType">;

interface Shared {
  readonly type: unknown;
  readonly members: string | undefined;
}

const types = new WeakMap<object, Map<string, Shared>>();

/**
 * A type that several modules speak of: made when it is first asked for by its name, and the same from then on. Throws
 * where it is asked for with other members (fields, or words): that is another type of the same name.
 */
export function shared<Type>(
  builder: object,
  name: string,
  make: () => Type,
  members?: readonly string[],
): Type {
  const known = types.get(builder) ?? new Map<string, Shared>();
  types.set(builder, known);
  const told = members?.toSorted((a, b) => a.localeCompare(b)).join(", ");
  const found = known.get(name);
  if (found?.members !== undefined && told !== undefined && found.members !== told)
    throw new Error(
      `Two types would be called ${name}: one of ${found.members}, and one of ${told}. Give one of them another id.`,
    );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was made under this name before
  if (found !== undefined) return found.type as Type;
  const type = make();
  known.set(name, { type, members: told });
  return type;
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
  shared(
    builder,
    id,
    () => builder.enumType(id, { description, values: enumValues(words) }),
    Object.keys(words),
  );

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
