import type { Actor, AgentRef } from "@remit/kernel";
import type { Action } from "./action.ts";
import { isSatisfied } from "./completion.ts";
import { withPart } from "./owner.ts";
import { speakableFor, spokenForAlone } from "./speaking.ts";
import type { ActionMove } from "./status.ts";

/** What a move has to be told before it is accepted, beside what every caller has to say. */
export type MoveNeed = "reason" | "agreement" | "owner" | "override" | "owner-not-stated";

const reasons: readonly ActionMove[] = [
  "block",
  "unblock",
  "reject",
  "reopen",
  "supersede",
  "split",
  "withdraw",
  "transfer",
  "receive",
  "merge",
  "revise",
  "reword",
  "reassign",
];

/** What a viewer has to add to a move that they may make, so that it is not refused. */
export function needsOf(viewer: Actor, name: ActionMove, action: Action): MoveNeed[] {
  return [
    ...(reasons.includes(name) ? (["reason"] as const) : []),
    ...(name === "close" || name === "reopen" ? (["agreement"] as const) : []),
    ...(name === "complete" ? completionNeeds(viewer, action) : []),
    ...(name === "answer" && spokenForAlone(viewer, action) === undefined
      ? (["owner"] as const)
      : []),
    ...(name === "confirm" && action.owners.length === 0 && !action.ownerNotStated
      ? (["owner-not-stated"] as const)
      : []),
  ];
}

/** One owner's word may be enough, if the caller may give it; else that of the others, or a reason to do without. */
function completionNeeds(viewer: Actor, action: Action): MoveNeed[] {
  const isEnough = (agent: AgentRef | undefined) =>
    isSatisfied({
      ...action,
      owners:
        agent === undefined ? action.owners : withPart(action.owners, agent, { status: "done" }),
    });
  if (isEnough(spokenForAlone(viewer, action))) return [];
  return speakableFor(viewer, action).some(isEnough) ? ["owner"] : ["override"];
}
