import { keyOf } from "./match.ts";

/** By what a part of a document is known again in another version of it. */
export interface Marks<Part> {
  /** What only one of a document's parts should have, the surest first. Null where a part has none. */
  readonly keys: readonly ((part: Part) => string | null)[];
  /** Where a changed text can still be the same: parts of another place are not compared. */
  readonly within?: (part: Part) => string;
  /** How much of two parts is the same, from 0 to 1. */
  readonly likeness?: (one: Part, other: Part) => number;
}

/** Less than this in common, and a text is another one. */
const enough = 0.6;
/** Two long lists that have nothing in common are not worth the time that it takes to see it. */
const mostCompared = 250_000;

/**
 * Which part of the version before each part of a new one is: those that share a key, then those that are most alike.
 * One is never two, and two are never one.
 */
export function pair<Part>(
  before: readonly Part[],
  after: readonly Part[],
  { keys, within = () => "", likeness }: Marks<Part>,
): Map<Part, Part> {
  const found = new Map<Part, Part>();
  const left = new Set(before);
  const take = (one: Part, other: Part) => {
    found.set(one, other);
    left.delete(other);
  };
  for (const key of keys) {
    const byKey = Map.groupBy(left, key);
    for (const part of after) {
      const wanted = found.has(part) ? null : key(part);
      const same = wanted === null ? undefined : byKey.get(wanted)?.shift();
      if (same !== undefined) take(part, same);
    }
  }
  if (likeness === undefined) return found;
  const unknown = Map.groupBy(
    after.filter((part) => !found.has(part)),
    within,
  );
  for (const [place, others] of Map.groupBy([...left], within)) {
    for (const { part, other } of closest(unknown.get(place) ?? [], others, likeness)) {
      if (!found.has(part) && left.has(other)) take(part, other);
    }
  }
  return found;
}

/** What one version has and another, by its ids, does not. */
export function missing<Part extends { readonly id: string }>(
  parts: readonly Part[],
  other: readonly { readonly id: string }[],
): Part[] {
  const ids = new Set(other.map(({ id }) => id));
  return parts.filter(({ id }) => !ids.has(id));
}

/** Pairs that have enough in common, the most alike first. */
function closest<Part>(
  parts: readonly Part[],
  others: readonly Part[],
  likeness: (one: Part, other: Part) => number,
): { part: Part; other: Part; alike: number }[] {
  if (parts.length * others.length > mostCompared) return [];
  return parts
    .flatMap((part) => others.map((other) => ({ part, other, alike: likeness(part, other) })))
    .filter(({ alike }) => alike >= enough)
    .toSorted((one, other) => other.alike - one.alike);
}

/** The same words, however they are written. Null where there are none. */
export const sameWords = (text: string | null): string | null =>
  text === null ? null : keyOf([text]) || text;

/** How many of the words of two texts are in both, from 0 to 1: each is looked at as `text` has it, once. */
export function commonWords<Part extends object>(
  text: (part: Part) => string,
): (one: Part, other: Part) => number {
  const known = new WeakMap<Part, string[]>();
  const wordsOf = (part: Part) => {
    const words = known.get(part) ?? keyOf([text(part)]).split(" ");
    known.set(part, words);
    return words;
  };
  return (one, other) => {
    const [words, others] = [wordsOf(one), wordsOf(other)];
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    let common = 0;
    for (const word of others) {
      const count = counts.get(word) ?? 0;
      if (count > 0) common += 1;
      counts.set(word, count - 1);
    }
    return (2 * common) / (words.length + others.length);
  };
}
