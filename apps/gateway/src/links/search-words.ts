import type { Param } from "@remit/pothos-kysely";
import { GraphQLError } from "graphql";

/** Characters of a question: each of its words is looked up for every quarter of the record. */
const longest = 200;

/** So many negations within each other overflow PostgreSQL's stack, whatever stands between them that is no word. */
const manySigns = /(?:-[^\p{L}\p{N}-]*){32}/u;

/** Words to search for, as `websearch_to_tsquery` takes them. Refuses with `BAD_VALUE` more than a search can bear. */
export const searchWords = (text: Param<string>): Param<string> =>
  text.map((words) => {
    if (words.length > longest)
      throw refusal(`Search for fewer words: a search takes up to ${longest} characters.`);
    if (manySigns.test(words))
      throw refusal("Write one - before each word that is to be left out.");
    return words;
  });

const refusal = (message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_VALUE" } });
