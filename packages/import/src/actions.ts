import { type Action, doneAsRecorded, type Due, raise, referenceOf } from "@remit/actions";
import type { Reading } from "@remit/documents";
import { type AgentRef, Day, foldReference, type Selector } from "@remit/kernel";
import type { Item, Meeting } from "@remit/meetings";
import { type Draft, sourceOf } from "./draft.ts";
import type { Known } from "./known.ts";
import type { Finding } from "./report.ts";
import { completionOf, referenceIn } from "./written.ts";

type Written = Reading["actions"][number];

/** An action that minutes raise, and the reference by which they name it, if they do. */
export interface Raised {
  readonly action: Action;
  readonly quoted: string | null;
}

/** The actions that the minutes raise, numbered in the order in which they stand; what they quote of earlier ones is none. */
export function actionsOf(
  draft: Draft,
  meeting: Meeting,
  items: readonly Item[],
  { references, quoted }: Pick<Known, "references" | "quoted">,
): Raised[] {
  const { group, heldOn, reading } = draft;
  // A second meeting in one month counts by the day, so that no reference is given twice.
  const second = references.has(referenceOf(group.code, heldOn, 1));
  const raised = reading.actions
    .map((written) => ({ written, quotes: referenceIn(written) }))
    .filter(({ quotes }) => quotes === null || !quoted.has(quotes));
  return raised.map(({ written, quotes }, index) => {
    const owners = written.owners.map((owner) => ({ agent: agentOf(draft, owner) }));
    const action = raise({
      id: draft.newId(),
      group: meeting.group,
      reference: referenceOf(group.code, heldOn, index + 1, second ? "day" : "month"),
      number: index + 1,
      text: written.text,
      wording: draft.wording,
      owners,
      ownerNotStated: owners.length === 0,
      due: dueOf(written, heldOn),
      raisedAt: {
        meeting: { type: "Meeting", id: meeting.id, label: meeting.title },
        item: itemRef(items, written.itemIndex),
        on: heldOn,
      },
      access: group.access,
      source: sourceOf(draft, written.span),
    });
    return { action: asWritten(action, written.status, heldOn), quoted: quotes };
  });
}

/** When an action is due, as far as its words say: a day, a meeting, a time from the meeting's day, or what nobody has placed. */
export function dueOf({ due: text, dueOn }: Pick<Written, "due" | "dueOn">, heldOn: Day): Due {
  if (text === null) return { kind: "not-stated" };
  if (/\bnext meeting\b/iu.test(text)) {
    const on = Day.safeParse(dueOn).data ?? null;
    return { kind: "by-meeting", meeting: "next", on, text };
  }
  const duration = durationIn(text);
  if (duration !== null) return { kind: "within", duration, from: heldOn, text };
  if (dueOn !== null) return { kind: "date", on: dueOn, text };
  return /\b(?:asap|as soon as possible|immediately)\b/iu.test(text)
    ? { kind: "asap", text }
    : { kind: "as-written", text };
}

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
};

function durationIn(text: string): string | null {
  const [, count = "", unit = ""] =
    /\bwithin (\d{1,2}|an?|one|two|three|four|six) (day|week|month)s?\b/iu.exec(text) ?? [];
  const number = counts[count.toLowerCase()] ?? Number(count);
  return unit === "" ? null : `P${number}${unit.charAt(0).toUpperCase()}`;
}

/** Of references that minutes quote and that no action of the group has: what names them was raised anew. */
export const unknownReferences = (raised: readonly Raised[]): Finding[] =>
  raised.flatMap(({ action, quoted }) =>
    quoted === null || quoted === foldReference(action.reference)
      ? []
      : [
          {
            code: "REFERENCE_UNKNOWN",
            message: `${quoted} is no action of ${action.group.label}: what the minutes call so was raised as ${action.reference}.`,
          },
        ],
  );

/** It is recorded as the minutes have it: done from the first. */
function asWritten(action: Action, status: string | null, on: Day): Action {
  const completion = status === null ? null : completionOf(status, on);
  return completion === null ? action : { ...doneAsRecorded(action, completion), version: 1 };
}

function itemRef(items: readonly Item[], index: number | null): Action["raisedAt"]["item"] {
  const item = index === null ? undefined : items[index];
  if (item === undefined) return null;
  return { type: "Item", id: item.id, label: item.heading ?? `Item ${item.place}` };
}

function agentOf(draft: Draft, owner: Written["owners"][number]): AgentRef {
  const label = owner.name;
  switch (owner.kind) {
    case "person": {
      const person = draft.people.named(owner.resolved ?? label);
      return person === null
        ? { kind: "unresolved", label }
        : { kind: "person", id: person.id, label };
    }
    case "organisation":
      return { kind: "organisation", id: draft.bodies.named(label).id, label };
    case "collective":
      return collective(draft, label, /\bmembers?\b/iu.test(label) ? "members" : "everyone");
    case "secretariat":
    case "officials":
      return collective(draft, label, owner.kind);
    default:
      return { kind: "unresolved", label };
  }
}

/** A crowd as it is on the day of the meeting. */
const collective = (draft: Draft, label: string, selector: Selector): AgentRef => ({
  kind: "collective",
  label,
  group: draft.group.id,
  selector,
  asOf: draft.heldOn,
});
