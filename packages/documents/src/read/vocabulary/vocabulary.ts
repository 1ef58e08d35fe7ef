import { gaelic } from "./gaelic.ts";
import { welsh } from "./welsh.ts";

/** The words for which a reader of minutes looks, in their English form. */
export type Term =
  | "present"
  | "in attendance"
  | "apologies"
  | "officials"
  | "secretariat"
  | "chair"
  | "date"
  | "time"
  | "location"
  | "next meeting"
  | "minutes"
  | "action"
  | "decision"
  | "paper";

/** The words of a language for what minutes hold. A language is added by such a value and its place in `vocabularies`. */
export interface Vocabulary {
  readonly language: string;
  readonly terms: Readonly<Record<Term, readonly string[]>>;
  /** January to December, as they stand in a date. */
  readonly months: readonly string[];
}

export const vocabularies: readonly Vocabulary[] = [gaelic, welsh];

const english = new Map<string, string>(
  vocabularies.flatMap(({ terms }) =>
    Object.entries(terms).flatMap(([term, words]) => words.map((word) => [word, term] as const)),
  ),
);

/** What a label or a heading can mean: as it stands, and for each side of a stroke, in English where it is of another language. */
export function meaningsOf(text: string): string[] {
  if (!text.includes("/")) {
    const term = english.get(text.toLowerCase());
    return term === undefined ? [text] : [term, text];
  }
  return [text, ...text.split(/ ?\/ ?/u)].flatMap((each) => {
    const term = english.get(each.toLowerCase());
    return term === undefined ? [each] : [term, each];
  });
}

/** The words of other languages for a term, as a part of a pattern. */
export const wordsFor = (term: Term): string =>
  vocabularies
    .flatMap(({ terms }) => terms[term])
    .toSorted((one, other) => other.length - one.length)
    .join("|");
