export { byAccess, byLevel } from "./access.ts";
export { type Builder, createBuilder, type SchemaTypes } from "./builder.ts";
export { type Context, nobody, type Viewer } from "./context.ts";
export { enumValues } from "./enum-values.ts";
