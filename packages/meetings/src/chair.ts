import { Refusal } from "@remit/kernel";
import type { Chair, PartFacts } from "./part.ts";

type Known = Pick<PartFacts, "chairs" | "items">;

const placeOf = (item: string | null, { items }: Known) =>
  item === null ? 0 : (items.find(({ id }) => id === item)?.place ?? 0);

/** INV-M31: who chaired a meeting at an item, which is not who chairs its group; null where nobody says. */
export function chairAt(
  item: string,
  known: Known & Pick<PartFacts, "listed">,
): Pick<Chair, "name" | "person"> | null {
  const at = placeOf(item, known);
  const taken = known.chairs
    .filter(({ fromItem }) => placeOf(fromItem, known) <= at)
    .toSorted((one, other) => placeOf(one.fromItem, known) - placeOf(other.fromItem, known))
    .at(-1);
  return (
    taken ??
    known.listed.find(({ capacity, status }) => capacity === "chair" && status === "present") ??
    null
  );
}

/** Refuses with `CHAIR_THERE` a second chair from one item on. */
export function assertFirst(chairs: readonly Chair[], fromItem: string | null): void {
  const there = chairs.find((chair) => chair.fromItem === fromItem);
  if (there === undefined) return;
  const when = fromItem === null ? "from the beginning" : "from that item on";
  const message = `${there.name} is recorded as the chair ${when}: correct that, or give the item at which the chair was handed over.`;
  throw new Refusal("CHAIR_THERE", message, {
    path: ["fromItem"],
    params: { meetingRole: there.id },
  });
}
