import { Id, PartialDate, Refusal } from "@remit/kernel";
import * as z from "zod";
import { overlap } from "./membership.ts";
import { keptByGroup } from "./post.ts";

/** That an organisation is a part of another for a time: a division of a directorate. `group` is that whose secretariat keeps the record of it. */
export const OrganisationPlace = z.object({
  ...keptByGroup,
  organisation: Id,
  parent: Id,
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
});
export type OrganisationPlace = Readonly<z.infer<typeof OrganisationPlace>>;

/** Refuses with `INV-G6` what would make an organisation a part of itself, and with `PLACED_ALREADY` a second whole at a time. `places` are all that there are. */
export function assertPlaced(place: OrganisationPlace, places: readonly OrganisationPlace[]): void {
  const beside = places.filter((other) => other.id !== place.id && overlap(place, other));
  if (beside.some(({ organisation }) => organisation === place.organisation))
    throw new Refusal(
      "PLACED_ALREADY",
      "The organisation is a part of another at the time: end that first.",
      { path: ["organisation"] },
    );
  const above = new Set([place.parent]);
  for (const id of above)
    for (const { organisation, parent } of beside) if (organisation === id) above.add(parent);
  if (!above.has(place.organisation)) return;
  const message = "The organisation would be a part of itself: give one that is no part of it.";
  throw new Refusal("INV-G6", message, { path: ["parent"] });
}
