import type { Category } from "../../reading.ts";
import { areInitials, looksLikeFirstName, looksLikeName } from "./names.ts";
import { initialled, withoutAside } from "./aside.ts";
import { type Cut, postFirst, roleFirst } from "./post-first.ts";
import { groupOf, type Passage } from "../source/passage.ts";
import { perLexicon } from "../vocabulary/lexicon.ts";
import { attendingNote, postNominal, postOrBody } from "../vocabulary/english.ts";

/** One entry of a list of people, in the parts that it is written in. */
export interface Entry {
  readonly whole: Passage;
  readonly name: Passage;
  readonly role: Passage | null;
  readonly initials: Passage | null;
  readonly note: Passage | null;
  readonly deputyFor: Passage | null;
  /** Marked as chair of this meeting; `of` where the mark names a body, which may be another one. */
  readonly chair: "marked" | "of" | null;
  /** As a column of the table says it. */
  readonly presence?: Category | null;
}

const chairMark = perLexicon(
  (words) =>
    new RegExp(
      `^(?:(?:the |meeting |acting |joint |co-? ?|co)?(?:chair|chairs|chairperson|chairman|chairwoman|convener|convenor|mayor|${words.wordsFor("chair")}|cathaoirleach)(?: of the meeting)?|(?:in|took|taking) the chair|chairing|presiding)$`,
      "iu",
    ),
);
const chairPart = /^(?:chair|chairing) (?:\d|until|from|for items?\b)/iu;
const deputyMark =
  /^(?<lead>(?:deputising|deputizing|deputy|substituting|substitute|standing in|sitting in|attending|alternate) for|(?:attending )?(?:on behalf of|in place of|instead of)|in lieu of|representing(?= \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$)|for(?= (?:\p{Lu}{2,5}$|\p{Lu}[\p{Ll}'-]+ \p{Lu})))(?: (?:the )?)?/u;
const deputyInline =
  /,? (?:(?:as )?(?:an? )?(?:substitute|deputy|alternate|proxy) for|on behalf of|in place of|instead of|deputi[sz]ing for|substituting for|standing in for) (?<principal>[^,;()]{2,60})/diu;
/** "Ewan Wick, for Zoe Yule, Moss Trust". */
const plainlyFor =
  /(?:,|(?<=[)\]])) (?:for|pp|representing) (?<principal>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){1,3})(?=,|$)/du;
const bracket = /[([](?<inside>[^()[\]]{1,160})[)\]]?/gu;
const separator = /,| [-–—] |[-–—] | [-–—](?=\p{Lu})|—(?=\p{Lu})|: /u;

/** "Ann Bell (AB) had left": what tells something lists nobody. */
const sentence =
  /^(?:[([][^()[\]]*[)\]] )?(?:had|has|have|was|were|is|are|will|would|could|did|does)\b(?! (?:chair|clerk))/u;

interface Draft {
  initials: Passage | null;
  note: Passage | null;
  deputyFor: Passage | null;
  chair: Entry["chair"];
  post: Passage | null;
}

/** Reads one entry, or null where the text does not start or end with a name. `loose` takes a first name alone for a name. */
export function entryOf(whole: Passage, loose = false): Entry | null {
  const text = whole
    .without(/[ ;,.:]+$/u)
    .without(/^[-–—•*+]+ ?/u)
    .without(/ ?[-–—] ?(?:present|here)$/iu)
    .without(/ ?(?:\p{So}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+$/u);
  if (/^\[[^[\]]+\]$/u.test(text.plain)) return bare(whole, text);
  const draft: Draft = { initials: null, note: null, deputyFor: null, chair: null, post: null };
  const lettered = withoutLetters(text, draft);
  const star = lettered.without(/ ?\*+$/u);
  const core = inlineDeputy(withoutBrackets(star, draft), draft);
  const cut = nameAndRest(core.text, loose);
  if (cut === null || (cut.rest !== null && sentence.test(cut.rest.plain.slice(0, 200))))
    return null;
  // "(PG) Parent Group" explains a code.
  const explains =
    lettered !== text &&
    draft.initials !== null &&
    !areInitials(draft.initials.plain, cut.name.plain);
  if (explains && cut.rest !== null) return null;
  if (star.end < text.end && draft.note === null) draft.note = text.part(star.end - text.start);
  const role = roleOf(core.rest ?? cut.rest, cut.name, draft);
  const { post, ...marked } = draft;
  return { whole, name: cut.name, role: role ?? post, ...marked };
}

/** "[AQ] Ada Quill". */
function withoutLetters(text: Passage, draft: Draft): Passage {
  const found = /^[([](?<letters>\p{Lu}[\p{L}'-]{1,5})[)\]] (?=\p{Lu})/du.exec(text.plain);
  const letters = found === null ? null : groupOf(text, found, "letters");
  if (found === null || letters === null) return text;
  draft.initials = letters;
  return text.part(found[0].length);
}

const nothing = { role: null, initials: null, note: null, deputyFor: null, chair: null };
const bare = (whole: Passage, name: Passage): Entry => ({ whole, name, ...nothing });

/** Takes the brackets at the end that are marks and no part of a role; what they mark goes into the draft. */
function withoutBrackets(text: Passage, draft: Draft): Passage {
  let left = text;
  for (let turn = 0; turn < 5; turn++) {
    const spoken =
      / (?<way>(?:via|by|on) (?:phone|telephone|video(?: conf(?:erence)?)?|teams|zoom))$/iu.exec(
        left.plain,
      );
    if (spoken !== null) {
      draft.note ??= left.part(spoken.index);
      left = left.part(0, spoken.index);
    }
    const found = [...left.plain.matchAll(bracket)].at(-1);
    if (found === undefined || found.index + found[0].length < left.plain.length) return left;
    const inside = left.part(
      found.index + 1,
      found.index + 1 + (found.groups?.["inside"]?.length ?? 0),
    );
    const before = left.part(0, found.index).without(/[ ,]+$/u);
    if (!marks(inside, before, draft)) return left;
    left = before;
  }
  return left;
}

function marks(inside: Passage, before: Passage, draft: Draft): boolean {
  const text = inside.plain;
  if (text.split(/ ?\/ ?/u).some((each) => chairMark(inside.sheet.words).test(each)))
    draft.chair = "marked";
  else if (chairPart.test(text)) [draft.chair, draft.note] = ["marked", inside];
  else if (/^chair of /iu.test(text)) [draft.chair, draft.note] = ["of", inside];
  else if (attendingNote.test(text)) draft.note = inside;
  else if (deputyMark.test(text)) draft.deputyFor = inside.without(deputyMark);
  else if (/^@[\w-]+$|^[a-z]{1,8}\d{1,6}$/u.test(text)) draft.note ??= inside;
  else if (areInitials(text, before.plain.split(/[,(]/u)[0] ?? "") && !postNominal.test(text))
    draft.initials = inside;
  else {
    // "(TH, clerk)": a post in one bracket with the initials.
    const letters = /^(?<letters>\p{Lu}{2,4}), (?=\S)/du.exec(text);
    const own = letters === null ? null : groupOf(inside, letters, "letters");
    if (letters === null || own === null || !areInitials(own.plain, before.plain)) return false;
    [draft.initials, draft.post] = [own, inside.part(letters[0].length)];
  }
  return true;
}

/** "Nina Carse on behalf of Ulla Petrie, Warm Homes": who is stood in for, and the role after it. */
function inlineDeputy(text: Passage, draft: Draft): { text: Passage; rest: Passage | null } {
  const found = deputyInline.exec(text.plain) ?? plainlyFor.exec(text.plain);
  const at = found?.indices?.groups?.["principal"];
  if (found === null || at === undefined) return { text, rest: null };
  draft.deputyFor = text.part(at[0], at[1]);
  const rest = text.part(found.index + found[0].length).without(/^[ ,–—-]+/u);
  const before = text.part(0, found.index);
  return { text: before, rest: rest.isEmpty ? null : rest };
}

function nameAndRest(text: Passage, loose: boolean): Cut | null {
  const handle = / ?\(?@[\w-]+\)?/u.exec(text.plain);
  if (handle !== null) return cutAt(text, handle.index, handle[0].length, loose);
  const columns = text.hasColumns ? inColumns(text) : null;
  if (columns !== null) return columns;
  const found = separator.exec(text.plain);
  const round = / ?[([]/u.exec(text.plain);
  const at = found === null || (round !== null && round.index < found.index) ? round : found;
  if (at !== null) {
    const cut = cutAt(text, at.index, at === round ? at[0].length - 1 : at[0].length, loose);
    if (cut !== null) return cut;
  }
  const wide = text.hasColumns ? null : inColumns(text);
  if (wide !== null) return wide;
  if (at === null) return unseparated(text, loose);
  return roleFirst(text) ?? unseparated(text.part(0, at.index), loose, text);
}

/** Name and role in columns: four spaces or more between them, or a tab. */
function inColumns(text: Passage): Cut | null {
  if (!text.hasColumns && looksLikeName(text.plain)) return null;
  for (const { index } of text.plain.slice(0, 60).matchAll(/ /gu)) {
    if (text.widthAt(index) < 4 && !text.isTabAt(index)) continue;
    const cut = cutAt(text, index, 1, false);
    if (cut !== null) return cut;
  }
  return null;
}

function cutAt(text: Passage, at: number, length: number, loose: boolean): Cut | null {
  const name = text.part(0, at);
  if (!isName(name.plain, loose)) return null;
  let rest = text.part(at + length);
  const letters = /^(?<letters>\p{L}{2,6})(?=$|,| [-–—] )/u.exec(rest.plain);
  if (
    letters !== null &&
    postNominal.test(letters[0]) &&
    /^[ ,]+$/u.test(text.plain.slice(at, at + length))
  ) {
    const named = text.part(0, rest.start + letters[0].length - text.start);
    rest = rest.part(letters[0].length).without(/^[ ,–—-]+/u);
    return { name: named, rest: rest.isEmpty ? null : rest };
  }
  rest = rest.without(/^[ ,–—-]+/u);
  return { name, rest: rest.isEmpty ? null : rest };
}

const isName = (text: string, loose: boolean) =>
  looksLikeName(text) || (loose && looksLikeFirstName(text));

/** No mark between name and role: "Cal Dunn GDS". The name is what comes before the first word that is no name. */
function unseparated(text: Passage, loose: boolean, whole = text): Cut | null {
  const end = whole.end - whole.start;
  if (isName(text.plain, loose)) return { name: text, rest: null };
  if (/^[Tt]he \p{Lu}[\p{L} ]{3,50}$/u.test(text.plain) && postOrBody.test(text.plain))
    return { name: text, rest: null };
  const of = / (?:of|from) (?=the \p{Lu}|\p{Lu})/u.exec(text.plain);
  if (of !== null && looksLikeName(text.plain.slice(0, of.index)))
    return {
      name: text.part(0, of.index),
      rest: text.part(of.index + of[0].length).without(/^the /u),
    };
  const posted = postFirst(text);
  if (posted !== null) return posted;
  const short = initialled.exec(text.plain)?.[0];
  if (short !== undefined && postOrBody.test(text.plain.slice(short.length)))
    return { name: text.part(0, short.length), rest: text.part(short.length, end).through(whole) };
  const tokens = [...text.plain.matchAll(/[^ ]+/gu)].slice(0, 8);
  for (let count = Math.min(tokens.length - 1, 4); count > 0; count--) {
    const next = tokens[count];
    if (next === undefined || !/^[\p{Lu}(]/u.test(next[0])) continue;
    const name = text.part(0, next.index);
    const lettered = /(?:^| )\p{Lu}\.? /u.test(name.plain) && postOrBody.test(next[0]);
    const likely = count === 2 || lettered || (count > 2 && /^\p{Lu}{2,}/u.test(next[0]));
    const titled =
      count === 3 &&
      looksLikeName(name.plain) &&
      !looksLikeName(text.part(0, tokens[2]?.index).plain);
    if ((likely || titled) && looksLikeName(name.plain))
      return { name, rest: text.part(next.index, end).through(whole) };
  }
  return null;
}

/** The role without initials, chair mark and brackets that hold the whole of it. */
function roleOf(rest: Passage | null, name: Passage, draft: Draft): Passage | null {
  let role = rest;
  const initials =
    role === null ? null : /^(?<letters>[\p{L}'.-]{2,6})(?: ?[-–—,] | {2,}| |$)/u.exec(role.plain);
  if (role !== null && initials !== null && draft.initials === null) {
    const letters = initials.groups?.["letters"] ?? "";
    const apart =
      initials[0].length > letters.length + 1 ||
      (role.isTabAt(letters.length) && name.through(role).hasColumns) ||
      role.widthAt(letters.length) > 2;
    if (apart && areInitials(letters, name.plain) && initials[0] !== role.plain) {
      draft.initials = role.part(0, letters.length);
      role = role.part(initials[0].length);
    }
  }
  role = role === null ? null : withoutLeadingMarks(role, name, draft);
  if (role !== null) {
    const own = withoutAside(role);
    draft.note ??= own.note;
    role = own.role;
  }
  if (role === null || role.isEmpty) return null;
  const led = /^(?:co-?)?chair(?:person|man|woman)?(?:$| (?=[([]))/iu.exec(role.plain);
  if (led !== null) {
    draft.chair = "marked";
    role = role.part(led[0].length);
    if (role.isEmpty) return null;
  }
  const held = /^[([](?<inside>[^()[\]]*)[)\]]?$/u.exec(role.plain);
  if (held !== null) role = role.part(1, 1 + (held.groups?.["inside"]?.length ?? 0));
  if (/ \((?:the )?chair(?:man|woman|person)?\) /iu.test(role.plain)) draft.chair = "marked";
  role = endingInChair(role, draft).without(/[ ,;.–—-]+$/u);
  return role.isEmpty ? null : role;
}

/** "Ann Bell (Chair), Minister for Peat": marks between name and role. */
function withoutLeadingMarks(role: Passage, name: Passage, draft: Draft): Passage {
  let left = role;
  for (let turn = 0; turn < 4; turn++) {
    const found = /^[([] ?(?<inside>[^()[\]]{1,80}?) ?[)\]][ ,;:–—-]*/du.exec(left.plain);
    const inside = found === null ? null : groupOf(left, found, "inside");
    if (
      found === null ||
      inside === null ||
      found[0].length >= left.plain.length ||
      !marks(inside, name, draft)
    )
      return left;
    left = left.part(found[0].length);
  }
  return left;
}

/** "Cabinet Secretary for Culture – Chair". */
function endingInChair(role: Passage, draft: Draft): Passage {
  const found = /(?: [-–—] |, | \()(?:co-? ?|joint |acting )?chair(?:person|man)?\)?$/iu.exec(
    role.plain,
  );
  if (found === null) return role;
  draft.chair = "marked";
  return role.part(0, found.index);
}
