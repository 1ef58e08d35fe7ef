import { keepers } from "@remit/kernel";
import { withChange } from "../change.ts";
import { DueInput } from "../input.ts";
import { reason, reasonOf } from "../reason.ts";
import { placed } from "../scheduled.ts";
import { unfinished } from "../status.ts";
import { actionVerb } from "../verb.ts";

/** Another due, for a reason. What it was stays in the record. */
export const reschedule = actionVerb("reschedule", {
  says: "Gives an action another due, for a reason; what it was stays in the record.",
  from: unfinished,
  to: "same",
  by: keepers,
  input: { due: DueInput.describe("The new due of the action."), ...reason },
  needs: ["nextMeeting"],
  refuses: ["INV-A9"],
  step: ({ due: was, changes, group }, { due, nextMeeting, ...said }) => ({
    due: placed(due, nextMeeting),
    changes: withChange(changes, { verb: "revise", was, ...reasonOf(said, group.id) }, "INV-A9"),
  }),
});
