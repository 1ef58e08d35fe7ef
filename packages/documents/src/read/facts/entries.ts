import { looksLikeName, nameOf } from "./names.ts";
import { type Entry, entryOf } from "./person.ts";
import type { Passage } from "../source/passage.ts";
import { lettersRow, postRow, rowOf, titledRow, withoutCrowd } from "./row.ts";
import { unnamed } from "../vocabulary/english.ts";

const nobody =
  /^(?:[-–—]+$|none\b|nil\b|n\/?a\b|no apologies|none (?:received|noted)|not recorded|tbc\b)/iu;
const glue = /(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+,)/gu;

export interface Entries {
  readonly entries: readonly Entry[];
  /** Two people stood in one word: "OfficerCal Dunn". */
  readonly glued: boolean;
}

/** A line is asked by several stages. */
const read = new WeakMap<Passage, [loose: Entries | null, labelled: Entries | null]>();

/** The people of one line, as `readEntries` gives them. */
export function entriesOf(line: Passage, labelled: boolean): Entries {
  const known = read.get(line) ?? [null, null];
  read.set(line, known);
  return (known[labelled ? 1 : 0] ??= readEntries(line, labelled));
}

/** The people of one line: one entry, names in a row, or several entries between semicolons. */
function readEntries(line: Passage, labelled: boolean): Entries {
  const text = line
    .without(/[ ;,.]+(?:and)?[ ;,.]*$/u)
    .without(/;? and$/u)
    .without(/(?<=\)) apologies:?$/iu)
    .without(/^(?:the )?chair(?:man|woman)? and (?=(?:Messrs|Cllrs|Councillors)\b)/iu);
  if (text.isEmpty || nobody.test(text.plain) || unnamed.test(text.plain))
    return { entries: [], glued: false };
  const cells = cellsOf(text);
  if (cells !== null) return { entries: cells, glued: false };
  const pieces = withoutCrowd(text)
    .split(/;/gu)
    .map((piece) => piece.without(/^and /u));
  const parts = pieces.flatMap((piece) => piece.split(glue));
  const several = parts.length > 1;
  const entries = parts.flatMap((part) => peopleIn(part, labelled, several));
  return { entries, glued: parts.length > pieces.length };
}

/** Between semicolons "Tom Hale, Shore Voice" is one person with a body, elsewhere it may be two names. */
const peopleIn = (part: Passage, labelled: boolean, several: boolean): Entry[] =>
  titledRow(part) ??
  postRow(part) ??
  (labelled ? lettersRow(part) : null) ??
  rowOf(part, labelled, labelled ? (several ? 3 : 2) : 3) ??
  pair(part) ??
  ofBody(part) ??
  single(part, labelled);

/** "Hebrides Council – Cllr Iain Munro", "Isles Line: Robbie Morrison, Sheila Kerr": the body before its people. */
function ofBody(text: Passage): Entry[] | null {
  const found = /^(?<body>[^:,()–—]{2,60}?)(?::| [-–—]) (?=\p{Lu})/u.exec(text.plain);
  const body = found?.groups?.["body"];
  if (
    found === null ||
    body === undefined ||
    (looksLikeName(body) && !isBodyFirst(found[0], text.part(found[0].length)))
  )
    return null;
  const people = text.part(found[0].length);
  const entries = rowOf(people, true, 2) ?? pair(people) ?? single(people, false);
  if (!entries.every(({ name, role }) => looksLikeName(name.plain) && role === null)) return null;
  return entries.map((entry) => ({ ...entry, whole: text, role: text.part(0, body.length) }));
}

/** Whether what could be a name before a mark is a body: a colon and names only, or a dash and somebody with a title. */
const isBodyFirst = (before: string, after: Passage): boolean =>
  after.split(/, | and /gu).every(({ plain }) => looksLikeName(plain)) &&
  (before.endsWith(": ") || nameOf(after.plain).titles.length > 0);

const single = (part: Passage, labelled: boolean): Entry[] => {
  const entry = entryOf(part, labelled);
  return entry === null ? [] : [entry];
};

/** A row of a table: the first cell that is a name, and the cell after it as the role. The row of headings gives nobody. */
function cellsOf(text: Passage): Entry[] | null {
  if (!/ ?\| ?/u.test(text.plain)) return null;
  const cells = text.split(/ ?\| ?/gu);
  const at = cells.findIndex(({ plain }) => looksLikeName(plain.replace(/ ?\([^()]*\)$/u, "")));
  const [name, role] = [cells[at], cells[at + 1] ?? null];
  const entry = name === undefined ? null : entryOf(name);
  if (entry === null) return [];
  const leads = /^(?:co-?)?chair$/iu.test(role?.plain ?? "");
  const told = leads
    ? (cells[at + 2] ?? null)
    : at > 0 && role === null
      ? (cells[0] ?? null)
      : role;
  return [{ ...entry, whole: text, role: told, chair: leads ? "marked" : entry.chair }];
}

/** "Rory Fell and Abby Gill, Secretariat": two people, one role. */
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
