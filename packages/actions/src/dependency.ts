import { type Ref, Refusal } from "@remit/kernel";
import type { Action } from "./action.ts";
import { type Edges, reaches, refOf } from "./lineage.ts";
import { move } from "./move.ts";
import { type ActionMove, isLive } from "./status.ts";

/** It can only be finished after another. `dependsOn` tells what the actions that there are depend on. */
export const depend = (action: Action, on: Ref, dependsOn: Edges): Action =>
  move(action, "depend", (before) => {
    if (before.dependsOn.some(({ id }) => id === on.id)) {
      throw new Refusal("DEPENDS_ALREADY", `It depends on ${on.label} already.`);
    }
    if (reaches([on.id], action.id, dependsOn)) {
      const message = `${on.label} waits for ${action.reference} itself: neither could ever begin.`;
      throw new Refusal("INV-A12", message, { path: ["on"] });
    }
    return { dependsOn: [...before.dependsOn, on] };
  });

/** What to tell somebody who does something all the same. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly about: Ref;
}

type Known = Pick<Action, "id" | "reference" | "status">;

/** What an action is waiting for when somebody starts or completes it: warnings, which block nothing. */
export const dependencyWarnings = (
  action: Pick<Action, "reference" | "dependsOn">,
  name: ActionMove,
  others: readonly Known[],
): Warning[] =>
  name !== "start" && name !== "complete"
    ? []
    : others
        .filter((other) => action.dependsOn.some(({ id }) => id === other.id))
        .filter((other) => other.status === "draft" || isLive(other))
        .map((other) => warningOf(action, other));

/** What is said of an action that does not wait for another. */
export const warningOf = ({ reference }: Pick<Action, "reference">, other: Known): Warning => ({
  code: "INV-A12",
  message: `${reference} waits for ${other.reference}, which is ${other.status}.`,
  about: refOf(other),
});
