import { type Action, doneAsRecorded, raise, referenceOf } from "@remit/actions";
import type { Reading } from "@remit/documents";
import type { AgentRef, Selector } from "@remit/kernel";
import type { Item, Meeting } from "@remit/meetings";
import { type Draft, sourceOf } from "./draft.ts";

type Written = Reading["actions"][number];

/** The actions that the minutes raise, numbered in the order in which they stand. */
export function actionsOf(
  draft: Draft,
  meeting: Meeting,
  items: readonly Item[],
  taken: ReadonlySet<string>,
): Action[] {
  const { group, heldOn, reading } = draft;
  // A second meeting in one month counts by the day, so that no reference is given twice.
  const second = taken.has(referenceOf(group.code, heldOn, 1));
  return reading.actions.map((written, index) => {
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
      due:
        written.due === null ? { kind: "not-stated" } : { kind: "as-written", text: written.due },
      raisedAt: {
        meeting: { type: "Meeting", id: meeting.id, label: meeting.title },
        item: itemRef(items, written.itemIndex),
        on: heldOn,
      },
      access: group.access,
      source: sourceOf(draft, written.span),
    });
    return asWritten(action, written.status, heldOn);
  });
}

/** Minutes that say that an action is done seldom say who said so, or when. */
const asWritten = (action: Action, status: string | null, on: string): Action =>
  status !== null && /^(achieved|closed|complete|completed|discharged|done)\b/iu.test(status)
    ? {
        // It is recorded as the minutes have it: done from the first.
        ...doneAsRecorded(action, { on, override: `Recorded in the minutes as "${status}"` }),
        version: 1,
      }
    : action;

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
