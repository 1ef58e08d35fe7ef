import SchemaBuilder from "@pothos/core";
import type { Database } from "@remit/database";
import { Access, Basis, Wording } from "@remit/kernel";
import { KyselyPlugin } from "@remit/pothos-kysely";
import { type Context, costLimit, type Viewer } from "./context.ts";
import { enumValues } from "./enum-values.ts";
import { type ScalarName, scalarNames, scalars, scalarSql } from "./scalars.ts";

// Declarations drop imports that only add to global types, and a consumer's builder would be `any` without these.
export type {} from "@pothos/core";
export type {} from "@remit/pothos-kysely";

type Text = { Input: string; Output: string };

/** What the builder knows of Remit. */
export interface SchemaTypes {
  Database: Database;
  Viewer: Viewer;
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: Record<ScalarName | "ID", Text>;
}

const empty = () =>
  new SchemaBuilder<SchemaTypes>({
    plugins: [KyselyPlugin],
    defaultFieldNullability: false,
    kysely: {
      db: ({ db }) => db,
      viewer: ({ viewer }) => viewer,
      scalars: scalarSql,
      pageSize: { default: 20, max: 100 },
      cost: { limit: costLimit },
    },
  });

/** The builder, with the types that every module shares. */
export type Builder = ReturnType<typeof empty> & ReturnType<typeof shared>;

/** A builder with the scalars, interfaces and enums of every module, and an empty query. */
export function createBuilder(): Builder {
  const builder = empty();
  for (const name of scalarNames) {
    const { description, schema } = scalars[name];
    builder.scalarType(name, {
      description,
      serialize: (value) => value,
      parseValue: (value) => schema.parse(value),
    });
  }
  builder.queryType({ description: "Everything that may be asked." });
  return Object.assign(builder, shared(builder));
}

function shared(builder: ReturnType<typeof empty>) {
  return {
    Node: builder.interfaceRef<{ id: string }>("Node").implement({
      description: "Whatever can be asked for again by its id.",
      fields: (t) => ({
        id: t.key({ description: "A global id: the type and its key." }),
      }),
    }),
    Agent: builder.interfaceRef<{ name: string }>("Agent").implement({
      description: "Whoever acts: a person, an organisation or a group.",
      fields: (t) => ({
        name: t.exposeString("name", { description: "How they are commonly called." }),
      }),
    }),
    Access: builder.enumType("Access", {
      description: "Who may see something, from everybody to a named few.",
      values: enumValues(Access.options),
    }),
    Basis: builder.enumType("Basis", {
      description:
        "How a fact is held: stated in its source, inferred from it, or edited by a person.",
      values: enumValues(Basis.options),
    }),
    Wording: builder.enumType("Wording", {
      description: "Whether a text is its source's own or a summary of it.",
      values: enumValues(Wording.options),
    }),
  };
}
