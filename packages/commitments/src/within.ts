import {
  Access,
  type Day,
  firstDay,
  type Id,
  lastDay,
  type PartialDate,
  type Pointed,
  type Ref,
  Refusal,
  type Stamp,
} from "@remit/kernel";
import type { MissionAccess } from "./mission.ts";
import type { Place } from "./verb.ts";

/** What everything begins with that a verb makes: the keepers are those of what it begins in, and the access is the narrower one of that and of what it tells of. */
export const begunIn = (
  { group = null, access = "restricted" }: Pointed,
  { newId, by, on }: Stamp & { readonly newId: () => Id },
  about?: Pointed,
) => ({
  id: newId(),
  version: 1,
  keeper: group,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what belongs to a mission has an access of these
  access: narrower(access, about?.access ?? "public") as MissionAccess,
  made: { by, on },
});

const narrower = (one: Access, other: Access): Access =>
  Access.options.indexOf(one) < Access.options.indexOf(other) ? other : one;

/** Refuses with `IN_FUTURE` what is said to have happened on days that are all yet to come. */
export function assertHappened(date: PartialDate | null | undefined, on: Day, path: string): void {
  if (date === null || date === undefined || firstDay(date) <= on) return;
  const message = `${date} is yet to come: give ${on}, or a time before it.`;
  throw new Refusal("IN_FUTURE", message, { path: [path] });
}

/** INV-K4: refuses with `PERIOD_REVERSED` what would end before it begins. */
export function assertInOrder(
  since: PartialDate | undefined,
  until: PartialDate | undefined,
  path: string,
): void {
  if (since === undefined || until === undefined || firstDay(since) <= lastDay(until)) return;
  const message = `It would end in ${until}, before it begins in ${since}.`;
  throw new Refusal("PERIOD_REVERSED", message, { path: [path] });
}

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
