import type { Category } from "../../reading.ts";
import { entriesOf } from "../facts/entries.ts";
import { looksLikeFirstName, looksLikeName } from "../facts/names.ts";
import type { Entry } from "../facts/person.ts";
import { groupOf, type Passage } from "../source/passage.ts";
import { capacities, postOrBody } from "../vocabulary/english.ts";

/** Those of whom a sentence says that they were there, and the word that says so. */
export interface Told {
  readonly heading: Passage;
  readonly entries: readonly Entry[];
  readonly category: Category;
}

const be = "(?:were|was|included?s?|are)";
const forms: readonly RegExp[] = [
  new RegExp(
    `(?:^|[,;] )(?:also |those |the following |\\p{L}+ ){0,3}?(?<word>present|in attendance|attending)(?: [\\p{L} ]{2,40}?)? ${be}(?: also)?:? (?<names>\\p{L}.+)$`,
    "diu",
  ),
  /^(?<names>\p{Lu}.+?),? (?:(?:was|were) (?:also )?(?<word>present|in attendance)|also (?<also>attended))\b/du,
  /\b(?<word>attended) by (?:the following )?(?:\p{Ll}+ ){0,3}?(?:\p{Ll}+: )?(?<names>\p{L}.+)$/du,
];

/** Who is told to have been there in a sentence: nobody where it holds more than names and posts. */
export function toldPresent(sentence: Passage): Told[] {
  if (!/present|attend|\bhere\b/iu.test(sentence.plain)) return [];
  const called = rollCalled(sentence);
  if (called !== null) return [called];
  for (const form of forms) {
    const found = form.exec(sentence.plain);
    const names = found === null ? null : groupOf(sentence, found, "names");
    const heading =
      found === null
        ? null
        : (groupOf(sentence, found, "word") ?? groupOf(sentence, found, "also"));
    if (found === null || names === null || heading === null) continue;
    const also = /^also\b|in attendance|also attended/iu.test(found[0].replace(names.plain, ""));
    const people = names.without(/ who \p{L}.*$/u).without(/\.$/u);
    const told = postsIn.test(people.plain)
      ? posted(people, heading, also)
      : listed(people, heading, also);
    if (told !== null) return told;
  }
  return [];
}

const postsIn = /(?:^|, |\band )\p{Ll}[\p{Ll} -]+ (?:Mr |Mrs |Ms |Dr )?\p{Lu}/u;

const of = (also: boolean): Category => (also ? "guest" : "member");

function listed(names: Passage, heading: Passage, also: boolean): Told[] | null {
  const { entries } = entriesOf(names, true);
  if (entries.length === 0 || !entries.every(({ name }) => looksLikeName(name.plain))) return null;
  if (entries.some(({ role }) => /[.!?] \p{Lu}/u.test(role?.plain ?? ""))) return null;
  return [{ heading, entries, category: of(also) }];
}

const joint = /,? and |, /gu;
/** "treasurer Ann Bell", "and guests Cal Dunn": words in small letters before a name. */
const post = /^(?:the )?(?<post>(?:\p{Ll}[\p{L}-]*:? ){1,4})(?=\p{Lu})/du;

/** "supervisors Ann Bell and Cal Dunn, clerk Dora Lamb and guests Tom Keir and Ina Marsh": posts of one, and of several. */
function posted(names: Passage, heading: Passage, also: boolean): Told[] | null {
  const told: { heading: Passage; entries: Entry[]; category: Category }[] = [
    { heading, entries: [], category: of(also) },
  ];
  let people = 0;
  for (const part of names.split(joint)) {
    const found = post.exec(part.plain);
    const held = found === null ? null : groupOf(part, found, "post");
    const name = found === null ? part : part.part(found[0].length);
    const full = looksLikeName(name.plain);
    if (!full && !looksLikeFirstName(name.plain)) return null;
    const many = held !== null && held.plain.endsWith("s");
    const capacity = held === null ? undefined : capacityOf(held.plain);
    if (held !== null && capacity === undefined && !postOrBody.test(held.plain) && !many)
      return null;
    if (held !== null && capacity !== undefined && capacity !== told.at(-1)?.category)
      told.push({ heading: held, entries: [], category: capacity });
    else if (held !== null && capacity === undefined && told.at(-1)?.category !== of(also))
      told.push({ heading, entries: [], category: of(also) });
    if (full) people++;
    const role = held === null || many ? null : held;
    told.at(-1)?.entries.push({ ...bare, whole: part, name, role });
  }
  if (people < 2) return null;
  return told.filter(({ entries }) => entries.length > 0);
}

const bare = { initials: null, note: null, deputyFor: null, chair: null };

const capacityOf = (word: string): Category | undefined =>
  capacities.find(([category, pattern]) => category !== "member" && pattern.test(word))?.[0];

/** "Ann Bell - present, Cal Dunn - present and Dora Lamb - present" */
function rollCalled(sentence: Passage): Told | null {
  const found = [...sentence.plain.matchAll(/ ?[-–—] ?(?<word>present|here)\b/giu)];
  const at = found[0] === undefined ? 0 : found[0].index + found[0][0].length;
  if (found.length < 2) return null;
  const { entries } = entriesOf(sentence, true);
  return { heading: sentence.part(at - "present".length, at), entries, category: "member" };
}
