import { type Param, refusal } from "@remit/pothos-kysely";

/** Characters of a question: each of its words is looked up for every quarter of the record. */
export const longestSearch = 200;

/** So many negations within each other overflow PostgreSQL's stack, whatever stands between them that is no word. */
const manySigns = /(?:-[^\p{L}\p{N}-]*){32}/u;

/** Words to search for, as `websearch_to_tsquery` takes them. Refuses with `BAD_VALUE` more than a search can bear. */
export const searchWords = (text: Param<string>): Param<string> =>
  text.map((words) => {
    if (words.length > longestSearch) {
      const message = `Search for fewer words: a search takes up to ${longestSearch} characters.`;
      throw refusal("BAD_VALUE", message);
    }
    if (manySigns.test(words))
      throw refusal("BAD_VALUE", "Write one - before each word that is to be left out.");
    return words;
  });
