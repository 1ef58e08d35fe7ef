import { type NounOptions, type OwnFields, verbsWith } from "@remit/kernel";
import type { Action } from "./action.ts";
import { type OwnStatuses, statusField } from "./own-status.ts";
import type { ClosedBy } from "./verb.ts";
import { type ActionMove, actionVerbs } from "./verbs.ts";
import { annotateAction } from "./verbs/annotate.ts";

/** What a directorate decides of actions: what it leaves out is as everybody has it. */
export interface ActionOptions extends NounOptions<Action, ActionMove> {
  /** Who may let an action rest; the group, at a meeting, if left out. */
  readonly closers?: ClosedBy;
  /** Sorts of action that it knows beside those that everybody does, such as `site-visit`. */
  readonly kinds?: readonly string[];
  /** Finer words that it has for the states in which an action may be. */
  readonly statuses?: OwnStatuses;
}

/** All that a directorate keeps of actions beside what everybody does. */
export const ownFieldsOf = ({ fields = {}, statuses = {} }: ActionOptions): OwnFields => ({
  ...fields,
  ...statusField(statuses),
});

/** The verbs of actions as a directorate has them. */
export const verbsOfActions = (options: ActionOptions) =>
  verbsWith(actionVerbs, (fields) => annotateAction(fields, options.statuses), {
    ...options,
    fields: ownFieldsOf(options),
  });
