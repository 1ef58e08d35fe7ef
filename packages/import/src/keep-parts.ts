import type { Contribution, Item } from "@remit/meetings";
import type { Minutes } from "@remit/meetings/store";
import { distance } from "fastest-levenshtein";
import { commonWords, type Marks, missing, pair, sameWords } from "./pair.ts";

/** What a meeting's earlier minutes have and new ones do not. */
export type GoneParts = Pick<
  Minutes,
  "items" | "contributions" | "papers" | "decisions" | "attendance" | "sections"
>;

/** New minutes of a meeting, each part with the id that it had in the earlier ones. */
export interface KeptMinutes {
  readonly minutes: Minutes;
  readonly gone: GoneParts;
  /** Ids as they were planned, and what they are now. */
  readonly idOf: (planned: string) => string;
}

/** Gives the parts of new minutes the ids of the earlier minutes' parts that they are. */
export function keepParts(planned: Minutes, earlier: Minutes): KeptMinutes {
  const ids = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? id;
  const idOrNull = (id: string | null) => (id === null ? null : idOf(id));
  const keep = <Part extends { readonly id: string }>(
    parts: readonly Part[],
    before: readonly Part[],
    marks: Marks<Part>,
  ): Part[] => {
    for (const [part, same] of pair(before, parts, marks)) ids.set(part.id, same.id);
    return parts.map((part) => ({ ...part, id: idOf(part.id) }));
  };
  const items = keep(planned.items, earlier.items, itemMarks(planned, earlier));
  const inItem = <Part extends { readonly item: string | null }>(part: Part) => ({
    ...part,
    item: idOrNull(part.item),
  });
  const contributions = keep(
    planned.contributions.map((it) => ({ ...it, item: idOf(it.item) })),
    earlier.contributions,
    contributionMarks,
  );
  const sections = keep(planned.sections, earlier.sections, sectionMarks);
  const minutes: Minutes = {
    meeting: planned.meeting,
    roles: keep(planned.roles, earlier.roles, roleMarks),
    next:
      planned.next === null ? null : { ...planned.next, id: earlier.next?.id ?? planned.next.id },
    sections,
    attendance: keep(
      planned.attendance.map((it) => ({ ...it, section: idOrNull(it.section) })),
      earlier.attendance,
      attendanceMarks,
    ),
    notes: keep(planned.notes, earlier.notes, noteMarks),
    agreed: keep(planned.agreed, earlier.agreed, agreedMarks),
    items,
    contributions,
    speakers: keep(
      planned.speakers.map((it) => ({ ...it, contribution: idOf(it.contribution) })),
      earlier.speakers,
      speakerMarks,
    ),
    papers: keep(planned.papers.map(inItem), earlier.papers, paperMarks),
    decisions: keep(planned.decisions.map(inItem), earlier.decisions, decisionMarks),
  };
  return { minutes, gone: goneFrom(minutes, earlier), idOf };
}

const goneFrom = (minutes: Minutes, earlier: Minutes): GoneParts => ({
  items: missing(earlier.items, minutes.items),
  contributions: missing(earlier.contributions, minutes.contributions),
  papers: missing(earlier.papers, minutes.papers),
  decisions: missing(earlier.decisions, minutes.decisions),
  attendance: missing(earlier.attendance, minutes.attendance),
  sections: missing(earlier.sections, minutes.sections),
});

const joined = (...marks: readonly (string | number | null)[]) => JSON.stringify(marks);

/** An item is its heading and what was said under it: a number alone may be another item's by now. */
function itemMarks(...versions: readonly Minutes[]): Marks<Item> {
  const said = Map.groupBy(
    versions.flatMap(({ contributions }) => contributions),
    ({ item }) => item,
  );
  const contents = ({ heading, id }: Item) =>
    [heading ?? "", ...(said.get(id) ?? []).map(({ text }: Contribution) => text)].join(" ");
  const words = commonWords(contents);
  return {
    keys: [
      (item) => joined(item.number, contents(item)),
      ({ number, heading }) => joined(number, sameWords(heading)),
      ({ heading }) => joined(sameWords(heading)),
    ],
    likeness: (one, other) => Math.max(words(one, other), letters(one.heading, other.heading)),
  };
}

/** How many of the letters of two headings are the same, from 0 to 1. */
function letters(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  return 1 - distance(one, other) / Math.max(one.length, other.length);
}

/** Names have to be closer than headings are: many people share half of theirs. */
const closeNames = (one: string, other: string) => {
  const alike = letters(one, other);
  return alike < 0.8 ? 0 : alike;
};

const contributionMarks: Marks<Contribution> = {
  keys: [({ item, text }) => joined(item, sameWords(text)), ({ text }) => sameWords(text)],
  within: ({ item }) => item,
  likeness: commonWords(({ text }) => text),
};

const sectionMarks: Marks<Minutes["sections"][number]> = {
  keys: [({ heading }) => joined(sameWords(heading))],
  likeness: (one, other) => letters(one.heading, other.heading),
};

const attendanceMarks: Marks<Minutes["attendance"][number]> = {
  keys: [
    ({ person }) => person,
    ({ section, name, position }) => joined(section, sameWords(name), position),
    ({ section, name }) => joined(section, sameWords(name)),
    ({ name }) => sameWords(name),
  ],
  within: ({ section }) => section ?? "",
  likeness: (one, other) => closeNames(one.name, other.name),
};

const roleMarks: Marks<Minutes["roles"][number]> = {
  keys: [
    ({ role, person }) => (person === null ? null : joined(role, person)),
    ({ role, name }) => joined(role, sameWords(name)),
  ],
  within: ({ role }) => role,
  likeness: (one, other) => closeNames(one.name, other.name),
};

const noteMarks: Marks<Minutes["notes"][number]> = {
  keys: [({ text }) => sameWords(text)],
  within: ({ kind }) => kind,
  likeness: commonWords(({ text }) => text),
};

const agreedMarks: Marks<Minutes["agreed"][number]> = {
  keys: [({ text }) => sameWords(text)],
  likeness: commonWords(({ text }) => text),
};

const speakerMarks: Marks<Minutes["speakers"][number]> = {
  keys: [({ contribution, mention }) => joined(contribution, sameWords(mention))],
  within: ({ contribution }) => contribution,
  likeness: (one, other) => closeNames(one.mention, other.mention),
};

const paperMarks: Marks<Minutes["papers"][number]> = {
  keys: [
    ({ number, title }) => joined(number, sameWords(title)),
    ({ title }) => sameWords(title),
    ({ number }) => number,
  ],
};

const decisionMarks: Marks<Minutes["decisions"][number]> = {
  keys: [({ item, text }) => joined(item, sameWords(text)), ({ text }) => sameWords(text)],
  within: ({ item }) => item ?? "",
  likeness: commonWords(({ text }) => text),
};
