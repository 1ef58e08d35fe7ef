import { AgentRef, Day, Ref, Refusal } from "@remit/kernel";
import * as z from "zod";
import { type Action, ownershipRefusal, startedOf } from "./action.ts";
import { withChange } from "./change.ts";
import { ClosedKind } from "./closure.ts";
import { isSatisfied, policyOf } from "./completion.ts";
import { move } from "./move.ts";
import { assertPart, type Assignment, type Owner, partsOf, withPart } from "./owner.ts";
import { assertReason, type Reasoned, Stamp, Words } from "./stamp.ts";

/** A draft becomes an action of the group. `ownerNotStated` says that its text names nobody. */
export const confirm = (action: Action, { ownerNotStated = false } = {}): Action =>
  move(action, "confirm", (draft) => {
    const stated = { ownerNotStated: draft.ownerNotStated || ownerNotStated };
    const refusal = ownershipRefusal({ ...draft, ...stated, status: "open" });
    if (refusal !== null) throw refusal;
    return stated;
  });

/** Work is taken up. */
export const start = (action: Action, started: Stamp): Action =>
  move(action, "start", () => ({ started }));

/** Something stands in the way; `reason` says what. */
export const block = (action: Action, reason: Reasoned): Action =>
  move(action, "block", (before) => {
    assertReason(reason.reason);
    return { started: startedOf(before), block: reason };
  });

/** What stood in the way is gone, for the `reason` given. Work goes on where it had begun. */
export const unblock = (action: Action, reason: Reasoned): Action =>
  move(action, "unblock", ({ started, block, changes }) => ({
    status: started === null ? "open" : "in-progress",
    changes: withChange(changes, { verb: "unblock", was: block, ...reason }),
  }));

/** What to say when an action is done. `by` is null where the source does not tell who said so. */
export const CompleteFacts = z.object({
  by: AgentRef.nullable(),
  on: Day,
  /** The owner whose part it is, where that is not `by` themselves: a body, or whoever was spoken for. */
  owner: AgentRef.optional(),
  note: Words.optional(),
  /** Why it counts as done although its completion policy is not met. */
  override: z.string().optional(),
  evidence: z.array(Ref).optional(),
});
export type CompleteFacts = Readonly<z.input<typeof CompleteFacts>>;

/** Its owners say that it is done. Refused until the completion policy is met, unless a reason overrides it. */
export const complete = (action: Action, { owner, ...said }: CompleteFacts): Action =>
  move(action, "complete", (before) => {
    if (owner !== undefined) assertPart(before.owners, owner);
    const whose = owner ?? said.by;
    const owners =
      whose === null
        ? before.owners
        : withPart(before.owners, whose, { status: "done", on: said.on });
    if (said.override !== undefined) assertReason(said.override, "INV-A7");
    else if (!isSatisfied({ ...before, owners })) throw unsatisfied(before, owners);
    return { started: startedOf(before), owners, done: said };
  });

function unsatisfied(action: Action, owners: readonly Owner[]): Refusal {
  const policy = policyOf(action).kind;
  const open = partsOf(owners).filter(isOpen);
  const names = open.map(({ agent }) => agent.label);
  const message =
    policy === "by-group"
      ? "It is for the group to say that this is done: close it, or give a reason to override."
      : `Not everybody has said that it is done: ${names.length} of its owners ${names.length === 1 ? "has" : "have"} not. Wait for them, or give a reason to override.`;
  return new Refusal("INV-A7", message, {
    path: ["override"],
    params: { policy, waitingFor: names },
  });
}

const isOpen = ({ status }: Assignment) => status !== "done" && status !== "not-applicable";

/** The group does not take it as done: its owners go on. */
export const reject = (action: Action, reason: Reasoned): Action =>
  move(action, "reject", ({ started, done, owners, changes }) => ({
    started: started ?? { by: reason.by, on: reason.on },
    owners: notDone(owners),
    changes: withChange(changes, { verb: "reject", was: done, ...reason }),
  }));

/** After a rejection everybody's word is asked again. */
const notDone = (owners: readonly Owner[]): Owner[] =>
  owners.map((owner) => ({
    ...askedAgain(owner),
    assignments: owner.assignments?.map(askedAgain) ?? null,
  }));

const askedAgain = <Part extends Assignment>(part: Part): Part =>
  part.status === "done" ? { ...part, status: "acknowledged" } : part;

/** Who may let an action rest: the group at a meeting, or, where a directorate allows it, its secretariat. */
export type ClosedBy = "group" | "secretariat";

/** What to say when an action is closed: the meeting that agreed it, and how it ended. */
export const CloseFacts = Stamp.extend({
  agreedIn: Ref.nullable().optional(),
  kind: ClosedKind.optional(),
  note: Words.optional(),
  evidence: z.array(Ref).optional(),
});
export type CloseFacts = Readonly<z.input<typeof CloseFacts>>;

/** The group agrees that the action is closed: what was done, what stands, or what a crowd was to do. */
export const close = (action: Action, closing: CloseFacts, closedBy: ClosedBy = "group"): Action =>
  move(action, "close", (before) => {
    if (closedBy === "group" && (closing.agreedIn ?? null) === null) {
      const message = "Say at which meeting the group agreed that it is closed.";
      throw new Refusal("AGREEMENT_MISSING", message, { path: ["agreedIn"] });
    }
    const done = before.status === "done" ? before.done : null;
    const kind = closing.kind ?? (done === null ? "agreed-closed" : "completed");
    if (kind === "completed" && done === null) {
      const message = "Nobody has said that it is done: close it as agreed-closed.";
      throw new Refusal("INV-A8", message, { path: ["kind"] });
    }
    return {
      started: startedOf(before),
      done,
      closure: { ...closing, kind },
    };
  });

/** The group takes it up again; `agreedIn` is the meeting that said so. */
export const reopen = (action: Action, reason: Reasoned & { readonly agreedIn: Ref }): Action =>
  move(action, "reopen", ({ closure, done, started, owners, changes }) => ({
    owners: notDone(owners),
    changes: withChange(changes, {
      verb: "reopen",
      was: { ...closure, done, started },
      ...reason,
    }),
  }));

/** It is not to be done after all, or should never have been recorded. It stays in the record. */
export const withdraw = (action: Action, reason: Reasoned): Action =>
  move(action, "withdraw", (before) => {
    assertReason(reason.reason);
    return {
      started: startedOf(before),
      closure: { kind: "withdrawn", ...reason },
      ...(before.status === "draft" ? { draft: true } : {}),
      ...unblocked(before, reason),
    };
  });

/** What stood in the way of an action that ends stays in its record. */
export const unblocked = (action: Action, reason: Reasoned) =>
  action.status === "blocked"
    ? { changes: withChange(action.changes, { verb: "unblock", was: action.block, ...reason }) }
    : {};
