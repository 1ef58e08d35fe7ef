import { type Actor, hasRole, type Id, Refusal } from "@remit/kernel";

/** Whether an actor may say where a group's calendar hangs. */
export const maySetZone = (actor: Actor, group: Id): boolean =>
  actor.administrator || hasRole(actor, group, "secretariat");

/** Whether an actor may say how a person who belongs to these groups is shown to the public. */
export const maySetProfile = (actor: Actor, groups: readonly Id[]): boolean =>
  actor.administrator || groups.some((group) => hasRole(actor, group, "secretariat", "chair"));

/** Refuses with `NOT_PERMITTED`. */
export function assertPermitted(may: boolean, who: string): void {
  if (may) return;
  throw new Refusal("NOT_PERMITTED", `Only ${who} may do this.`);
}
