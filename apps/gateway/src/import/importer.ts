/** Under which name the journal keeps what documents say. */
export const importer = "remit import";
