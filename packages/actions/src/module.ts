import { defineModule, type Module } from "@remit/graphql";
import { sql } from "kysely";
import { type ActionTypes, defineActions } from "./graphql.ts";
import { migrations } from "./migrations.ts";
import type { ActionOptions } from "./options.ts";
import { actionCommands, type ActionPorts, logCommands } from "./store.ts";

export { ActionKind } from "./input.ts";
export type { ActionOptions } from "./options.ts";
export type { OwnStatus, OwnStatuses } from "./own-status.ts";
export { ActionStatus } from "./status.ts";

/** What the module of actions asks of other packages, and a directorate's own options. */
export interface ActionsGiven extends ActionOptions {
  readonly ports: ActionPorts;
}

/** Actions that groups agree, and the logs of them. */
export function actionsModule({ ports, ...options }: ActionsGiven): Module<ActionTypes> {
  const actions = actionCommands(ports, options);
  const logs = logCommands(ports);
  return defineModule({
    name: "actions",
    migrations,
    journalled: [
      { type: "Action", table: "actions.action" },
      { type: "ActionLogSnapshot", table: "actions.log_snapshot" },
    ],
    places: {
      Action: sql`select id, reference as label, reference as quoted, access, group_id as "group", draft
        from actions.action`,
      ActionLogSnapshot: sql`select id, 'The log of ' || taken_on as label, access, group_id as "group"
        from actions.log_snapshot`,
    },
    commands: [...actions, ...logs],
    define: (builder, composed) => defineActions(builder, composed, { actions, logs, options }),
  });
}
