import { type Builder, defineCommands, type defineHistory, type Directory } from "@remit/graphql";
import { defineActionTypes } from "./graphql/action.ts";
import { defineLog } from "./graphql/log.ts";
import { defineRecord } from "./graphql/record.ts";
import { defineSnapshots } from "./graphql/snapshot.ts";
import { defineWarnings } from "./graphql/warning.ts";
import type { World } from "./graphql/world.ts";
import { actionCommands, type ActionOptions, type ActionPorts, logCommands } from "./store.ts";

export type { World } from "./graphql/world.ts";
export { dueDay, isLive, isOverdue, referenceOrder } from "./graphql/action.ts";

/** What the graph of actions is put together with. */
export interface ActionGraph {
  readonly world: World;
  readonly ports: ActionPorts;
  readonly directory: Directory;
  readonly options?: ActionOptions;
}

/** The types of actions, and every verb as a mutation. */
export function defineActions(
  builder: Builder,
  history: ReturnType<typeof defineHistory>,
  { world, ports, directory, options }: ActionGraph,
) {
  const types = defineActionTypes(builder);
  const { Record, parts } = defineRecord(builder, types, history, world);
  defineWarnings(builder, types);
  defineLog(builder, Record, world);
  const snapshots = defineSnapshots(builder, parts, types, history);
  defineCommands(builder, types.Action, actionCommands(ports, options), directory);
  defineCommands(builder, snapshots.ActionLogSnapshot, logCommands(ports), directory);
  return { ...types, ...snapshots };
}
