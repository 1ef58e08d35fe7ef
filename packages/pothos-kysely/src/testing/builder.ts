import SchemaBuilder from "@pothos/core";
import type { Expression, SqlBool } from "kysely";
import { KyselyPlugin, type Late } from "../index.ts";
import type { Context, Database, Viewer } from "./database.ts";

export interface Types {
  Database: Database;
  Viewer: Viewer;
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    Loud: { Input: string; Output: string };
    Json: { Input: unknown; Output: unknown };
  };
}

export type Builder = ReturnType<typeof createBuilder>;

interface Options {
  limit?: number;
  pageSize?: { default: number; max: number };
  session?: (viewer: Late<Viewer>) => Expression<SqlBool> | undefined;
}

export function createBuilder({
  limit = Number.POSITIVE_INFINITY,
  pageSize,
  session,
}: Options = {}) {
  const builder = new SchemaBuilder<Types>({
    plugins: [KyselyPlugin],
    defaultFieldNullability: false,
    kysely: {
      db: (context) => context.db,
      viewer: (context) => context.viewer,
      ...(pageSize && { pageSize }),
      ...(session && { session }),
      scalars: { Date: (value) => value },
      cost: { limit: (viewer) => (viewer.staff ? Number.POSITIVE_INFINITY : limit) },
    },
  });
  builder.queryType({});
  builder.scalarType("Date", { serialize: (value) => value });
  builder.scalarType("Loud", { serialize: (value) => value.toUpperCase() });
  builder.scalarType("Json", { serialize: (value) => value });
  return builder;
}
