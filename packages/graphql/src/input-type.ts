import type { InputObjectRef, InputRef } from "@pothos/core";
import type * as z from "zod";
import type { Builder } from "./builder.ts";
import { bare, describedBy, type Described, type JsonSchema } from "./json-schema.ts";
import { shared, vocabularyOf } from "./vocabulary.ts";

type Types = Builder["$inferSchemaTypes"];
type Type = InputRef | string;

/** An input type of the graph as a Zod schema has it: its fields, their descriptions, which of them have to be given. */
export function inputType(
  builder: Builder,
  name: string,
  schema: z.ZodType,
  description: string,
): InputObjectRef<Types, object> {
  const { root, named } = describedBy(schema, "input");
  return objectInput(builder, name, { ...root, description }, named);
}

function objectInput(
  builder: Builder,
  name: string,
  { properties = {}, required = [], description = "", maxProperties }: JsonSchema,
  named: Described["named"],
): InputObjectRef<Types, object> {
  return shared(
    builder,
    name,
    () =>
      builder.inputType(name, {
        description,
        isOneOf: maxProperties === 1,
        fields: (t) =>
          Object.fromEntries(
            Object.entries(properties).map(([field, property]) => {
              const of = typeOf(builder, property, named, `${name}.${field}`);
              const options = {
                // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a name or a ref of this very builder
                type: of.type as "String",
                description: of.description,
                required: required.includes(field) && !of.nullable,
              };
              return [field, t.field(options)];
            }),
          ),
      }),
    Object.keys(properties),
  );
}

interface Of {
  readonly type: Type | [Type];
  readonly nullable: boolean;
  readonly description: string;
}

function typeOf(
  builder: Builder,
  property: JsonSchema,
  named: Described["named"],
  place: string,
): Of {
  const { node, id, nullable, description } = bare(property, named);
  if (description === undefined) throw new Error(`${place}: describe it.`);
  const of = (type: Type | [Type]): Of => ({ type, nullable, description });
  if (node.items) {
    const inner = typeOf(builder, { description, ...node.items }, named, place).type;
    if (Array.isArray(inner)) throw new Error(`${place}: a list of lists is no input.`);
    return of([inner]);
  }
  if (node.refTo) return of("ID");
  if (node.scalar) return of(node.scalar);
  if (node.words && id !== undefined) return of(vocabularyOf(builder, id, node));
  if (node.properties && id !== undefined) return of(objectInput(builder, id, node, named));
  const scalar = scalars[node.type ?? typeof node.const];
  if (scalar !== undefined) return of(scalar);
  throw new Error(`${place}: ${JSON.stringify(node)} is no input of the graph. Give it an id.`);
}

const scalars: Readonly<Record<string, string>> = {
  string: "String",
  integer: "Int",
  number: "Float",
  boolean: "Boolean",
};
