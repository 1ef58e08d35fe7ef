import type { PeopleList } from "../sections/roll.ts";
import { looksLikeName } from "./names.ts";
import type { Entry } from "./person.ts";
import { groupOf, type Passage } from "../source/passage.ts";

type Row = PeopleList["lines"][number];

/** How many entries make a shape, and which share of the list has to have it. */
const fewest = 3;
const most = 0.6;

/** Reads the entries of a list once more as most of its others are written. */
export function shaped(list: PeopleList): PeopleList {
  return { ...list, lines: withCodes(withPosts(list.lines.map(unglued))) };
}

/** "Tom Hale, Lighthouse" among "Ann Bell, Clerk" and "Cal Dunn, Bog Trust": one person with a post, not two people. */
function withPosts(rows: readonly Row[]): Row[] {
  const posted = rows.filter(({ entries }) => entries.length === 1 && entries[0]?.role != null);
  if (posted.length < 2 || posted.length < rows.length * most) return [...rows];
  return rows.map((row) => {
    const [first, second, ...others] = row.entries;
    if (first === undefined || second === undefined || others.length > 0) return row;
    if (first.role !== null || second.role !== null || row.line.marker === "number") return row;
    const role = second.name.through(second.whole);
    return role.start < first.name.end ? row : { ...row, entries: [{ ...first, role }] };
  });
}

const code = /(?:^| ?)[([](?<code>\p{Lu}{2,4})[)\]]$/du;

/** "Ann Bell - Peat Trust (PTB)": where nearly every entry ends in a code of its own, the codes stand for the people. */
function withCodes(rows: readonly Row[]): Row[] {
  const entries = rows.flatMap((row) => row.entries);
  const codes = entries.flatMap(({ role }) => code.exec(role?.plain ?? "")?.groups?.["code"] ?? []);
  const own = new Set(codes).size;
  if (codes.length < fewest || codes.length < entries.length * most || own < codes.length * 0.8)
    return [...rows];
  return rows.map((row) => ({ ...row, entries: row.entries.map(withCode) }));
}

function withCode(entry: Entry): Entry {
  const { role } = entry;
  const found = role === null || entry.initials !== null ? null : code.exec(role.plain);
  if (role === null || found === null) return entry;
  const rest = role.part(0, found.index);
  return { ...entry, initials: groupOf(role, found, "code"), role: rest.isEmpty ? null : rest };
}

const words = ({ name }: Entry): number => name.plain.split(" ").length;

/** "Sandra Pike Tim Oakes" in a row of names of two words: two people, between whom a comma was forgotten. */
function unglued(row: Row): Row {
  const pairs = row.entries.filter((entry) => words(entry) === 2).length;
  if (pairs < fewest || pairs < row.entries.length * most) return row;
  return {
    ...row,
    entries: row.entries.flatMap((entry): Entry[] => {
      if (words(entry) !== 4 || entry.role !== null || entry.initials !== null) return [entry];
      const parts = halves(entry.name);
      return parts === null ? [entry] : parts.map((name) => ({ ...entry, name }));
    }),
  };
}

function halves(name: Passage): readonly [Passage, Passage] | null {
  const middle = / \S+(?<gap> )/du.exec(name.plain)?.indices?.groups?.["gap"]?.[0];
  if (middle === undefined) return null;
  const [first, second] = [name.part(0, middle), name.part(middle)];
  return looksLikeName(first.plain) && looksLikeName(second.plain) ? [first, second] : null;
}
