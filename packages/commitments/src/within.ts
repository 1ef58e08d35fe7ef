import { type Id, type Pointed, type Ref, Refusal, type Stamp } from "@remit/kernel";
import type { MissionAccess } from "./mission.ts";
import type { Place } from "./verb.ts";

/** What everything begins with that a verb makes: the keepers and the access are those of what it begins in. */
export const begunIn = (
  { group = null, access }: Pointed,
  { newId, by, on }: Stamp & { readonly newId: () => Id },
) => ({
  id: newId(),
  version: 1,
  keeper: group,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what belongs to a mission has an access of these
  access: (access ?? "restricted") as MissionAccess,
  made: { by, on },
});

/** What a thing is given that ends: by whom, when and for which reason. */
export const ended = ({ reason, by, on }: Stamp & { readonly reason: string }) => ({
  ended: { by, on, reason },
});

/** What is pointed at as a record keeps it. */
export const refOf = ({ type, id, label }: Pointed): Ref => ({ type, id, label });

/** Refuses with `CODE_TAKEN` a code that another of the noun has in the mission. */
export function assertCodeFree(code: string, { codes }: Place, noun: string, instead = ""): void {
  if (!codes.includes(code)) return;
  const message = `The mission has a ${noun} "${code}" already. Give this one another code${instead}.`;
  throw new Refusal("CODE_TAKEN", message, { path: ["code"] });
}

/** The mission in which something begins: the place itself, or what the place is a part of. */
export const missionIn = ({ type, id, within }: Pointed): Id =>
  type === "Mission" ? id : (within ?? id);

/** Refuses with `OTHER_MISSION` any of these that belongs to another mission. */
export function assertAllWithin(mission: Id, others: readonly Pointed[], path: string): void {
  const own = { type: "Mission", id: mission, label: "The mission", within: mission };
  for (const [index, other] of others.entries())
    assertSameMission(own, other, [path, String(index)]);
}

/** Refuses with `OTHER_MISSION` what belongs to another mission. */
export function assertSameMission(
  one: Pointed,
  other: Pointed | null,
  path: readonly string[],
): void {
  if (other === null || one.within === undefined || other.within === one.within) return;
  const message = `${other.label} belongs to another mission. Give one of the same mission.`;
  throw new Refusal("OTHER_MISSION", message, { path: [...path] });
}
