import { type Param, refusal } from "@remit/pothos-kysely";

/** Characters of a question: each of its words is looked up for every quarter of the record. */
export const longestSearch = 200;

/** So many negations within each other overflow PostgreSQL's stack, whatever stands between them that is no word. */
const manySigns = /(?:-[^\p{L}\p{N}-]*){32}/u;

/** What PostgreSQL leaves out of an English text: words that stand in every one. */
export const stopWords: ReadonlySet<string> = new Set(
  `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it
  its itself they them their theirs themselves what which who whom this that these those am is are was were be been
  being have has had having do does did doing a an the and but if or because as until while of at by for with about
  against between into through during before after above below to from up down in out on off over under again further
  then once here there when where why how all any both each few more most other some such no nor not only own same so
  than too very s t can will just don should now`.split(/\s+/u),
);

/** Whether there is nothing in a question to look for. */
const isEmpty = (words: string): boolean =>
  (words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every((word) => stopWords.has(word));

/** Words to search for, as `websearch_to_tsquery` takes them. Refuses with `BAD_VALUE` more than a search can bear. */
export const searchWords = (text: Param<string>): Param<string> =>
  text.map((words) => {
    if (words.length > longestSearch) {
      const message = `Search for fewer words: a search takes up to ${longestSearch} characters.`;
      throw refusal("BAD_VALUE", message);
    }
    if (manySigns.test(words))
      throw refusal("BAD_VALUE", "Write one - before each word that is to be left out.");
    if (isEmpty(words)) {
      const message =
        "Search for a word that not every text has: words such as the, of and on are not looked up.";
      throw refusal("BAD_VALUE", message);
    }
    return words;
  });
