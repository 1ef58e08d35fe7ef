import { type Pointed, Refusal } from "@remit/kernel";
import type { MissionAccess } from "./mission.ts";

/** What a new thing takes from what it begins in: the keepers and the access of its mission. */
export const takenFrom = ({ group = null, access }: Pointed) => ({
  keeper: group,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what belongs to a mission has an access of these
  access: (access ?? "public") as MissionAccess,
});

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
