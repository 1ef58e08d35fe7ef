import { htmlSheet, isHtml } from "./html-sheet.ts";
import type { Sheet } from "./sheet.ts";
import { textSheet } from "./text-sheet.ts";

/** Brings a document to one form, whatever it is written in. */
export const sheetOf = (source: string): Sheet =>
  isHtml(source) ? htmlSheet(source) : textSheet(source);
