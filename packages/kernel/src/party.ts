import { type Actor, type GroupRole, hasRole, type keepers } from "./actor.ts";
import type { Id } from "./ref.ts";
import { Refusal } from "./refusal.ts";

/** What somebody has to be to a thing: how a sentence names them, and how it is asked. */
export interface Party<Thing> {
  readonly words: string;
  readonly includes: (caller: Actor, thing: Thing) => boolean;
}

/** How a sentence names somebody by what they are to a group. */
export const roleWords: Readonly<Record<GroupRole, string>> = {
  member: "a member",
  secretariat: "the secretariat",
  chair: "the chair",
};

/** Whoever has a role in the group that a thing is of. */
export const roleIn = <Thing>(
  role: GroupRole,
  groupOf: (thing: Thing) => Id | null,
): Party<Thing> => ({
  words: roleWords[role],
  includes: (caller, thing) => hasRole(caller, groupOf(thing) ?? "", role),
});

/** Whoever keeps the record of the group that a thing is of. */
export const keepersOf = <Thing>(
  groupOf: (thing: Thing) => Id | null,
): Readonly<Record<(typeof keepers)[number], Party<Thing>>> => ({
  secretariat: roleIn("secretariat", groupOf),
  chair: roleIn("chair", groupOf),
});

/** To whoever asks for what is not theirs to do. */
export function notPermitted(verb: string, who: readonly string[]): Refusal {
  const listed = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(who);
  return new Refusal("NOT_PERMITTED", `Only ${listed} may do this.`, { params: { verb, who } });
}
