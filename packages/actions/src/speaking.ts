import {
  type Actor,
  type AgentRef,
  hasRole,
  type Id,
  keepers,
  Refusal,
  sameAgent,
  speaksFor,
} from "@remit/kernel";
import type { Action } from "./action.ts";
import type { Assignment } from "./owner.ts";

/** Whether a viewer keeps the record of a group. */
export const keeps = (viewer: Actor, group: Id): boolean =>
  viewer.administrator || hasRole(viewer, group, ...keepers);

/** The agents with a part in an action for whom a viewer may speak. Once a crowd is fanned out, each speaks for themselves. */
export const spokenFor = (viewer: Actor, { owners }: Action): AgentRef[] =>
  owners
    .flatMap((owner): readonly Assignment[] => owner.assignments ?? [owner])
    .map(({ agent }) => agent)
    .filter((agent) => speaksFor(viewer, agent));

/** Whom a viewer speaks for where they name nobody: the one owner who is theirs, or nobody in particular. */
export function spokenForAlone(viewer: Actor, action: Action): AgentRef | undefined {
  const [one, ...others] = spokenFor(viewer, action);
  return others.length === 0 ? one : undefined;
}

/** The agents with a part in an action for whom a viewer may say something if they name them: whoever keeps the record, for everybody. */
export const speakableFor = (viewer: Actor, action: Action): AgentRef[] =>
  keeps(viewer, action.group.id)
    ? action.owners.flatMap(({ agent, assignments }) => [
        agent,
        ...(assignments ?? []).map((each) => each.agent),
      ])
    : spokenFor(viewer, action);

/** Refuses with `NOT_PERMITTED` to speak for an owner, unless it is for the viewer's own part or they keep the group's record. */
export function assertSpeaksFor(viewer: Actor, action: Action, agent: AgentRef): void {
  if (keeps(viewer, action.group.id)) return;
  if (spokenFor(viewer, action).some((own) => sameAgent(own, agent))) return;
  const message = `Only ${agent.label}, the secretariat or the chair may say this.`;
  throw new Refusal("NOT_PERMITTED", message, { path: ["owner"] });
}
