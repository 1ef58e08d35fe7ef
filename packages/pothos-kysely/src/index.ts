import SchemaBuilder from "@pothos/core";
import { install } from "./builder.ts";
import { PothosKyselyPlugin } from "./plugin.ts";

/** The plugin's name, for the builder's `plugins`. */
export const KyselyPlugin = "kysely";

install();
SchemaBuilder.registerPlugin(KyselyPlugin, PothosKyselyPlugin);

export { at, keyOf } from "./at.ts";
export { type Written, writeThrough } from "./execute.ts";
export type { Described, Relation } from "./global-types.ts";
export { parseId } from "./id.ts";
export { Param } from "./param.ts";
export { isMade } from "./row.ts";
export { refusal, type RefusalCode } from "./refusal.ts";
export { costs, type Resolving } from "./resolved.ts";
export type {
  Columns,
  Eb,
  EmbeddedRef,
  Late,
  Planned,
  RowOf,
  Rule,
  TableName,
  TableRef,
} from "./types.ts";
export { valuesOf } from "./variables.ts";
