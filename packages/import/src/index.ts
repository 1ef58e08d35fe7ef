export { counted, createdInWords } from "./counts.ts";
export { assertReadable, importDocument, type ImportFile, importWithin } from "./import.ts";
export type { Surroundings, Told } from "./incoming.ts";
export { LinksFile } from "./links.ts";
export type { Finding, ImportReport } from "./report.ts";
export { undoImport } from "./undo.ts";
export type { UndoReport } from "./undoing.ts";
