import {
  type Actor,
  type AgentRef,
  hasRole,
  type Id,
  moveNames,
  Refusal,
  sameAgent,
  sees,
} from "@remit/kernel";
import { type Action, isDraft } from "./action.ts";
import { refusalOf } from "./move.ts";
import { type MoveNeed, needsOf } from "./need.ts";
import { keepers, keeps, spokenFor } from "./speaking.ts";
import { type ActionMove, actionMoves } from "./status.ts";

type Party = "owner" | "secretariat" | "chair";

const everyParty = ["owner", ...keepers] as const;

/** Whose it is to do what. Administrators may do everything. */
const parties: Record<ActionMove, readonly Party[]> = {
  confirm: keepers,
  start: everyParty,
  block: everyParty,
  unblock: everyParty,
  complete: everyParty,
  reject: keepers,
  close: keepers,
  reopen: keepers,
  supersede: keepers,
  split: keepers,
  withdraw: keepers,
  transfer: keepers,
  receive: keepers,
  merge: keepers,
  revise: keepers,
  reword: keepers,
  reassign: keepers,
  fanOut: keepers,
  answer: everyParty,
  depend: keepers,
  link: keepers,
  report: everyParty,
  review: keepers,
};

/** Whether a viewer sees an action at all: a draft is for whoever keeps the record of its group. */
export const seesAction = (viewer: Actor, action: Action): boolean =>
  sees(viewer, action.access, action.group.id) &&
  (!isDraft(action) || keeps(viewer, action.group.id));

/** Whether a viewer may do something to an action, whatever its status: `may(viewer, "complete", action)`. */
export function may(viewer: Actor, name: ActionMove, action: Action): boolean {
  if (viewer.administrator) return true;
  const group = name === "receive" ? receiverOf(action) : action.group.id;
  return parties[name].some((party) =>
    party === "owner" ? owns(viewer, action) : hasRole(viewer, group, party),
  );
}

/** A transferred action is for the other group to take on. */
const receiverOf = (action: Action) =>
  action.status === "transferred" ? action.closure.to.id : action.group.id;

const owns = (viewer: Actor, action: Action) => spokenFor(viewer, action).length > 0;

/** Refuses with `NOT_PERMITTED` to speak for an owner, unless it is for the viewer's own part or they keep the group's record. */
export function assertSpeaksFor(viewer: Actor, action: Action, agent: AgentRef): void {
  if (keeps(viewer, action.group.id)) return;
  if (spokenFor(viewer, action).some((own) => sameAgent(own, agent))) return;
  const message = `Only ${agent.label}, the secretariat or the chair may say this.`;
  throw new Refusal("NOT_PERMITTED", message, { path: ["owner"] });
}

/** Refuses with `NOT_PERMITTED` whoever does not keep a group's record. */
export function assertKeeps(viewer: Actor, group: Id): void {
  if (keeps(viewer, group)) return;
  throw new Refusal("NOT_PERMITTED", "Only the secretariat or the chair may do this.");
}

/** Refuses with `NOT_PERMITTED` what the viewer may not do. */
export function assertMay(viewer: Actor, name: ActionMove, action: Action): void {
  if (!may(viewer, name, action)) throw notPermitted(name);
}

function notPermitted(name: ActionMove): Refusal {
  const who = parties[name].map((party) => (party === "owner" ? "an owner" : `the ${party}`));
  const message = `Only ${who.slice(0, -1).join(", ")} or ${who.at(-1)} may do this.`;
  return new Refusal("NOT_PERMITTED", message, { params: { move: name, parties: parties[name] } });
}

/** What stands in the way of a move for a viewer: that it is not theirs to make, or how the action stands; null where nothing does. */
export const refusalFor = (viewer: Actor, name: ActionMove, action: Action): Refusal | null =>
  may(viewer, name, action) ? refusalOf(action, name) : notPermitted(name);

/** What a viewer can do with an action now and what they have to add, or why not. */
export type MoveNow =
  | { readonly move: ActionMove; readonly allowed: true; readonly needs: readonly MoveNeed[] }
  | {
      readonly move: ActionMove;
      readonly allowed: false;
      readonly code: string;
      readonly reason: string;
    };

/** Every move of the table, in its order, with what stands in its way for this viewer. */
export function movesFor(viewer: Actor, action: Action): MoveNow[] {
  return moveNames(actionMoves).map((move) => {
    const refusal = refusalFor(viewer, move, action);
    if (refusal === null) return { move, allowed: true, needs: needsOf(viewer, move, action) };
    return { move, allowed: false, code: refusal.code, reason: refusal.message };
  });
}
