import { type Day, readInput, Refusal } from "@remit/kernel";
import type * as z from "zod";
import { Action, Core, ownershipRefusal } from "./action.ts";
import type { Owner } from "./owner.ts";
import { assertFree } from "./reference.ts";

/** What there is to say of an action when it is raised. What is left out is none, or not stated. */
export const RaiseFacts = Core.omit({
  version: true,
  updates: true,
  reviews: true,
  changes: true,
}).partial({
  kind: true,
  owners: true,
  ownerNotStated: true,
  beneficiaries: true,
  completion: true,
  dependsOn: true,
  links: true,
  followUps: true,
});
export type RaiseFacts = Readonly<z.input<typeof RaiseFacts>>;

/** An action that the group has agreed. `taken` are the references that the group's other actions have or had. */
export const raise = (raised: RaiseFacts, taken: Iterable<string> = []): Action =>
  ofItsDay(begin("open", raised, taken));

/** An action that was read out of a text and that nobody has confirmed yet. */
export const draft = (raised: RaiseFacts, taken: Iterable<string> = []): Action =>
  ofItsDay(begin("draft", raised, taken));

/** An action as it begins, of crowds of any day. */
export function begin(
  status: "open" | "draft",
  given: RaiseFacts,
  taken: Iterable<string> = [],
): Action {
  const raised = readInput(RaiseFacts, given);
  assertFree(raised.reference, taken);
  const { owners = [], ownerNotStated = false } = raised;
  const refusal = ownershipRefusal({ owners, ownerNotStated, status });
  if (refusal !== null) throw refusal;
  assertDependencies(raised);
  return Action.parse({
    kind: null,
    beneficiaries: [],
    completion: null,
    dependsOn: [],
    links: [],
    followUps: [],
    ...raised,
    owners,
    ownerNotStated,
    status,
    version: 1,
    updates: [],
    reviews: [],
    changes: [],
  });
}

function assertDependencies({ id, dependsOn = [] }: RaiseFacts): void {
  const path = ["dependsOn"];
  const first = new Set<string>();
  for (const on of dependsOn) {
    if (on.id === id) throw new Refusal("INV-A12", "An action cannot wait for itself.", { path });
    if (first.has(on.id)) {
      throw new Refusal("DEPENDS_ALREADY", `It depends on ${on.label} already.`, { path });
    }
    first.add(on.id);
  }
}

function ofItsDay(action: Action): Action {
  const refusal = crowdRefusal(action.owners, action.raisedAt.on);
  if (refusal !== null) throw refusal;
  return action;
}

/** Why the crowds among the owners are not those of the day on which they were named, or null. */
export function crowdRefusal(owners: readonly Owner[], on: Day): Refusal | null {
  const crowd = owners.find(({ agent }) => agent.kind === "collective" && agent.asOf !== on);
  if (crowd === undefined) return null;
  const message = `Who "${crowd.agent.label}" are is asked of the day they were named, ${on}.`;
  return new Refusal("INV-A5", message, { path: ["owners"] });
}
