import type * as z from "zod";
import type { AgentRef, Id } from "./ref.ts";
import { vocabulary } from "./vocabulary.ts";

/** What somebody is to a group when they act. */
export const GroupRole = vocabulary("GroupRole", "What a caller may do in a group.", {
  member: "The caller belongs to the group.",
  secretariat: "The caller keeps the record of the group.",
  chair: "The caller leads the group.",
});
export type GroupRole = z.infer<typeof GroupRole>;

/** The roles of whoever keeps the record of a group, as verbs list them in `by`. */
export const keepers = ["secretariat", "chair"] as const satisfies readonly GroupRole[];

/** Who acts, as flat data: permissions are decided from this and the thing acted upon, and from nothing else. */
export interface Actor {
  /** The person; null for anybody who has not said who they are. */
  readonly id: Id | null;
  /** The posts that they hold and the organisations that they may speak for. */
  readonly actsFor: readonly Id[];
  readonly roles: readonly { readonly group: Id; readonly role: GroupRole }[];
  readonly official: boolean;
  readonly administrator: boolean;
}

/** Under which name the journal keeps what documents say. No token has it. */
export const importer = "remit import";

/** Whether an actor has one of the roles in a group. */
export const hasRole = (actor: Actor, group: Id, ...roles: readonly GroupRole[]): boolean =>
  actor.roles.some((held) => held.group === group && roles.includes(held.role));

/** Whether an actor is an agent, or one of those who make it up. A name that nobody has placed is nobody's. */
export function speaksFor(actor: Actor, agent: AgentRef): boolean {
  switch (agent.kind) {
    case "person":
      return actor.id === agent.id;
    case "organisation":
    case "post":
      return actor.actsFor.includes(agent.id);
    case "group":
      return hasRole(actor, agent.id, "chair", "secretariat");
    case "collective":
      return belongs(actor, agent.group, agent.selector);
    default:
      return false;
  }
}

function belongs(actor: Actor, group: Id, selector: string): boolean {
  if (selector === "members") return hasRole(actor, group, "member", "chair");
  if (selector === "secretariat") return hasRole(actor, group, "secretariat");
  if (selector === "officials") return actor.official;
  // Who was there on a day is not known from what somebody is today.
  return false;
}
