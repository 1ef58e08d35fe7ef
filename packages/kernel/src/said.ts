import * as z from "zod";
import { Access } from "./access.ts";
import { Day } from "./day.ts";
import { AgentRef, Id, Ref } from "./ref.ts";
import type { Shape } from "./saying.ts";

/** What a thing is pointed at by, once it was looked up. */
const Pointed = Ref.extend({
  group: Id.nullish(),
  on: Day.nullish(),
  access: Access.optional(),
  within: Id.optional(),
  draft: z.boolean().nullish(),
  drafting: z.boolean().nullish(),
  recordAccess: Access.nullish(),
});

const settledAs = new WeakMap<z.core.$ZodType, z.ZodType>();

/** Says as what a step is given a part of an input that reading turns into something else. */
export function withSettled<Schema extends z.ZodType>(input: Schema, schema: z.ZodType): Schema {
  settledAs.set(input, schema);
  return input;
}

/** A part of an input that points at something. */
export const withPointed = <Schema extends z.ZodType>(input: Schema): Schema =>
  withSettled(input, Pointed);

/** All that a step is told, as a schema: by whom and when, and the verb's input after its ids were looked up. */
export const saidSchema = (
  input: Shape,
  needs: readonly string[],
): z.ZodType<Readonly<Record<string, unknown>>> =>
  z.looseObject({
    by: AgentRef,
    on: Day,
    ...Object.fromEntries(
      Object.entries(input)
        .filter(([key]) => !needs.includes(key))
        .map(([key, schema]) => [key, settled(schema)]),
    ),
  });

function settled(schema: z.core.$ZodType): z.core.$ZodType {
  // With a description a schema is a copy of that without.
  // oxlint-disable-next-line eslint/no-underscore-dangle -- Zod's own name
  for (let like: z.core.$ZodType | undefined = schema; like; like = like._zod.parent) {
    const known = settledAs.get(like);
    if (known !== undefined) return known;
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return z.nullish(settled(schema.unwrap()));
  if (schema instanceof z.ZodArray) return z.array(settled(schema.element));
  if (schema instanceof z.ZodObject) {
    const parts = Object.entries<z.core.$ZodType>(schema.shape);
    return z.object(Object.fromEntries(parts.map(([key, part]) => [key, settled(part)])));
  }
  return schema;
}
