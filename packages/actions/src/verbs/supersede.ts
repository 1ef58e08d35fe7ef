import { keepers, type Ref, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { type Action, startedOf } from "../action.ts";
import { reaches } from "../edges.ts";
import { reason, reasonOf } from "../reason.ts";
import { assertReason, type Reasoned } from "../stamp.ts";
import { live } from "../status.ts";
import { actionVerb } from "../verb.ts";
import { unblocked } from "./block.ts";

/** Others take its place. */
export const supersede = actionVerb("supersede", {
  says: "Lets other actions take the place of one.",
  from: live,
  to: "superseded",
  by: keepers,
  input: {
    successors: z
      .array(refTo("Action"))
      .max(50)
      .describe("The ids of the actions that take its place."),
    ...reason,
  },
  needs: ["supersededBy"],
  refuses: ["INV-A16", "REASON_MISSING", "SUCCESSOR_MISSING"],
  step: (before, { successors, supersededBy, ...said }) => {
    if (successors.length === 0) {
      const message = "Name the action that takes its place, or withdraw it.";
      throw new Refusal("SUCCESSOR_MISSING", message, { path: ["successors"] });
    }
    const ids = successors.map(({ id }) => id);
    if (reaches(ids, before.id, supersededBy)) {
      const message = "An action cannot take the place of what took its own.";
      throw new Refusal("INV-A16", message, { path: ["successors"] });
    }
    return superseded(before, successors, reasonOf(said, before.group.id));
  },
});

/** What an action has to say whose place others take. */
export function superseded(action: Action, successors: readonly Ref[], why: Reasoned) {
  assertReason(why.reason);
  return {
    started: startedOf(action),
    closure: { kind: "superseded", successors, ...why },
    ...unblocked(action, why),
  };
}
