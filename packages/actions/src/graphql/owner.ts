import { Refusal } from "@remit/kernel";
import type { Action } from "../action.ts";
import { asHeld, partNamed, partsOf } from "../owner.ts";
import type { Acting } from "./acting.ts";
import type { AgentInput } from "./input.ts";

/** The owner that a caller means: by name, whoever has a part under it; else whoever the id or the crowd is. */
export async function ownerGiven(given: AgentInput, action: Action, acting: Acting) {
  const named = given.name == null ? undefined : partNamed(action.owners, given.name);
  if (named !== undefined) return named;
  return asHeld(action, await acting.agent(given, action, action.raisedAt.on, "owner"));
}

/** To whoever may speak for one of several, and does not say for whom. */
export function ownerMissing({ owners }: Action): Refusal {
  const names = partsOf(owners).map(({ agent }) => agent.label);
  const message = `Say whose part it is, with owner: by id, or by name (${names.join(", ")}).`;
  return new Refusal("OWNER_MISSING", message, { path: ["owner"] });
}
