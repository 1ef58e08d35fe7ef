import { type Builder, type Command, type Composed, defineCommands } from "@remit/graphql";
import { defineActionTypes } from "./graphql/action.ts";
import { defineLog } from "./graphql/log.ts";
import { defineOwnFields } from "./graphql/own.ts";
import { defineRecord } from "./graphql/record.ts";
import { defineSnapshots } from "./graphql/snapshot.ts";
import { defineWarnings } from "./graphql/warning.ts";
import type { World } from "./graphql/world.ts";
import type { OwnFields } from "./own.ts";

export { dueDay, isLive, isOverdue, referenceOrder } from "./graphql/action.ts";

interface Parts extends Pick<World, "groupOf"> {
  readonly actions: readonly Command[];
  readonly logs: readonly Command[];
  readonly fields: OwnFields;
}

/** The types of actions, and every verb as a mutation. */
export function defineActions(
  builder: Builder,
  { Entry, directory, hidden }: Composed,
  { groupOf, actions, logs, fields }: Parts,
) {
  const world: World = { zoneOf: directory.zoneOf, hidden, groupOf };
  const history = { Entry };
  const types = defineActionTypes(builder);
  const { Record, parts } = defineRecord(builder, types, history, world);
  defineOwnFields(builder, types, Record, fields);
  defineWarnings(builder, types);
  defineLog(builder, Record, world);
  const snapshots = defineSnapshots(builder, parts, types, history);
  defineCommands(builder, types.Action, actions, directory);
  defineCommands(builder, snapshots.ActionLogSnapshot, logs, directory);
  return { ...types, ...snapshots, actionFields: fields };
}

/** The types that `defineActions` gives, for whoever links them to others. */
export type ActionTypes = ReturnType<typeof defineActions>;
