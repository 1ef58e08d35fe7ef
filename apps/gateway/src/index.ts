export { surroundings } from "./context.ts";
export { importDocument } from "./import/import.ts";
export type { ImportReport } from "./import/report.ts";
export { openDatabase } from "./open.ts";
export { run } from "./run.ts";
export { readSettings, type Settings } from "./settings.ts";
