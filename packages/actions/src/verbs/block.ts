import { type Action, startedOf } from "../action.ts";
import { withChange } from "../change.ts";
import { reason, reasonOf } from "../reason.ts";
import { assertReason, type Reasoned } from "../stamp.ts";
import { actionVerb, everyParty } from "../verb.ts";

/** Something stands in the way. */
export const block = actionVerb("block", {
  says: "Says what stands in the way of an action.",
  from: ["open", "in-progress"],
  to: "blocked",
  by: everyParty,
  input: reason,
  refuses: ["REASON_MISSING"],
  step: (before, said) => {
    assertReason(said.reason);
    return { started: startedOf(before), block: reasonOf(said, before.group.id) };
  },
});

/** What stood in the way is gone. Work goes on where it had begun. */
export const unblock = actionVerb("unblock", {
  says: "Says that nothing stands in the way of an action any more; work goes on where it had begun.",
  from: ["blocked"],
  to: ["open", "in-progress"],
  by: everyParty,
  input: reason,
  refuses: ["REASON_MISSING"],
  step: ({ started, block: was, changes, group }, said) => ({
    status: started === null ? "open" : "in-progress",
    changes: withChange(changes, { verb: "unblock", was, ...reasonOf(said, group.id) }),
  }),
});

/** What stood in the way of an action that ends stays in its record. */
export const unblocked = (action: Action, why: Reasoned) =>
  action.status === "blocked"
    ? { changes: withChange(action.changes, { verb: "unblock", was: action.block, ...why }) }
    : {};
