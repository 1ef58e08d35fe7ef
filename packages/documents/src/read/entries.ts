import { looksLikeFirstName, looksLikeName, nameOf } from "./names.ts";
import { type Entry, entryOf } from "./person.ts";
import type { Passage } from "./passage.ts";
import { postOrBody } from "./vocabulary.ts";

const nobody = /^(?:none|nil|n\/?a|no apologies|none (?:received|noted)|not recorded|tbc)\b/iu;
const glue = /(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+,)/gu;

export interface Entries {
  readonly entries: readonly Entry[];
  /** Two people stood in one word: "OfficerHeidi Lockyer". */
  readonly glued: boolean;
}

/** The people of one line: one entry, names in a row, or several entries between semicolons. */
export function entriesOf(line: Passage, labelled: boolean): Entries {
  const text = line.without(/[ ;,.]+(?:and)?[ ;,.]*$/u).without(/;? and$/u);
  if (text.isEmpty || nobody.test(text.plain)) return { entries: [], glued: false };
  const pieces = text.split(/;/gu);
  const parts = pieces.flatMap((piece) => piece.split(glue));
  const entries = parts.flatMap(
    (part) => row(part, labelled) ?? pair(part) ?? single(part, labelled),
  );
  return { entries, glued: parts.length > pieces.length };
}

const single = (part: Passage, labelled: boolean): Entry[] => {
  const entry = entryOf(part, labelled);
  return entry === null ? [] : [entry];
};

/** "June Ardley, Finn Corran, Gus Tollis": names and nothing else. */
function row(text: Passage, labelled: boolean): Entry[] | null {
  const parts = text
    .split(/,(?: and)? | and (?=\p{Lu}[^,]*$)/gu)
    .map((part) => part.without(/^and /u));
  const bare = parts.map((part) => part.plain.replace(/ ?\([^()]*\)$/u, ""));
  const named = (each: string) =>
    (looksLikeName(each) && nameOf(each).words.length < 4) ||
    (labelled && (looksLikeFirstName(each) || /^\p{Lu}{2,4}$/u.test(each)));
  const bodies = bare.length === 2 && bare.some((each) => postOrBody.test(each));
  if (bare.length < (labelled ? 2 : 3) || bodies || !bare.every(named)) return null;
  return parts.flatMap((part) => single(part, true));
}

/** "Rory Tench and Abby Moss, Secretariat": two people, one role. */
function pair(text: Passage): Entry[] | null {
  const found = /^(?<one>[^,()]{3,40}) and (?<other>[^,()]{3,40})(?:, |$)/u.exec(text.plain);
  const { one = "", other = "" } = found?.groups ?? {};
  if (!looksLikeName(one) || !looksLikeName(other)) return null;
  const second = entryOf(text.part(one.length + 5));
  if (second === null) return null;
  return [
    { ...second, name: text.part(0, one.length), whole: text },
    { ...second, whole: text },
  ];
}
