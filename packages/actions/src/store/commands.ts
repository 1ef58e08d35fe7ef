import { type Command, commandsOf } from "@remit/database";
import { type ActionOptions, verbsOfActions } from "../options.ts";
import { agreeLog, takeLog } from "../verbs/action-log.ts";
import { raiseAtMeeting } from "../verbs/raise.ts";
import { actionKeeping, type ActionPorts } from "./keeping.ts";
import { logKeeping } from "./snapshot.ts";

/** Every verb of actions, as it is done on a database. */
export const actionCommands = (ports: ActionPorts, options: ActionOptions = {}): Command[] =>
  commandsOf({
    makers: [raiseAtMeeting],
    verbs: Object.values(verbsOfActions(options)),
    keeping: actionKeeping(ports, options),
  });

/** Every verb of action logs, as it is done on a database. */
export const logCommands = (ports: Pick<ActionPorts, "groupOf">): Command[] =>
  commandsOf({ makers: [takeLog], verbs: [agreeLog], keeping: logKeeping(ports) });
