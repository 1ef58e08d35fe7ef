import { Access, Basis, Wording } from "@remit/kernel";
import { GraphQLError } from "graphql";
import { empty, type EmptyBuilder, type Session } from "./empty-builder.ts";
import { refusalInterface } from "./refusal.ts";
import { scalarNames, scalars } from "./scalars.ts";
import { enumOf } from "./vocabulary.ts";

// Declarations drop imports that only add to global types, and a consumer's builder would be `any` without these.
export type {} from "@pothos/core";
export type {} from "@remit/pothos-kysely";

/** The builder, with the types that every module shares. */
export type Builder = EmptyBuilder & ReturnType<typeof shared>;

/** A builder with the scalars, interfaces and enums of every module, and an empty query. */
export function createBuilder(session?: Session): Builder {
  const builder = empty(session);
  for (const name of scalarNames) {
    const { description, schema } = scalars[name];
    builder.scalarType(name, {
      description,
      serialize: (value) => value,
      parseValue: (value) => {
        const parsed = schema.safeParse(value);
        if (parsed.success) return parsed.data;
        // Any other error would be taken for a bug, and masked.
        throw new GraphQLError(`Give a ${name}. ${description}`, {
          extensions: { code: "BAD_USER_INPUT" },
        });
      },
    });
  }
  builder.queryType({ description: "Every question that may be asked of the record." });
  builder.mutationType({ description: "Every verb that may be done to the record." });
  return Object.assign(builder, shared(builder));
}

function shared(builder: EmptyBuilder) {
  return {
    Refusal: refusalInterface(builder),
    Node: builder.interfaceRef<{ id: string }>("Node").implement({
      description: "Any object that can be asked for again by its id.",
      fields: (t) => ({
        id: t.key({
          description: "The global id of the object: its type and its key, such as Group:0190….",
        }),
      }),
    }),
    Agent: builder.interfaceRef<{ name: string }>("Agent").implement({
      description: "Any agent: a person, an organisation or a group.",
      fields: (t) => ({
        name: t.exposeString("name", {
          description: "The agent's name as it is commonly written.",
        }),
      }),
    }),
    Access: enumOf(builder, Access),
    Basis: enumOf(builder, Basis),
    Wording: enumOf(builder, Wording),
  };
}
