import { annotation, keepers, type OwnFields } from "@remit/kernel";
import { assertStatus, type OwnStatuses } from "../own-status.ts";
import { ActionStatus } from "../status.ts";
import { actionVerb } from "../verb.ts";

/** Writes fields of a directorate's own, whatever the status of the action. */
export function annotateAction(fields: OwnFields, statuses: OwnStatuses = {}) {
  const { step, ...said } = annotation("an action", fields);
  return actionVerb("annotate", {
    ...said,
    from: ActionStatus.options,
    to: "same",
    by: keepers,
    refuses: Object.keys(statuses).length === 0 ? [] : ["STATUS_DIFFERS"],
    step: (action, told) => {
      assertStatus(Reflect.get(told, "ownStatus"), action, statuses);
      return step(action, told);
    },
  });
}
