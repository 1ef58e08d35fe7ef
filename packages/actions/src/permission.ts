import { type Actor, type AnyVerb, sees } from "@remit/kernel";
import { type Action, isDraft } from "./action.ts";
import { keeps } from "./speaking.ts";
import { askedGroup } from "./verb.ts";
import { actionVerbs } from "./verbs.ts";

/** Whether a viewer sees an action at all: a draft is for whoever keeps the record of its group. */
export const seesAction = (viewer: Actor, action: Action): boolean =>
  sees(viewer, action.access, action.group.id) &&
  (!isDraft(action) || keeps(viewer, action.group.id));

/** Whether a viewer may be told of an action when they do something to it: those who are asked to take it on, too. */
export const knowsAction = (viewer: Actor, action: Action): boolean => {
  const asked = askedGroup(action);
  return seesAction(viewer, action) || (asked !== null && keeps(viewer, asked));
};

/** Verbs of actions by their names: those of everybody, or as a directorate has them. */
export type ActionVerbs = Readonly<Record<string, AnyVerb<Action>>>;

/** What a viewer can do with an action now and which members of its input they have to give, or why not. */
export type MoveNow =
  | { readonly move: string; readonly allowed: true; readonly needs: readonly string[] }
  | {
      readonly move: string;
      readonly allowed: false;
      readonly code: string;
      readonly reason: string;
    };

/** Every verb, with what stands in its way for this viewer. */
export function movesFor(
  viewer: Actor,
  action: Action,
  verbs: ActionVerbs = actionVerbs,
): MoveNow[] {
  return Object.entries(verbs).map(([move, verb]) => {
    const refusal = verb.refusal(viewer, action);
    if (refusal === null) return { move, allowed: true, needs: verb.asks(viewer, action) };
    return { move, allowed: false, code: refusal.code, reason: refusal.message };
  });
}
