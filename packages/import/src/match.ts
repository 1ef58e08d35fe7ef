import type { Person } from "@remit/groups";
import { distance } from "fastest-levenshtein";
import { keyOf, letters, shortest } from "./keys.ts";

export { keyOf };

/** A known person, and the groups and positions in which documents have shown them. */
export interface KnownPerson extends Person {
  readonly seen: readonly { readonly group: string; readonly position: string | null }[];
}

/** A name in a document, with what the document says of its bearer. */
export interface Mention {
  readonly name: string;
  readonly key: string;
  readonly position: string | null;
  readonly group: string | null;
  /** Ids of people whom the same list has named already: a second entry is theirs only where the position agrees. */
  readonly listed: ReadonlySet<string>;
}

/** Who a mention is. `doubtful` people stay apart until a person says that they are one. */
export type Match =
  | { readonly kind: "same"; readonly person: KnownPerson }
  | { readonly kind: "doubtful"; readonly like: KnownPerson; readonly reason: string }
  | { readonly kind: "new" };

/** Compares a mention with everybody who may be meant. The same name is the same person where the group or the position agrees. */
export function match(mention: Mention, known: readonly (KnownPerson & { key: string })[]): Match {
  const namesakes = known.filter(({ key }) => key === mention.key);
  const here = namesakes.filter(
    ({ id, seen }) => !mention.listed.has(id) && seen.some(({ group }) => group === mention.group),
  );
  const alike = namesakes.filter((person) =>
    person.seen.some((at) => agree(at.position, mention.position)),
  );
  const sure = alike.length > 0 ? alike : here;
  const [person, other] = sure;
  if (person !== undefined && other === undefined) return { kind: "same", person };
  const [like] = namesakes;
  if (like !== undefined) {
    const reason =
      other === undefined ? "same name, seen elsewhere" : "more than one person has this name";
    return { kind: "doubtful", like, reason };
  }
  const close = known.find(({ key }) => isClose(key, mention.key));
  return close === undefined
    ? { kind: "new" }
    : { kind: "doubtful", like: close, reason: "similar name" };
}

const wordsOf = (text: string) =>
  new Set(
    keyOf([text])
      .split(" ")
      .filter((word) => word.length > 2),
  );

/** Whether two positions are one: half of the words of the shorter stand in the other. */
function agree(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared * 2 >= Math.min(a.size, b.size);
}

/** Whether two keys may be spellings of one name: two letters apart, or the same surname with `d` or `dave` for `david`. */
export function isClose(one: string, other: string): boolean {
  const [a, b] = [one.split(" "), other.split(" ")];
  const [first = "", second = ""] = [a[0], b[0]];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-1)) {
    const length = Math.min(letters, first.length, second.length);
    return length > 0 && first.slice(0, length) === second.slice(0, length);
  }
  return Math.min(one.length, other.length) >= shortest && distance(one, other) <= 2;
}
