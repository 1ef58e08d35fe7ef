import type { Speaker } from "../../reading.ts";
import { type Directory, looksLikeName } from "./names.ts";
import type { Passage } from "../source/passage.ts";
import { finiteVerb, postOrBody } from "../vocabulary/english.ts";

/** The start of a contribution: who speaks, and where what is said begins. */
export interface Spoken {
  readonly speakers: readonly Speaker[];
  readonly rest: Passage;
  /** Mentions that could mean several people, or a person who is not on the list. */
  readonly doubts: readonly { readonly mention: Passage; readonly several: boolean }[];
}

const labelled =
  /^[*_]*(?:(?<turn>[QA]):? ?)?[*_]*(?<mention>\p{L}[\p{L}'. -]{0,40}?)[*_]*(?: ?:[*_]*| [-–—] )(?= ?\S)/u;
const bold = /^[*_]{1,3}(?:[QA]: ?)?(?<mention>\p{L}[\p{L}'. -]{0,40}?)[*_]{1,3} (?=\p{L})/u;
const chair = /^(?:the )?(?:co-?)?chair(?:person|man)?\b/iu;
const capital = /^(?:\p{Lu}[\p{L}'’.-]*|de|du|van|von|der|la|le)$/u;

export function spokenIn(text: Passage, directory: Directory, names: readonly string[]): Spoken {
  const doubts: { mention: Passage; several: boolean }[] = [];
  const speakers: Speaker[] = [];
  let rest = text;
  for (const mention of mentionsOf(text, directory)) {
    const found = directory.find(mention.plain);
    if (found.who === null && (found.several || isPerson(mention.plain)))
      doubts.push({ mention, several: found.several });
    if (
      found.who === null &&
      !found.several &&
      !isPerson(mention.plain) &&
      !chair.test(mention.plain)
    )
      continue;
    const name = found.who === null ? null : (names[found.who] ?? null);
    const confidence = found.who === null ? null : found.confidence;
    speakers.push({
      mention: mention.written,
      name,
      basis: confidence === null ? "stated" : "inferred",
      confidence,
      span: mention.span,
    });
    rest = text.part(mention.end - text.start);
  }
  return { speakers, rest, doubts };
}

const isPerson = (text: string) => looksLikeName(text) && !postOrBody.test(text);

function mentionsOf(text: Passage, directory: Directory): Passage[] {
  const plain = text.plain.slice(0, 200);
  const label = labelled.exec(plain) ?? bold.exec(plain);
  const mention = label?.groups?.["mention"];
  if (label !== null && mention !== undefined) {
    const start = label[0].lastIndexOf(mention);
    const named = text.part(start, start + mention.length);
    if (directory.find(named.plain).who !== null || chair.test(named.plain)) return [named];
  }
  const first = subjectOf(text, directory);
  if (first === null) return [];
  const joined = /^ and (?=\p{Lu})/u.exec(
    text.plain.slice(first.end - text.start, first.end - text.start + 60),
  );
  const second =
    joined === null
      ? null
      : subjectOf(text.part(first.end - text.start + joined[0].length), directory);
  return second === null ? [first] : [first, second];
}

/** The longest run of capitalised words at the start that is somebody, with a verb after it. */
function subjectOf(text: Passage, directory: Directory): Passage | null {
  const head = text.plain.slice(0, 120);
  const led = chair.exec(head);
  if (led !== null)
    return isVerbNext(head.slice(led[0].length)) ? text.part(0, led[0].length) : null;
  const words = [...head.matchAll(/[^ ]+/gu)].slice(0, 6);
  const count = words.findIndex((each) => !capital.test(each[0].replace(/,$/u, "")));
  const most = count < 0 ? words.length : count;
  for (let length = most; length > 0; length--) {
    const last = words[length - 1];
    if (last === undefined) break;
    const end = last.index + last[0].replace(/,$/u, "").length;
    const mention = text.part(0, end);
    const found = directory.find(mention.plain);
    const known =
      found.who !== null || found.several || (length === most && isPerson(mention.plain));
    if (known && isVerbNext(head.slice(end))) return mention;
  }
  return null;
}

/** "She also noted": the pronoun of a speaker who goes on. */
export function pronounIn(text: Passage): Passage | null {
  const found = /^(?:she|he)(?= )/iu.exec(text.plain);
  if (found === null) return null;
  return isVerbNext(text.plain.slice(found[0].length)) ? text.part(0, found[0].length) : null;
}

const isVerbNext = (rest: string): boolean => {
  const next = /^,? (?:and |also |then |further |(?<word>[\p{L}-]+))/u.exec(rest);
  if (next === null) return false;
  const word = next.groups?.["word"];
  return word === undefined || finiteVerb.test(word) || /(?:ed|s)$/u.test(word);
};
