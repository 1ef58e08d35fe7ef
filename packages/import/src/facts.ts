import { Fact, type FactKind, type Reading } from "@remit/documents";
import type { Assertion, SourceRef, Span } from "@remit/kernel";
import type { Incoming } from "./incoming.ts";
import type { MinutesPlan } from "./plan-minutes.ts";

type Warning = Reading["warnings"][number];

/** What the reader warns of that makes a fact doubtful, by its kind. */
const doubtful: Partial<Readonly<Record<FactKind, readonly Warning["code"][]>>> = {
  attendee: ["NAME_DOUBTFUL", "ENTRY_SPLIT", "PERSON_LISTED_TWICE"],
  item: ["HEADING_DOUBTFUL"],
  speaker: ["NAME_AMBIGUOUS", "SPEAKER_NOT_LISTED", "SPEAKER_SENT_APOLOGIES"],
  action: ["ACTION_DOUBTFUL", "ACTION_WITHOUT_LABEL", "ACTION_WITHOUT_OWNER"],
};

/** What is concluded with less than this confidence waits for an answer. */
const sure = 0.8;

interface Read {
  readonly kind: FactKind;
  readonly subject: Fact["subject"];
  readonly source: SourceRef | null;
  /** The words of the document; those of the whole place if left out. */
  readonly text?: string;
  readonly value: string;
  readonly assertion?: Assertion;
}

/** Whatever a plan says that its document says, fact by fact in the order of the document. `idOf` gives the ids that the record has for those of the plan. */
export function factsOf(
  { minutes, raised }: MinutesPlan,
  warnings: readonly Warning[],
  { text, document, newId }: Incoming,
  idOf: (planned: string) => string,
): Fact[] {
  const { meeting } = minutes;
  const sourceBy = new Map(minutes.contributions.map(({ id, source }) => [id, source]));
  const part = (type: string, id: string) => ({ type, id: idOf(id) });
  const read: Read[] = [
    ...minutes.attendance.flatMap((it): Read[] => {
      const subject = part("Attendance", it.id);
      const { name, capacity, assertion, source } = it;
      return [
        { kind: "attendee", subject, source, text: name, value: name },
        { kind: "capacity", subject, source, value: capacity, assertion },
      ];
    }),
    ...minutes.items.flatMap(({ id, heading, source }): Read[] =>
      heading === null ? [] : [{ kind: "item", subject: part("Item", id), source, value: heading }],
    ),
    ...minutes.contributions.map(({ id, text: value, source }): Read => {
      return { kind: "contribution", subject: part("Contribution", id), source, value };
    }),
    ...minutes.speakers.map(({ contribution, mention, name, assertion }): Read => {
      const source = sourceBy.get(contribution) ?? null;
      const subject = part("Contribution", contribution);
      return { kind: "speaker", subject, source, text: mention, value: name, assertion };
    }),
    ...minutes.decisions.map(({ id, text: value, source }): Read => {
      return { kind: "decision", subject: part("Decision", id), source, value };
    }),
    ...minutes.papers.map(({ id, number, title, source }): Read => {
      return { kind: "paper", subject: part("Paper", id), source, value: title ?? number };
    }),
    ...raised.map(({ action: { id, text: value, source } }): Read => {
      return { kind: "action", subject: part("Action", id), source, value };
    }),
  ];
  const placed = read.flatMap((it) => {
    const whole = it.source?.document === document ? it.source.span : null;
    return whole === null ? [] : [{ ...it, ...wordsAt(text, whole, it.text) }];
  });
  return placed
    .toSorted((one, other) => one.start - other.start)
    .map(({ kind, subject, text: words, value, start, end, assertion }, index) => {
      const doubt = doubtOf(kind, { start, end }, assertion, warnings);
      return Fact.parse({
        id: newId(),
        version: 0,
        document,
        group: meeting.group.id,
        meeting: meeting.id,
        access: meeting.access,
        subject,
        place: index + 1,
        kind,
        text: words,
        value,
        basis: assertion?.basis ?? "stated",
        confidence: assertion?.basis === "inferred" ? assertion.confidence : null,
        start,
        end,
        doubt,
        status: doubt === null ? "stands" : "waiting",
      });
    });
}

/** Where words stand within a place of a text; the whole of the place where they are not written so. */
function wordsAt(source: string, { start, end }: Span, words?: string) {
  const at = words === undefined ? -1 : source.indexOf(words, start);
  return words === undefined || at < 0 || at + words.length > end
    ? { start, end, text: words ?? source.slice(start, end) }
    : { start: at, end: at + words.length, text: words };
}

function doubtOf(
  kind: FactKind,
  { start, end }: Span,
  assertion: Assertion | undefined,
  warnings: readonly Warning[],
): string | null {
  const codes = doubtful[kind] ?? [];
  const warned = warnings.find(
    ({ code, span }) =>
      codes.includes(code) && span !== null && span.start < end && start < span.end,
  );
  if (warned !== undefined) return warned.message;
  if (assertion?.basis !== "inferred" || assertion.confidence >= sure) return null;
  return `The document does not state this: it was concluded with a confidence of ${assertion.confidence}.`;
}
