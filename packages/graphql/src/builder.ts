import SchemaBuilder from "@pothos/core";
import type { Database } from "@remit/database";
import { Access, Basis, Wording } from "@remit/kernel";
import { nameless } from "./names.ts";
import { KyselyPlugin, type Late } from "@remit/pothos-kysely";
import { GraphQLError } from "graphql";
import type { Expression, SqlBool } from "kysely";
import { type Asking, type Context, costLimit } from "./context.ts";
import type { Refused } from "./refusal.ts";
import { enumOf } from "./vocabulary.ts";
import { type ScalarName, scalarNames, scalars, scalarSql } from "./scalars.ts";

// Declarations drop imports that only add to global types, and a consumer's builder would be `any` without these.
export type {} from "@pothos/core";
export type {} from "@remit/pothos-kysely";

type Text = { Input: string; Output: string };

/** What the builder knows of Remit. */
export interface SchemaTypes {
  Database: Database;
  Viewer: Asking;
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: Record<ScalarName | "ID", Text>;
}

/** Whether a viewer's session still stands, as a condition; see the plugin. */
type Session = (viewer: Late<Asking>) => Expression<SqlBool> | undefined;

const empty = (session?: Session) =>
  new SchemaBuilder<SchemaTypes>({
    plugins: [KyselyPlugin],
    defaultFieldNullability: false,
    kysely: {
      db: ({ db }) => db,
      viewer: ({ viewer, now }) => ({
        ...viewer,
        keeper: viewer.keeps.length > 0,
        now: now().toISOString(),
      }),
      ...(session && { session }),
      scalars: scalarSql,
      pageSize: { default: 20, max: 100 },
      cost: { limit: costLimit },
    },
  });

/** The builder, with the types that every module shares. */
export type Builder = ReturnType<typeof empty> & ReturnType<typeof shared>;

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

function shared(builder: ReturnType<typeof empty>) {
  const Issue = builder.objectRef<Refused["issues"][number]>("InputIssue").implement({
    description: "One fault of an input, and where it is.",
    fields: (t) => ({
      path: t.exposeStringList("path", {
        description: "The keys that lead to the faulty value, the outermost first.",
        extensions: nameless("caller"),
      }),
      message: t.exposeString("message", {
        description: "What is wrong with the value, and what would be right.",
        extensions: nameless("caller"),
      }),
    }),
  });
  return {
    Refusal: builder.objectRef<Refused>("Refusal").implement({
      description: "Why a verb was refused. Nothing was changed.",
      fields: (t) => ({
        code: t.exposeString("code", {
          description:
            "A code to branch on, such as CONFLICT, or the id of the rule that is in the way, such as INV-A4.",
          extensions: nameless("word"),
        }),
        message: t.exposeString("message", {
          description: "Why the verb was refused, and what to do instead.",
          extensions: nameless("caller"),
        }),
        path: t.exposeStringList("path", {
          description:
            "The keys that lead to what is refused in the input, the outermost first; empty where no part of it is to blame.",
          extensions: nameless("caller"),
        }),
        presentVersion: t.exposeInt("presentVersion", {
          nullable: true,
          description:
            "The version that the record has now; null for any other refusal than CONFLICT.",
        }),
        issues: t.field({
          type: [Issue],
          description:
            "Every fault of the input of a verb that is refused with INVALID_INPUT; else empty.",
          resolve: ({ issues }) => [...issues],
        }),
      }),
    }),
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
