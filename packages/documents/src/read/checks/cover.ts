import type { Span } from "@remit/kernel";
import type { Reading } from "../../reading.ts";

type Facts = Omit<Reading, "unread" | "warnings">;

/** Stretches of a document, to be asked. */
export interface Cover {
  readonly touches: (span: Span) => boolean;
}

/** The places of what was said. */
export const contributionsOf = (facts: Facts): Span[] =>
  [...facts.unplaced, ...facts.items.flatMap(({ contributions }) => contributions)].flatMap(
    ({ span, lead }) => (lead === null ? [span] : [span, lead.span]),
  );

/** The places of every other fact. */
export function factsOf(facts: Facts): Span[] {
  const found: (Span | null)[] = [
    ...Object.values(facts.spans),
    ...facts.attendance.flatMap(({ span, spans }) => [span, spans.role]),
    ...[...facts.sections, ...facts.attendanceNotes, ...facts.items].map(({ span }) => span),
    ...facts.items.map(({ spans }) => spans.number),
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

export function coverOf(spans: readonly Span[]): Cover {
  const joined = merged(spans);
  return { touches: (span) => touches(joined, span) };
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
