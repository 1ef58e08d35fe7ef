import { keepers, Refusal } from "@remit/kernel";
import { startedOf } from "../action.ts";
import { reason, reasonOf } from "../reason.ts";
import { assertReason } from "../stamp.ts";
import { unfinished } from "../status.ts";
import { actionVerb } from "../verb.ts";
import { unblocked } from "./block.ts";

/** It is not to be done after all, or should never have been recorded. It stays in the record. */
export const withdraw = actionVerb("withdraw", {
  says: "Says that an action is not to be done after all; it stays in the record.",
  from: unfinished,
  to: "withdrawn",
  by: keepers,
  input: reason,
  refuses: ["INV-A8", "REASON_MISSING"],
  guard: ({ due, status }) =>
    due.kind === "standing" && status !== "draft"
      ? new Refusal("INV-A8", "A standing action ends when the group closes it.")
      : null,
  step: (before, said) => {
    assertReason(said.reason);
    const why = reasonOf(said, before.group.id);
    return {
      started: startedOf(before),
      closure: { kind: "withdrawn", ...why },
      ...(before.status === "draft" ? { draft: true } : {}),
      ...unblocked(before, why),
    };
  },
});
