export { byAccess, byLevel, readable, seesEverybody } from "./access.ts";
export { type Builder, createBuilder, type SchemaTypes } from "./builder.ts";
export { anybody, type Caller, type Context, nobody, type Viewer, viewerOf } from "./context.ts";
export { type Done, defineVerb, type Verb } from "./verb.ts";
export type { Columns } from "@remit/pothos-kysely";
export { enumValues } from "./enum-values.ts";
export { defaultLimits, type Limits, parseWithin } from "./limits.ts";
