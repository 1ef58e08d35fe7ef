import { nameOf } from "@remit/documents";
import { slugify } from "@remit/kernel";

/** A name without titles, letters after it, accents, case and marks: what two spellings of one name share. */
export const keyOf = (words: readonly string[]): string =>
  words
    .join(" ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The key of a person's name. */
export const personKeyOf = (name: string): string => keyOf(nameOf(name).words);

/** The name that somebody bore before, where a list says so in the place of a position: `née Frew` of Nia Marsh is Nia Frew. */
export function earlierNameOf(name: string, position: string | null): string | null {
  const said = /^(?:n[ée]e?|born|formerly|previously)\s+(?<before>\p{Lu}.*)$/u.exec(position ?? "");
  const before = said?.groups?.["before"]?.split(/\s+/u) ?? [];
  if (before.length === 0) return null;
  const own = nameOf(name).words;
  return (before.length > 1 ? before : [...own.slice(0, -1), ...before]).join(" ");
}

/** Names shorter than this are only close by their surname. */
export const shortest = 8;
/** So many letters of a first name tell whether two are forms of one. */
export const letters = 3;

/** What a person is found by: the key, the surname with beginnings of the first name, and halves of the key. */
export function storedKeys(name: string): string[] {
  const key = personKeyOf(name);
  return [`= ${key}`, ...beginningsOf(key), ...halvesOf(key)];
}

/** What finds everybody of this name, or of one that is close to it. Who is found need not be. */
export function askedKeys(name: string): string[] {
  const key = personKeyOf(name);
  return [`= ${key}`, ...beginningsLike(key), ...halvesLike(key)];
}

/** What those have in common who could be taken for each other, or have one slug: an import locks it. */
export function lockOf(name: string): string {
  const words = slugify(personKeyOf(name)).split("-");
  return `${words.at(-1)} ${words[0]?.charAt(0)}`;
}

const begun = (last: string, first: string) => `~ ${last} ${first}`;
const whole = (last: string, first: string) => `. ${last} ${first}`;

function endsOf(key: string): { first: string; last: string } | null {
  const words = key.split(" ");
  const [first = ""] = words;
  return words.length > 1 ? { first, last: words.at(-1) ?? "" } : null;
}

const upTo = (count: number) => Array.from({ length: Math.max(0, count) }, (_, index) => index + 1);

function beginningsOf(key: string): string[] {
  const ends = endsOf(key);
  if (ends === null) return [];
  const { first, last } = ends;
  const beginnings = upTo(Math.min(letters, first.length));
  return [
    ...beginnings.map((length) => begun(last, first.slice(0, length))),
    ...(first.length < letters ? [whole(last, first)] : []),
  ];
}

/** Whoever's first name goes on as this one begins, or is itself a beginning of this one. */
function beginningsLike(key: string): string[] {
  const ends = endsOf(key);
  if (ends === null) return [];
  const { first, last } = ends;
  const length = Math.min(letters, first.length);
  const shorter = upTo(length - 1).map((each) => whole(last, first.slice(0, each)));
  return [begun(last, first.slice(0, length)), ...shorter];
}

/*
 * Of four quarters of a text, two changes of a letter leave two alone: they stand in the other text, each moved by what
 * was put in or taken out before it.
 */

const quarters = 4;
const pairs = upTo(quarters).flatMap((one) =>
  upTo(one - 1).map((other) => [other - 1, one - 1] as const),
);

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const quartersOf = (length: number): Stretch[] =>
  upTo(quarters).map((place) => ({
    start: Math.floor(((place - 1) * length) / quarters),
    end: Math.floor((place * length) / quarters),
  }));

const half = (length: number, pair: readonly number[], one: string, other: string) =>
  `${length} ${pair.join("")} ${one}|${other}`;

function halvesOf(key: string): string[] {
  if (key.length < shortest) return [];
  const stretches = quartersOf(key.length);
  return pairs.map((pair) => {
    const [one = "", other = ""] = pair.map((place) => cut(key, stretches[place], 0) ?? "");
    return half(key.length, pair, one, other);
  });
}

const most = 2;
const moves = [-2, -1, 0, 1, 2];

function halvesLike(key: string): string[] {
  const found = new Set<string>();
  for (const longer of moves) {
    const length = key.length - longer;
    if (Math.min(length, key.length) < shortest) continue;
    const stretches = quartersOf(length);
    for (const pair of pairs)
      for (const before of moves)
        for (const between of moves) {
          const after = longer - before - between;
          if (Math.abs(before) + Math.abs(between) + Math.abs(after) > most) continue;
          const one = cut(key, stretches[pair[0]], before);
          const other = cut(key, stretches[pair[1]], before + between);
          if (one !== null && other !== null) found.add(half(length, pair, one, other));
        }
  }
  return [...found];
}

/** A stretch of a text, moved; null where the text does not reach so far. */
function cut(text: string, stretch: Stretch | undefined, moved: number): string | null {
  if (stretch === undefined || stretch.start + moved < 0 || stretch.end + moved > text.length)
    return null;
  return text.slice(stretch.start + moved, stretch.end + moved);
}
