import {
  type Builder,
  type Command,
  type Composed,
  defineCommands,
  defineOwnFields,
} from "@remit/graphql";
import { sql } from "kysely";
import { defineActionTypes, shownRecord } from "./graphql/action.ts";
import { defineLog } from "./graphql/log.ts";
import { defineRecord } from "./graphql/record.ts";
import { defineSnapshots } from "./graphql/snapshot.ts";
import { defineWarnings } from "./graphql/warning.ts";
import { type ActionOptions, ownFieldsOf, verbsOfActions } from "./options.ts";

export type { DueRow } from "./graphql/action.ts";
export type { LogRow } from "./graphql/log.ts";
export { dueDay, isLive, isOverdue, referenceOrder } from "./graphql/action.ts";

interface Commands {
  readonly actions: readonly Command[];
  readonly logs: readonly Command[];
  readonly options: ActionOptions;
}

/** The types of actions, and every verb as a mutation. */
export function defineActions(
  builder: Builder,
  composed: Composed,
  { actions, logs, options }: Commands,
) {
  const { directory, hidden } = composed;
  const types = defineActionTypes(builder, hidden);
  const actionFields = ownFieldsOf(options);
  defineRecord(builder, types, composed, verbsOfActions(options));
  defineOwnFields(
    builder,
    types.Action,
    actionFields,
    (...row) => sql`${shownRecord(...row)} -> 'own'`,
  );
  defineWarnings(builder, types);
  const ActionLog = defineLog(builder, types, composed);
  const snapshots = defineSnapshots(builder, types, composed);
  defineCommands(builder, types.Action, actions, directory);
  defineCommands(builder, snapshots.ActionLogSnapshot, logs, directory);
  return { ...types, ...snapshots, ActionLog, actionFields };
}

/** The types that `defineActions` gives, for whoever links them to others. */
export type ActionTypes = ReturnType<typeof defineActions>;
