import { Ref, Refusal } from "@remit/kernel";
import type * as z from "zod";
import { type Action, startedOf } from "./action.ts";
import { withChange } from "./change.ts";
import { move } from "./move.ts";
import { assertFree } from "./reference.ts";
import { assertReason, Reasoned } from "./stamp.ts";

/** The group that is to take an action on, and why. */
export const TransferFacts = Reasoned.extend({ to: Ref });
export type TransferFacts = Readonly<z.input<typeof TransferFacts>>;

/** A group asks another, such as its successor, to take an action on. */
export const transfer = (action: Action, { to, ...reason }: TransferFacts): Action =>
  move(action, "transfer", (before) => {
    const { group } = before;
    assertReason(reason.reason);
    if (to.id === group.id) {
      throw new Refusal("SAME_GROUP", `It is ${group.label}'s already.`, { path: ["to"] });
    }
    return { started: startedOf(before), closure: { kind: "transferred", to, ...reason } };
  });

/** The other group takes it on: the same action, by the same reference. `taken` are the references that other actions of that group have or had. */
export const receive = (action: Action, reason: Reasoned, taken: Iterable<string>): Action =>
  move(action, "receive", ({ group, closure, started, reference, changes }) => {
    assertFree(reference, taken);
    const was = { group, transfer: closure, started };
    return { group: closure.to, changes: withChange(changes, { verb: "receive", was, ...reason }) };
  });
