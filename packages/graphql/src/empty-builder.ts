import SchemaBuilder from "@pothos/core";
import { KyselyPlugin, type Late } from "@remit/pothos-kysely";
import type { Expression, SqlBool } from "kysely";
import { type Asking, costLimit } from "./context.ts";
import { scalarSql } from "./scalars.ts";
import type { SchemaTypes } from "./schema-types.ts";

/** Whether a viewer's session still stands, as a condition; see the plugin. */
export type Session = (viewer: Late<Asking>) => Expression<SqlBool> | undefined;

/** A builder without any type. */
export const empty = (session?: Session) =>
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

/** The builder before any type is in it. */
export type EmptyBuilder = ReturnType<typeof empty>;
