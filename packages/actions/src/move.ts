import { moveRefusal, Refusal } from "@remit/kernel";
import { Action } from "./action.ts";
import { policyOf } from "./completion.ts";
import type { Owner } from "./owner.ts";
import { type ActionMove, actionMoves } from "./status.ts";

/** An action in one of the states that a move leaves. */
export type Before<Name extends ActionMove> = Extract<
  Action,
  { status: (typeof actionMoves)[Name]["from"][number] }
>;

/**
 * The action after a move, with the facts that its verb adds to what it was. Parsing drops what belongs to the status
 * that is left. Where a move leads to one of several states, the facts say to which.
 */
export function move<Name extends ActionMove>(
  action: Action,
  name: Name,
  facts: (before: Before<Name>) => object,
): Action {
  assertBefore(action, name);
  const { to } = actionMoves[name];
  const status = typeof to === "string" && to !== "same" ? to : action.status;
  return Action.parse({ ...action, status, ...facts(action), version: action.version + 1 });
}

function assertBefore<Name extends ActionMove>(
  action: Action,
  name: Name,
): asserts action is Before<Name> {
  const refusal = refusalOf(action, name);
  if (refusal !== null) throw refusal;
}

/** Why a move cannot be made of the action as it stands, whoever makes it; null where it can. */
export const refusalOf = (action: Action, name: ActionMove): Refusal | null =>
  moveRefusal(actionMoves, name, action.status) ?? guards[name]?.(action) ?? null;

type Guard = (action: Action) => Refusal | null;

const guards: Partial<Record<ActionMove, Guard>> = {
  complete: ({ due }) =>
    due.kind === "standing"
      ? new Refusal("INV-A8", "A standing action is never done: the group closes it.")
      : null,
  withdraw: ({ due, status }) =>
    due.kind === "standing" && status !== "draft"
      ? new Refusal("INV-A8", "A standing action ends when the group closes it.")
      : null,
  close: (action) =>
    action.status === "done" || endsByGroup(action)
      ? null
      : new Refusal("NOT_DONE", "Nobody has said that it is done: complete it first."),
  answer: ({ owners }) =>
    owners.length > 0
      ? null
      : new Refusal("NOT_OWNER", "Nobody has a part in it: reassign it first.", {
          path: ["owner"],
        }),
  fanOut: ({ owners }) => {
    const bodies = owners.filter(isBody);
    if (bodies.some(({ assignments }) => assignments === null)) return null;
    const path = ["owner"];
    return bodies.length === 0
      ? new Refusal("INV-A6", "None of its owners is a crowd: nothing to fan out.", { path })
      : new Refusal("INV-A5", "Who they were is settled. Reassign the action instead.", { path });
  },
};

/** Whether an owner is several people, or may be. */
const isBody = ({ agent }: Owner) => agent.kind !== "person" && agent.kind !== "unresolved";

const endsByGroup = (action: Action) =>
  action.due.kind === "standing" || policyOf(action).kind === "by-group";
