import type { Hedge } from "@remit/commitments";

const hedges: readonly (readonly [string, Hedge])[] = [
  ["over|more than|in excess of|upwards of|above", "more-than"],
  ["at least|no fewer than|a minimum of", "at-least"],
  ["about|around|approximately|some|nearly|almost|roughly|circa", "about"],
  ["up to|at most|no more than|a maximum of", "at-most"],
  ["under|fewer than|less than|below", "less-than"],
];

/** All the words that stand before a number and say how exactly it is meant, as alternatives of a pattern. */
export const hedgeWords = hedges.map(([words]) => words).join("|");

/** What a text says by how much of it is sure: "over 200 projects" is more than 200, and nobody knows how many. */
export const hedgeOf = (word: string | undefined): Hedge | null =>
  hedges.find(([words]) => new RegExp(`^(?:${words})$`, "iu").test(word?.trim() ?? ""))?.[1] ??
  null;
