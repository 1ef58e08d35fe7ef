import type { SchemaTypes } from "@pothos/core";
import type { Expression, Kysely } from "kysely";
import type { ScalarWriter } from "./leaf.ts";

/** The plugin's options with their defaults. */
export interface Settings {
  readonly db: (context: object) => Kysely<unknown>;
  readonly viewer: (context: object) => unknown;
  readonly session: (viewer: unknown) => Expression<unknown> | undefined;
  readonly scalars: Readonly<Record<string, ScalarWriter>>;
  readonly pageSize: { readonly default: number; readonly max: number };
  readonly cost: {
    /** Rows that one operation of this viewer may build. */
    readonly limit: (viewer: unknown) => number;
    /** Rows that a list is taken to hold when it does not say. */
    readonly list: number;
  };
}

type Options<Types extends SchemaTypes> = PothosSchemaTypes.SchemaBuilderOptions<Types>["kysely"];

export function settingsOf<Types extends SchemaTypes>(given: Options<Types>): Settings {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- here the types of one schema end
  const options = given as Partial<Settings> & Pick<Settings, "db" | "viewer">;
  const pageSize = options.pageSize ?? { default: 20, max: 100 };
  if (!Number.isSafeInteger(pageSize.max) || pageSize.max < 1)
    throw new Error(`pageSize.max is a whole number of rows, not ${pageSize.max}.`);
  return {
    db: options.db,
    viewer: options.viewer,
    session: options.session ?? (() => undefined),
    scalars: options.scalars ?? {},
    pageSize,
    cost: { limit: () => Number.POSITIVE_INFINITY, list: 10, ...options.cost },
  };
}
