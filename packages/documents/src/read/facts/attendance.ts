import type { Attendance, AttendanceSection, Category } from "../../reading.ts";
import type { Style } from "../sections/heading.ts";
import { shaped } from "./list-shape.ts";
import type { Passage } from "../source/passage.ts";
import type { Entry } from "./person.ts";
import type { PeopleList } from "../sections/roll.ts";

/** People who stand together, in one capacity as far as the document says. */
export interface Block {
  readonly heading: Passage | null;
  /** As the heading states it, or null where it must be inferred. */
  readonly category: Category | null;
  readonly chairs: boolean;
  /** The capacity of the list above, from which this block is set apart by space only. */
  readonly above: Category | null;
  /** Whether the heading says that they were there: "Present", not "Members". */
  readonly there: boolean;
  readonly entries: readonly Entry[];
  readonly item: number | null;
}

/** Divides lists into blocks: where a heading was lost, the space that it stood in is left. */
export function blocksOf(lists: readonly PeopleList[], style: Style): Block[] {
  const stated = new Set(
    lists.flatMap(({ heading }) => (heading?.rest === null ? (heading.category ?? []) : [])),
  );
  // Where two lists have kept their headings, none was lost between them.
  const kept = style === "markdown" || (stated.has("apologies") && stated.size > 1);
  const blocks = lists.map(shaped).flatMap((list) => blocksIn(list, kept));
  const mainAt = blocks.findIndex(({ category }) => category === "member" || category === null);
  const soleAt = blocks.findIndex(({ heading }) =>
    /^in attendance$|^attending$/iu.test(heading?.plain ?? ""),
  );
  if (soleAt < 0 || (mainAt >= 0 && mainAt < soleAt)) return blocks;
  return blocks.map((block, at) =>
    at === soleAt && block.category === "guest" ? { ...block, category: "member" } : block,
  );
}

function blocksIn({ heading, lines, item }: PeopleList, keepsHeadings: boolean): Block[] {
  const gaps = lines.slice(1).map(({ line }) => line.gap);
  const ordinary = gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  const stated = heading?.category ?? null;
  const first = {
    heading: heading?.heading ?? null,
    category: stated,
    chairs: heading?.chairs ?? false,
    above: null,
    there: /present|attend|guest|observer|in person|online/iu.test(heading?.heading.plain ?? ""),
    item,
  };
  const later = {
    ...first,
    heading: null,
    category: null,
    chairs: false,
    above: heading?.way === true ? stated : null,
  };
  const blocks: { entries: Entry[]; head: Omit<Block, "entries"> }[] = [
    { head: first, entries: [] },
  ];
  lines.forEach(({ line, entries }, at) => {
    if (at > 0 && line.gap > ordinary && !keepsHeadings) blocks.push({ head: later, entries: [] });
    blocks.at(-1)?.entries.push(...entries);
  });
  return blocks
    .filter(({ entries }) => entries.length > 0)
    .map(({ head, entries }) => ({ ...head, entries }));
}

/** What is known of a block: as stated, or as inferred with a confidence. */
export interface Capacity {
  readonly category: Category;
  readonly confidence: number | null;
}

/** One record for every entry, and one section for every block. */
export function attendanceOf(
  blocks: readonly Block[],
  capacities: readonly Capacity[],
  isChair: (entry: Entry) => boolean,
  deputies: ReadonlyMap<string, Passage>,
): { attendance: Attendance[]; sections: AttendanceSection[] } {
  const sections = blocks.map(({ heading, entries }) => ({
    heading: heading?.written ?? null,
    span: heading?.span ?? {
      start: entries[0]?.whole.start ?? 0,
      end: entries.at(-1)?.whole.end ?? 0,
    },
  }));
  const attendance = blocks.flatMap((block, section) =>
    block.entries.map((entry) => {
      const capacity = capacities[section] ?? { category: "unlabelled", confidence: null };
      const deputyFor = entry.deputyFor ?? deputies.get(entry.name.written) ?? null;
      return record(
        { ...entry, deputyFor },
        block,
        capacity,
        section,
        block.chairs || isChair(entry),
      );
    }),
  );
  return { attendance, sections };
}

function record(
  entry: Entry,
  block: Block,
  known: Capacity,
  section: number,
  chair: boolean,
): Attendance {
  const { name, role, deputyFor, initials, note, presence = null } = entry;
  const category = presence ?? known.category;
  const confidence = presence === null ? known.confidence : null;
  const doubtful = confidence !== null && confidence < 0.5;
  const status = category === "apologies" ? "apologies" : doubtful ? "not-stated" : "present";
  const stated = confidence === null && (category === "apologies" || block.there);
  return {
    name: name.written,
    role: role?.written ?? null,
    category,
    categoryBasis: confidence === null ? "stated" : "inferred",
    confidence,
    deputyFor: deputyFor?.written ?? null,
    chair,
    status,
    statusBasis: stated ? "stated" : "inferred",
    section,
    initials: initials?.written ?? null,
    note: note?.written ?? null,
    span: entry.whole.span,
    spans: {
      name: name.span,
      role: role?.span ?? null,
      deputyFor: deputyFor?.span ?? null,
      initials: initials?.span ?? null,
      note: note?.span ?? null,
    },
  };
}

const body =
  /\b(?:council|forum|panel|group|board|committee|association|commission|society|network|trust|club|users|union|federation|institute|parliament|partnership)\b/iu;

const ownChair =
  /^(?:independent|interim|acting|lay|meeting|ministerial|external) (?:co-?)?chair(?:person|man)?$/iu;

/** Whether an entry's own words make it the chair of this meeting, and not of another body. */
export function isMarkedChair(entry: Entry, group: Passage | null): boolean {
  const role = entry.role?.plain ?? "";
  if (entry.chair === "marked") return true;
  if (entry.chair === "of")
    return isOwnBody((entry.note?.plain ?? "").replace(/^chair of (?:the )?/iu, ""), group);
  const led = /^(?:co-?)?chair(?:,| of(?: the)?|:| [-–—]) (?<of>.+)$/iu.exec(role)?.groups?.["of"];
  if (led !== undefined) return isOwnBody(led, group);
  if (ownChair.test(role)) return true;
  const held = /^(?<body>[\p{L}& ]+) (?:co-?)?chair$/iu.exec(role)?.groups?.["body"];
  return held !== undefined && isOwnBody(held, group);
}

/** "Bogs Mission Review Group" and "BMRG" are the National Bogs Mission Review Group. */
function isOwnBody(named: string, group: Passage | null): boolean {
  const own = (group?.plain ?? "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  if (own.length === 0) return false;
  if (/^\p{Lu}{2,8}$/u.test(named)) {
    const letters = own.map((word) => word.charAt(0)).join("");
    return letters.includes(named.toLowerCase());
  }
  const words = named
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2 && word !== "the");
  return words.length > 0 && words.every((word) => own.includes(word));
}

/** "Judy Payne, Chair, Scottish Government": the chair of this meeting, if what follows is no other body. */
export function withoutChairWord(entry: Entry, group: Passage | null): Entry {
  const role = entry.role;
  const found =
    role === null
      ? null
      : /^(?:co-? ?|joint )?chair(?:person|man)?(?:,| [-–—]) */iu.exec(role.plain);
  if (role === null || found === null) return entry;
  const rest = role.part(found[0].length);
  if (isOwnBody(rest.plain, group) || body.test(rest.plain)) return entry;
  return { ...entry, chair: "marked", role: rest };
}
