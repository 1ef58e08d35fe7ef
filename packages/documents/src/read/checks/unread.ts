import type { Span } from "@remit/kernel";
import type { Reading } from "../../reading.ts";
import type { Line } from "../blocks/lines.ts";
import { isLabelled } from "../facts/head.ts";
import { listHeadingOf } from "../sections/list-heading.ts";
import { boilerplate, opensBusiness } from "../vocabulary/english.ts";

type Facts = Omit<Reading, "unread" | "warnings">;

/** The lines of a document that belong to no fact and are no known ornament. */
export function unreadIn(lines: readonly Line[], facts: Facts): Reading["unread"] {
  const covered = merged(spansOf(facts));
  return lines
    .filter((line) => !touches(covered, line.content.span) && !isOrnament(line))
    .map(({ content }) => ({ text: content.written, span: content.span }));
}

function spansOf(facts: Facts): Span[] {
  const said = [...facts.unplaced, ...facts.items.flatMap(({ contributions }) => contributions)];
  const found: (Span | null)[] = [
    ...Object.values(facts.spans),
    ...facts.attendance.flatMap(({ span, spans }) => [span, spans.role]),
    ...[...facts.sections, ...facts.attendanceNotes, ...facts.items].map(({ span }) => span),
    ...said.flatMap(({ span, lead }) => [span, lead?.span ?? null]),
    ...facts.actions.flatMap(({ span, spans, owners }) => [
      span,
      spans.due,
      spans.status,
      ...owners.map((owner) => owner.span),
    ]),
    ...[...facts.decisions, ...facts.agreements, ...facts.papers].map(({ span }) => span),
    facts.nextMeeting?.span ?? null,
  ];
  return found.filter((span) => span !== null);
}

function merged(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((one, other) => one.start - other.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function touches(covered: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = covered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((covered[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const next = covered[low];
  return next !== undefined && next.start < end;
}

/** Labels whose value is a fact, headings that only hold others, and what a site adds. */
const isOrnament = ({ content, depth }: Line): boolean =>
  isLabelled(content) ||
  listHeadingOf(content) !== null ||
  opensBusiness.test(content.plain.replace(/ ?:$/u, "")) ||
  (depth === 0 && boilerplate.some((pattern) => pattern.test(content.plain))) ||
  !/\p{L}/u.test(content.plain);
