import { keepers, refTo, Refusal } from "@remit/kernel";
import { startedOf } from "../action.ts";
import { withChange } from "../change.ts";
import { reason, reasonOf } from "../reason.ts";
import { assertFree } from "../reference.ts";
import { assertReason } from "../stamp.ts";
import { actionVerb, askedGroup } from "../verb.ts";

/** A group asks another, such as its successor, to take an action on. */
export const transfer = actionVerb("transfer", {
  says: "Asks another group, such as a successor, to take an action on.",
  from: ["open", "in-progress"],
  to: "transferred",
  by: keepers,
  input: { to: refTo("Group").describe("The id of the other group."), ...reason },
  refuses: ["REASON_MISSING", "SAME_GROUP"],
  step: (before, { to, ...said }) => {
    const { group } = before;
    assertReason(said.reason);
    if (to.id === group.id) {
      throw new Refusal("SAME_GROUP", `It is ${group.label}'s already.`, { path: ["to"] });
    }
    return {
      started: startedOf(before),
      closure: { kind: "transferred", to, ...reasonOf(said, group.id) },
    };
  },
});

/** The other group takes it on: the same action, by the same reference. */
export const receive = actionVerb("receive", {
  says: "Takes an action on from another group: the same action, by the same reference.",
  from: ["transferred"],
  to: "open",
  by: ["askedSecretariat", "askedChair"],
  group: askedGroup,
  input: reason,
  needs: ["taken"],
  refuses: ["INV-A18", "REASON_MISSING"],
  step: ({ group, closure, started, reference, changes }, { taken, ...said }) => {
    assertFree(reference, taken);
    const was = { group, transfer: closure, started };
    const why = reasonOf(said, closure.to.id);
    return { group: closure.to, changes: withChange(changes, { verb: "receive", was, ...why }) };
  },
});
