import type { Reading } from "@remit/documents";
import type { Item } from "@remit/meetings";
import { type Draft, sourceOf } from "./draft.ts";
import { itemsOf, type ItemsPart } from "./items.ts";
import type { Finding } from "./report.ts";

/** What a meeting that is yet to come is to take. Nothing was said or decided there, and nobody was present. */
export function agendaOf(draft: Draft, text: string): ItemsPart {
  const { items, papers } = itemsOf(draft);
  const headed = items.filter(({ heading }) => heading !== null);
  const listed = headed.length > 0 ? headed : linesOf(draft, text);
  return {
    items: listed.map((item) => ({ ...item, outcome: "not-stated" })),
    contributions: [],
    speakers: [],
    papers: papers.map((paper) => {
      const isListed = listed.some(({ id }) => id === paper.item);
      return isListed ? paper : { ...paper, item: null };
    }),
    decisions: [],
  };
}

/** The lines of an agenda that has no text between them: each is an item. */
const linesOf = (draft: Draft, text: string): Item[] =>
  draft.reading.unplaced.map((line, index) => ({
    id: draft.newId(),
    meeting: draft.meeting,
    place: index + 1,
    level: 1,
    number: numberBefore(text, line.span.start),
    heading: line.text,
    outcome: "not-stated",
    access: draft.group.access,
    source: sourceOf(draft, line.span),
  }));

/** The number with which a line begins, as it is written. */
const numberBefore = (text: string, start: number): string | null =>
  /^\s*(?<number>\d{1,3}(?:\.\d{1,3})*|\p{L})[.)]?\s*$/u.exec(
    text.slice(text.lastIndexOf("\n", start - 1) + 1, start),
  )?.groups?.["number"] ?? null;

/** What is said of a document of a day to come, in the place of what minutes of that day would lack. */
export function agendaFindings(day: string, { warnings }: Reading): Finding[] {
  const lacking = ["ATTENDANCE_MISSING", "ITEM_HEADING_LOST", "CHAIR_NOT_NAMED"];
  const message = `${day} is yet to come: the meeting was recorded as scheduled, with its items and papers and nothing else.`;
  return [
    { code: "MEETING_TO_COME", message },
    ...warnings
      .filter(({ code }) => !lacking.includes(code))
      .map(({ code, message: warning }) => ({ code, message: warning })),
  ];
}
