import { type Ref, Refusal } from "@remit/kernel";
import type { Action } from "./action.ts";
import { withChange } from "./change.ts";
import { move } from "./move.ts";
import { assertFree } from "./reference.ts";
import { assertReason, type Reasoned } from "./stamp.ts";

/** A group asks another, such as its successor, to take an action on. */
export const transfer = (
  action: Action,
  { to, ...reason }: Reasoned & { readonly to: Ref },
): Action =>
  move(action, "transfer", ({ group }) => {
    assertReason(reason.reason);
    if (to.id === group.id) {
      throw new Refusal("SAME_GROUP", `It is ${group.label}'s already.`, { path: ["to"] });
    }
    return { closure: { kind: "transferred", to, ...reason } };
  });

/** The other group takes it on: the same action, by the same reference. `taken` are the references of that group. */
export const receive = (action: Action, reason: Reasoned, taken: Iterable<string>): Action =>
  move(action, "receive", ({ group, closure, reference, changes }) => {
    assertFree(reference, taken);
    const was = { group, transfer: closure };
    return { group: closure.to, changes: withChange(changes, { verb: "receive", was, ...reason }) };
  });
