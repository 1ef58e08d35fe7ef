import { assertHeld, keepers, Note, refTo, Refusal } from "@remit/kernel";
import { type Action, startedOf } from "../action.ts";
import { withChange } from "../change.ts";
import { ClosedKind } from "../closure.ts";
import { policyOf } from "../completion.ts";
import { evidence } from "../input.ts";
import { reason, reasonOf } from "../reason.ts";
import { actionVerb } from "../verb.ts";
import { notDone } from "./complete.ts";

/** The group agrees that the action is closed: what was done, what stands, or what a crowd was to do. */
export const close = actionVerb("close", {
  says: "Says that the group agrees that an action is closed.",
  from: ["open", "in-progress", "done"],
  to: "closed",
  by: keepers,
  input: {
    agreedIn: refTo("Meeting").optional().describe("The id of the meeting that agreed it."),
    kind: ClosedKind.optional().describe(
      "How the action ended; completed where its owners said that it is done, else agreed-closed, if left out.",
    ),
    note: Note.optional().describe("What the group said."),
    evidence,
  },
  needs: ["closers"],
  refuses: ["AGREEMENT_MISSING", "INV-A8", "NOT_DONE"],
  guard: (action) =>
    action.status === "done" || endsByGroup(action)
      ? null
      : new Refusal("NOT_DONE", "Nobody has said that it is done: complete it first."),
  asks: () => ["agreedIn"],
  step: (before, { by, on, closers = "group", agreedIn, kind: given, note, evidence: shown }) => {
    if (closers === "group" && agreedIn == null) {
      const message = "Say at which meeting the group agreed that it is closed.";
      throw new Refusal("AGREEMENT_MISSING", message, { path: ["agreedIn"] });
    }
    if (agreedIn != null) assertHeld(agreedIn, before.group.id, ["agreedIn"], on);
    const done = before.status === "done" ? before.done : null;
    const kind = given ?? (done === null ? "agreed-closed" : "completed");
    if (kind === "completed" && done === null) {
      const message = "Nobody has said that it is done: close it as agreed-closed.";
      throw new Refusal("INV-A8", message, { path: ["kind"] });
    }
    const closure = { by, on, agreedIn, kind, note, evidence: shown };
    return { started: startedOf(before), done, closure };
  },
});

const endsByGroup = (action: Action) =>
  action.due.kind === "standing" || policyOf(action).kind === "by-group";

/** The group takes it up again. */
export const reopen = actionVerb("reopen", {
  says: "Takes a closed action up again.",
  from: ["closed"],
  to: "open",
  by: keepers,
  input: {
    ...reason,
    agreedIn: refTo("Meeting").describe("The id of the meeting that took it up again."),
  },
  refuses: ["REASON_MISSING"],
  step: ({ closure, done, started, owners, changes, group }, said) => ({
    owners: notDone(owners),
    changes: withChange(changes, {
      verb: "reopen",
      was: { ...closure, done, started },
      ...reasonOf(said, group.id),
    }),
  }),
});
