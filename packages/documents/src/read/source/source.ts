import { lexiconFor } from "../vocabulary/lexicon.ts";
import { vocabularies } from "../vocabulary/languages.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { htmlSheet, isHtml } from "./html-sheet.ts";
import type { Sheet } from "./sheet.ts";
import { textSheet } from "./text-sheet.ts";

/** Brings a document to one form, whatever it is written in. */
export function sheetOf(source: string, known: readonly Vocabulary[] = vocabularies): Sheet {
  const words = lexiconFor(source, known);
  return isHtml(source) ? htmlSheet(source, words) : textSheet(source, words);
}
