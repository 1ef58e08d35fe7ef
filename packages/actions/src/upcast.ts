import { versions } from "@remit/kernel";
import { Action } from "./action.ts";
import { ActionLogSnapshot } from "./snapshot.ts";

/** Actions as they are kept, in their table and in the journal. */
export const keptActions = versions(Action, []);

/** Action logs as they are kept, in their table and in the journal. */
export const keptLogs = versions(ActionLogSnapshot, []);
