import { type Command, commandsOf } from "@remit/database";
import { actionVerbs } from "../verbs.ts";
import { annotateWith } from "../verbs/annotate.ts";
import { agreeLog, takeLog } from "../verbs/action-log.ts";
import { raiseAtMeeting } from "../verbs/raise.ts";
import { actionKeeping, type ActionOptions, type ActionPorts, ownFieldsOf } from "./keeping.ts";
import { logKeeping } from "./snapshot.ts";

/** Every verb of actions, as it is done on a database. */
export const actionCommands = (ports: ActionPorts, options: ActionOptions = {}): Command[] => {
  const fields = ownFieldsOf(options);
  const own = Object.keys(fields).length === 0 ? [] : [annotateWith(fields, options.statuses)];
  return commandsOf({
    makers: [raiseAtMeeting],
    verbs: [...Object.values(actionVerbs), ...own],
    keeping: actionKeeping(ports, options),
  });
};

/** Every verb of action logs, as it is done on a database. */
export const logCommands = (ports: Pick<ActionPorts, "groupOf">): Command[] =>
  commandsOf({ makers: [takeLog], verbs: [agreeLog], keeping: logKeeping(ports) });
