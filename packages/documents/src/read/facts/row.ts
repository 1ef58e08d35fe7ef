import { areInitials, looksLikeFirstName, looksLikeName, nameOf } from "./names.ts";
import { type Entry, entryOf } from "./person.ts";
import { isPostFirst } from "./post-first.ts";
import type { Passage } from "../source/passage.ts";
import { postOrBody, pluralTitle, title, unnamed } from "../vocabulary/english.ts";

/** Commas, "and" and "&" outside brackets, and a bracket's end before the next name where a comma was forgotten. */
const joint =
  /(?:,(?: ?(?:and|&|plus))? (?!(?:Esq|Jr|Sr|MBE|OBE|MSP|MP|PhD|MD|QC|KC|JP)\b)| (?:and|&|agus|ac) (?=[\p{Lu}\d]|(?:an?|the|other|several|some|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty) )|,(?=\p{Lu}))(?![^()[\]]*[)\]])|(?<=[)\]]) (?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/gu;
const brackets = /(?: ?[([][^()[\]]*[)\]])+$/u;
const aside = /(?: [-–—]|:) [^,]*$/u;

type Part = "person" | "post" | "nobody" | "other";

const isPost = (part: Passage | undefined): boolean =>
  part !== undefined && postOrBody.test(part.plain) && !looksLikeName(part.plain);

/** "Joan Pike, Finn Laird (FL) and 2 members of the public": people and nothing else. `least` is how many make a row. */
export function rowOf(text: Passage, labelled: boolean, least: number): Entry[] | null {
  const parts = text
    .split(joint)
    .map((part) => part.without(/^(?:and|&|plus) /u).without(pluralTitle));
  if (parts.length < 2) return null;
  const officers = officersOf(parts);
  if (officers !== null) return officers;
  const lettersOnly = parts.every(({ plain }) => /^\p{Lu}{2,4}\.?$/u.test(plain));
  const kinds = parts.map((part) => kindOf(part, labelled || lettersOnly));
  // A post after a name is that person's.
  kinds.forEach((kind, at) => {
    const named = kinds[at - 1] === "person" || kinds[at - 1] === "post";
    if (kind === "other" && named && isPost(parts[at])) kinds[at] = "post";
  });
  const people = kinds.filter((kind) => kind === "person").length;
  const others = kinds.filter((kind) => kind === "other").length;
  const counted = kinds.includes("nobody");
  if (people < (counted ? 1 : least) || (!lettersOnly && isPosted(parts, kinds))) return null;
  // One odd entry does not make the others anything but people.
  if (others > 0 && (people < 3 || others * 3 > people)) return null;
  return parts.flatMap((part, at) => {
    if (kinds[at] === "nobody" || kinds[at] === "post") return [];
    const entry = entryOf(part, true);
    if (entry === null) return [];
    const role = kinds[at + 1] === "post" ? parts[at + 1] : undefined;
    return [role === undefined || entry.role !== null ? entry : { ...entry, role }];
  });
}

/** "City Manager Hale, Fire Captain Pike, Clerk Orr": posts before surnames, in most of a row. */
function officersOf(parts: readonly Passage[]): Entry[] | null {
  if (parts.length < 3 || parts.some(({ plain }) => isPostFirst(plain))) return null;
  const found = parts.map((part) => {
    const held = /^(?<post>(?:\p{Lu}\p{L}+ ){1,4})(?=\p{Lu}\p{Ll}+$)/u.exec(part.plain)?.[0];
    if (held === undefined || looksLikeName(part.plain)) return null;
    return postOrBody.test(held) && !postOrBody.test(part.plain.slice(held.length)) ? held : null;
  });
  if (found.filter((post) => post !== null).length * 3 < parts.length * 2) return null;
  return parts.flatMap((part, at) => {
    // Beside so many posts three words are one too: "Fire Captain Hale".
    const post = found[at] ?? /^(?:\p{Lu}\p{L}+ ){2,4}(?=\p{Lu}\p{Ll}+$)/u.exec(part.plain)?.[0];
    if (post === undefined) return entryOf(part, true) ?? [];
    return [{ ...plain(part), name: part.part(post.length), role: part.part(0, post.length) }];
  });
}

function kindOf(part: Passage, labelled: boolean): Part {
  const bare = part.plain
    .replace(brackets, "")
    .replace(aside, "")
    .replace(/(?<=^\p{Lu}{2,4})\.$| ?[-–—] ?(?:present|here)$/u, "");
  if (unnamed.test(bare)) return "nobody";
  // "Mike Lorn(ML) Treasurer": what stands before a bracket is the name, and a post after it.
  const [led = "", after = ""] = part.plain.split(/ ?[([][^()[\]]*[)\]] ?/u);
  if (led !== bare && looksLikeName(led) && postOrBody.test(after)) return "person";
  const [of = ""] = bare.split(/ (?:of|from) (?=the \p{Lu}|\p{Lu})/u);
  if (isPostFirst(bare) || (of !== bare && looksLikeName(of))) return "person";
  if (looksLikeName(bare)) {
    const long = nameOf(bare).words.length > 3;
    return long && bare === part.plain ? "other" : "person";
  }
  const short = labelled && (looksLikeFirstName(bare) || /^\p{Lu}{2,4}$/u.test(bare));
  return short ? "person" : "other";
}

/** "Tom Hale, GDS" and "Ann Bell, Moss Trust": a name with its post or its body. */
function isPosted(parts: readonly Passage[], kinds: readonly Part[]): boolean {
  if (parts.length !== 2) return false;
  const [first, second] = parts.map(({ plain }) => plain.replace(brackets, ""));
  if (second !== undefined && (isPostFirst(second) || isOwnPost(second))) return false;
  if (kinds[0] !== "person" || kinds[1] === "nobody" || first === undefined || second === undefined)
    return false;
  return /^\p{Lu}{2,}$/u.test(second) || postOrBody.test(second) || postOrBody.test(first);
}

/** "Mrs Moir - Ward Councillor": the post is hers, and none of the first's. */
const isOwnPost = (part: string): boolean =>
  aside.test(part) && looksLikeName(part.replace(aside, ""));

const count =
  / (?=(?:\d{1,3}|an?|no|one|two|three|four|five|six|seven|eight|nine|ten|several|some) )/giu;
const joins = /(?:,|,? (?:together with|along with|plus|with|and|&))$/iu;

/** "Dora Lamb together with 3 members of the public": without those who are counted and not named. */
export function withoutCrowd(text: Passage): Passage {
  for (const { index } of text.plain.matchAll(count)) {
    if (index > 0 && unnamed.test(text.plain.slice(index + 1)))
      return text.part(0, index).without(joins);
  }
  return text;
}

/** "JM NB ChrisH TG": letters that stand for people, and nothing between them. */
export function lettersRow(text: Passage): Entry[] | null {
  const words = text.split(/ /gu);
  const letters = words.filter(({ plain }) => /^\p{Lu}[\p{Lu}'’]{1,3}$/u.test(plain)).length;
  if (letters < 2 || letters * 2 < words.length || words.length > 40) return null;
  if (!words.every(({ plain }) => looksLikeFirstName(plain))) return null;
  return words.map((word) => ({ ...plain(word), name: word }));
}

/** "Councillors Quinn, Moss and Lowe (D)": one title for many surnames. */
export function titledRow(text: Passage): Entry[] | null {
  const lead = pluralTitle.exec(text.plain);
  if (lead === null) return null;
  const rest = text.part(lead[0].length);
  const entries = rest
    .split(joint)
    .flatMap((part) => surnameOf(part.without(/^(?:and|&) /u)) ?? []);
  return entries.length > 0 ? entries : null;
}

const surname = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|du|van|von|der|le|la|mac)$/u;
const mark = /^[([](?:\p{Lu}\.?){1,2}[)\]]$/u;

/** "D Marsh (Chairman) (DM)": the letters are the person's, and what else stands in brackets is no name. */
function entryWithLetters(part: Passage): Entry | null {
  const found = /(?: [([][^()[\]]{2,40}[)\]])+$/u.exec(part.plain);
  if (found === null) return null;
  const letters = found[0].replace(/[^\p{L}]/gu, "");
  if (mark.test(found[0].trim()) && !areInitials(letters, part.plain.slice(0, found.index)))
    return null;
  const entry = entryOf(part);
  if (entry !== null) return entry;
  const name = part.part(0, found.index);
  return name.plain.split(" ").every((word) => surname.test(word))
    ? { ...plain(part), name }
    : null;
}

const plain = (whole: Passage): Entry => ({
  whole,
  name: whole,
  role: null,
  initials: null,
  note: null,
  deputyFor: null,
  chair: null,
});

function surnameOf(part: Passage): Entry | null {
  const lettered = entryWithLetters(part);
  if (lettered !== null) return lettered;
  const words = part.plain.replace(/[.;]+$/u, "").split(" ");
  const letters = words.length > 1 && mark.test(words.at(-1) ?? "");
  const named = letters ? words.slice(0, -1) : words;
  const isName = named.length > 0 && named.length < 5 && named.every((word) => surname.test(word));
  if (!isName || postOrBody.test(part.plain)) return entryOf(part);
  return { ...plain(part), name: part.without(/[.;]+$/u) };
}

const posted =
  /(?<post>[^()]{3,120}?) ?\((?<name>(?:\p{Lu}\p{L}{0,14}\.? )?[^()]{3,40})\)(?:,? and |[,.]? *|$)/dgu;

/** "Chief Executive (Mr C. Murray), Clerk (Ms F. Orr)": posts, their holders in brackets. */
export function postRow(text: Passage): Entry[] | null {
  if (!text.plain.includes("(")) return null;
  const found = [...text.plain.matchAll(posted)];
  const entries = found.map((match): Entry | null => {
    const [at, named] = [match.indices?.groups?.["post"], match.indices?.groups?.["name"]];
    if (at === undefined || named === undefined) return null;
    const role = text.part(at[0], at[1]).without(/^(?:and|&) /u);
    const name = text.part(named[0], named[1]);
    if (!postOrBody.test(role.plain) || looksLikeName(role.plain)) return null;
    if (!isHolder(name.plain, role.plain)) return null;
    const whole = role.through(text.part(0, match.index + match[0].length));
    return { whole, name, role, initials: null, note: null, deputyFor: null, chair: null };
  });
  if (entries.length === 0 || !entries.every((entry) => entry !== null)) return null;
  const last = found.at(-1);
  const rest = text.part(last === undefined ? 0 : last.index + last[0].length).without(/^and /u);
  return rest.isEmpty
    ? entries
    : [...entries, ...(rowOf(rest, true, 2) ?? [entryOf(rest)].filter((entry) => entry !== null))];
}

const isHolder = (name: string, post: string): boolean =>
  looksLikeName(name) && !areInitials(name, post) && title.test(name.split(" ")[0] ?? "");
