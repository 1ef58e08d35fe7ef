export {
  findActions,
  insertActions,
  listActions,
  listAsAt,
  listRaised,
  lockAction,
  lockActions,
  notFound,
  saveActions,
} from "./store/actions.ts";
export { actionCommands, logCommands } from "./store/commands.ts";
export { entryOf } from "./store/entry.ts";
export { actionKeeping, type ActionPorts, type Linked } from "./store/keeping.ts";
export { edgesFrom, type Lineage, listReferences, lockLineage } from "./store/lineage.ts";
export { reminderKeys, writeReminders } from "./store/reminder.ts";
export { listSnapshots, logKeeping } from "./store/snapshot.ts";

// Declarations keep no import that only adds tables.
export type {} from "./store/owners.ts";
