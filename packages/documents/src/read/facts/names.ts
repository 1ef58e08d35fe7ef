import { headingWord, postNominal, postOrBody, title } from "../vocabulary/english.ts";

const particle =
  /^(?:de|da|du|del|della|der|den|van|von|vom|zu|la|le|al|el|an|a'|na|bin|bint|ibn|ap|ab|ferch|of|y|e|i|dos|das|di|do|ter|ten|mac|mc|san|af|av|st\.?)$/u;
const word =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lu}\.?|[a-z]'\p{Lu}[\p{L}-]+|(?:al|el|as|at|ad|bin|de)-\p{Lu}[\p{L}\p{M}'’-]*|\p{Lo}+|["'(]\p{Lu}[\p{L}\p{M}-]+["')])$/u;
const shouted = /^[\p{Lu}\d&-]{3,}$/u;

/** "J.Orr": initials that stand at the surname. */
const joined = /^(?:\p{Lu}\.){1,3}\p{Lu}[\p{L}'’-]+$/u;

/** A name taken apart: `Dr` `Ann` `McBell` `MSP`. */
export interface Name {
  readonly titles: readonly string[];
  readonly words: readonly string[];
  readonly letters: readonly string[];
}

/** "Mr.Odd Teal" */
const glued = /^(?:Mr|Mrs|Ms|Dr|Prof|Cllr|Rev)\.(?=\p{Lu})/u;

/** A name in its parts: titles before, given names, family name, letters after. */
export function nameOf(text: string): Name {
  const apart = text.includes(".") ? text.replace(glued, "$& ") : text;
  const tokens = apart.replaceAll(",", " ").split(" ").filter(Boolean);
  let first = 0;
  while (first < tokens.length - 1 && title.test(tokens[first] ?? "")) first++;
  let last = tokens.length;
  while (last > first + 1 && postNominal.test(tokens[last - 1] ?? "")) last--;
  return {
    titles: tokens.slice(0, first),
    words: tokens.slice(first, last),
    letters: tokens.slice(last),
  };
}

/** What belongs to the family name that follows it, however it is written. */
const before =
  /^(?:mac|mc|ní|ni|nic|nig|ó|o|uí|ui|ua|de|du|des|van|von|vom|zu|zum|der|den|della|dello|degli|dos|das|le|la|los|ap|ab|ferch|bin|bint|ibn|ben|abu|abdel|st\.?|saint)$/iu;
/** As that, where it is written small: else it is a name of its own. */
const beforeInSmall = /^(?:an|a'|na|al|el|ul|da|di|del|do|du|e|y|i|ten|ter|te|san|af|av|til)$/u;

/**
 * Which of a name's words are the family name: the last, with what belongs to it, as in `Ní Bhraonáin`,
 * `Mac an Bhaird`, `van der Berg`. The first word is given, where there are others.
 */
export function familyNameOf(words: readonly string[]): string[] {
  let first = words.length - 1;
  while (first > 1) {
    const word = (words[first - 1] ?? "").normalize("NFC").replaceAll("’", "'");
    if (!before.test(word) && !beforeInSmall.test(word)) break;
    // "Ortega y Gasset": what is joined is one name.
    first -= /^[yei]$/u.test(word) && first > 2 ? 2 : 1;
  }
  return words.slice(Math.max(first, 0));
}

/** Whether the text can be a person's name and nothing else: two words or more, or a title and a word. */
export function looksLikeName(text: string): boolean {
  if (text.length > 60) return false;
  const { titles, words } = nameOf(text);
  if (postOrBody.test(words.join(" ")) && !isSurnameToo(words)) return false;
  if (words.length === 0 || words.length > 5) return false;
  if (words.length === 1 && joined.test(words[0] ?? "")) return true;
  if (words.length === 1 && (titles.length === 0 || /^\p{Lu}\.?$/u.test(words[0] ?? "")))
    return false;
  if (!words.every((each) => word.test(each) || particle.test(each))) return false;
  if (particle.test(words.at(-1) ?? "") || !word.test(words[0] ?? "")) return false;
  return (
    !words.some(
      (each, at) => isOfHeadings(each, titles.length > 0) && !isAfterInitial(words, at),
    ) &&
    (isShouted(words) || !words.some((each) => shouted.test(each)))
  );
}

/** "of" is part of a title only. */
const isOfHeadings = (each: string, titled: boolean): boolean =>
  each.length > 1 && headingWord.test(each) && !(particle.test(each) && (titled || each !== "of"));

/** "D Risk": after initials a word of headings is a surname. */
const isAfterInitial = (words: readonly string[], at: number): boolean =>
  at > 0 &&
  at === words.length - 1 &&
  /^\p{Lu}\p{Ll}+$/u.test(words[at] ?? "") &&
  words.slice(0, at).every((each) => /^\p{Lu}\.?$/u.test(each));

/** "ADA QUILL": a name in capitals, no word of which is an acronym. */
const isShouted = (words: readonly string[]): boolean =>
  words.length < 4 &&
  words.every((each) => /^(?:\p{Lu}['’-]?){3,13}$|^\p{Lu}\.?$/u.test(each)) &&
  words.some((each) => each.length > 3) &&
  words.every((each) => each.length < 3 || /[AEIOUYÁÉÍÓÚÀÈÌÒÙ]/u.test(each));

/** "Robert Key": the last word is one of posts, and a surname as well. */
const isSurnameToo = (words: readonly string[]): boolean =>
  words.length === 2 &&
  /^(?:key|law|land|champion|crown|nurse|head|major|young|private)$/iu.test(words[1] ?? "") &&
  /^\p{Lu}\p{Ll}{2,}$/u.test(words[0] ?? "") &&
  !postOrBody.test(words[0] ?? "") &&
  !abstract.test(words[0] ?? "");
const abstract =
  /(?:ing|al|ic|tion|ment|ity|ive|ary|nce)$|^(?:water|marine|sea|peat|farm|business)$/iu;

/** One capitalised word, as lists of first names have them. */
export const looksLikeFirstName = (text: string): boolean =>
  /^\p{L}[\p{L}\d_.'’-]{1,24}$/u.test(text) &&
  !headingWord.test(text) &&
  !postOrBody.test(text) &&
  !title.test(text);

/** `NC-W` for Nora Clark-Webb, and what else people make of a name: `IMcB`, `AO'H`, `SBl`. */
export function initialsOf(name: string): string[] {
  const { words } = nameOf(name);
  const parts = words
    .filter((each) => !particle.test(each))
    .map((each) => each.replace(/’/gu, "'"));
  const heads = parts.map((each) => each.split("-").map((piece) => piece.charAt(0)));
  const plain = heads.map((head) => head.join("")).join("");
  const dashed = heads.map((head) => head.join("-")).join("");
  const short = heads.map((head) => head[0] ?? "").join("");
  return [...new Set([plain, dashed, short])].filter((each) => each.length > 1);
}

/** Whether letters such as `IMcB` or `SBl` can stand for the name. */
export function areInitials(letters: string, name: string): boolean {
  const short = letters.replace(/[’'.\s-]/gu, "");
  if (!/^\p{Lu}[\p{L}]{1,5}$/u.test(short)) return false;
  const capitals = short.replace(/[^\p{Lu}]/gu, "");
  const own = nameOf(name)
    .words.join(" ")
    .replace(/[^\p{Lu}]/gu, "");
  if (capitals.length < 2 || !own.startsWith(capitals.charAt(0))) return false;
  return within(capitals, own) || (capitals.length === own.length + 1 && within(own, capitals));
}

function within(letters: string, all: string): boolean {
  let at = 0;
  for (const letter of all) if (letter === letters.charAt(at)) at++;
  return at === letters.length;
}

/** Who of the meeting a mention can mean. */
export interface Directory {
  /** The one person, or none; `several` when more than one could be meant. */
  readonly find: (mention: string) => Found;
  readonly knows: (mention: string) => boolean;
}
export type Found =
  | { readonly who: number; readonly confidence: number | null }
  | { readonly who: null; readonly several: boolean };

export interface Listed {
  readonly name: string;
  readonly initials: string | null;
  readonly chair: boolean;
  readonly apologies: boolean;
}

const chairWords = /^(?:the )?(?:chair|chairman|chairperson|chairwoman|convener|convenor)$/iu;

/** The people of one meeting, to be found by full name, by title and surname, by first name, by initials, or as the chair. */
export function directoryOf(people: readonly Listed[]): Directory {
  const keys = new Map<string, number[]>();
  const add = (key: string, who: number) => {
    const there = keys.get(key);
    if (there === undefined) keys.set(key, [who]);
    else if (there.length < 8 && !there.some((each) => samePerson(people[each], people[who])))
      there.push(who);
  };
  people.forEach((person, who) => {
    const { words } = nameOf(person.name);
    add(keyOf(words.join(" ")), who);
    add(`first ${keyOf(words[0] ?? "")}`, who);
    add(`last ${keyOf(words.at(-1) ?? "")}`, who);
    for (const letters of person.initials === null ? initialsOf(person.name) : [person.initials])
      add(`initials ${letters.replace(/’/gu, "'")}`, who);
  });
  const chairs = people.flatMap(({ chair }, who) => (chair ? [who] : []));
  const find = (mention: string): Found => {
    if (chairWords.test(mention)) return one(chairs, people, null);
    const { titles, words } = nameOf(mention);
    const full = keys.get(keyOf(words.join(" ")));
    if (full !== undefined && words.length > 1) return one(full, people, null);
    const initials = keys.get(`initials ${mention.replace(/’/gu, "'")}`);
    if (initials !== undefined) return one(initials, people, 0.9);
    if (words.length !== 1) return { who: null, several: false };
    const key = keyOf(words[0] ?? "");
    if (titles.length > 0) return one(keys.get(`last ${key}`) ?? [], people, 0.95);
    return one(full ?? keys.get(`first ${key}`) ?? [], people, 0.9);
  };
  // The same few names are mentioned again and again.
  const known = new Map<string, Found>();
  const remembered = (mention: string): Found => {
    const before = known.get(mention);
    if (before !== undefined) return before;
    const found = find(mention);
    if (known.size < 5000) known.set(mention, found);
    return found;
  };
  return { find: remembered, knows: (mention) => remembered(mention).who !== null };
}

const samePerson = (one: Listed | undefined, other: Listed | undefined) =>
  one !== undefined && other !== undefined && keyOf(one.name) === keyOf(other.name);

/** Among several, those who were there come before those who sent apologies. */
function one(
  found: readonly number[],
  people: readonly Listed[],
  confidence: number | null,
): Found {
  const there = found.filter((who) => people[who]?.apologies === false);
  const [first, second] = there.length > 0 ? there : found;
  if (first === undefined) return { who: null, several: false };
  if (second !== undefined) return { who: null, several: true };
  return { who: first, confidence: found.length > 1 ? 0.7 : confidence };
}

const keyOf = (name: string) => name.normalize("NFKC").toLowerCase().replace(/[’]/gu, "'");
