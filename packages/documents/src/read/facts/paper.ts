import { groupOf, type Passage } from "../source/passage.ts";

export interface FoundPaper {
  readonly number: Passage;
  readonly title: Passage | null;
}

const figure =
  "(?:(?:[A-Z]{1,8}\\d{0,2}[-/ ])?\\d{1,4}(?:[./-]\\d{1,4}){0,3}(?:[a-z]|\\([a-z]\\))?|[A-Z]{1,6}[-/]\\d{1,4}(?:[./-]\\d{1,4}){0,3}|[A-Z]{1,4}\\d{1,4}|[A-Z](?![\\p{L}\\d]))";
const named = new RegExp(
  `\\b(?<ref>(?:[A-Z\\d-]{2,12}/){0,4})[Pp](?:apers?|APERS?) (?:(?:no\\.?|number) )?(?<number>(?:[A-Z]{2,8} )?${figure})(?:(?:,| and| &|, and) (?<second>(?:[A-Z]{2,8} )?${figure}))?(?: on (?:the )?(?<title>\\p{Lu}[\\p{L}'-]*(?: (?:of|and|for|the|in|\\p{Lu}[\\p{L}'-]*)){0,8}))?`,
  "dgu",
);
const coded = /[([](?<number>[A-Z]{2,8} ?\d{1,4}(?:[/.-]\d{1,4}){1,3})[)\]]/dgu;

/** Papers by their numbers: "Paper 1.2 on the Terms of Reference", "papers 2 and 3", "(ISC 01/19)". */
export function papersIn(text: Passage): FoundPaper[] {
  const papers: FoundPaper[] = [];
  for (const found of text.plain.matchAll(named)) {
    const number = groupOf(text, found, "number");
    const second = groupOf(text, found, "second");
    const ref = found.groups?.["ref"] ?? "";
    if (number === null) continue;
    const titled = groupOf(text, found, "title")?.without(/ (?:of|and|for|the|in)$/u) ?? null;
    papers.push({
      number:
        ref === "" ? number : text.part(found.index).part(0, number.end - text.start - found.index),
      title: titled,
    });
    if (second !== null) papers.push({ number: second, title: null });
  }
  for (const found of text.plain.matchAll(coded)) {
    const number = groupOf(text, found, "number");
    if (number !== null) papers.push({ number, title: null });
  }
  return papers;
}
