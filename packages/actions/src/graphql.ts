import { type Builder, type Command, type Composed, defineCommands } from "@remit/graphql";
import { defineActionTypes } from "./graphql/action.ts";
import { defineLog } from "./graphql/log.ts";
import { defineOwnFields } from "./graphql/own.ts";
import { defineRecord } from "./graphql/record.ts";
import { defineSnapshots } from "./graphql/snapshot.ts";
import { defineWarnings } from "./graphql/warning.ts";
import type { OwnFields } from "./own.ts";

export type { DueRow } from "./graphql/action.ts";
export type { LogRow } from "./graphql/log.ts";
export { dueDay, isLive, isOverdue, referenceOrder } from "./graphql/action.ts";

interface Commands {
  readonly actions: readonly Command[];
  readonly logs: readonly Command[];
  readonly fields: OwnFields;
}

/** The types of actions, and every verb as a mutation. */
export function defineActions(
  builder: Builder,
  composed: Composed,
  { actions, logs, fields }: Commands,
) {
  const { directory, hidden } = composed;
  const types = defineActionTypes(builder, hidden);
  defineRecord(builder, types, composed);
  defineOwnFields(builder, types, fields);
  defineWarnings(builder, types);
  const ActionLog = defineLog(builder, types, composed);
  const snapshots = defineSnapshots(builder, types, composed);
  defineCommands(builder, types.Action, actions, directory);
  defineCommands(builder, snapshots.ActionLogSnapshot, logs, directory);
  return { ...types, ...snapshots, ActionLog, actionFields: fields };
}

/** The types that `defineActions` gives, for whoever links them to others. */
export type ActionTypes = ReturnType<typeof defineActions>;
