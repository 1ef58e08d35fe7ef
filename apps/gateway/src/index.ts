export { surroundings } from "./context.ts";
export { loadExample } from "./example.ts";
export { importDocument } from "./import/import.ts";
export type { ImportReport } from "./import/report.ts";
export { openDatabase } from "./open.ts";
export { firstQuery } from "./queries.ts";
export { run } from "./run.ts";
export { createSchema } from "./schema.ts";
export { readSettings, type Settings } from "./settings.ts";
