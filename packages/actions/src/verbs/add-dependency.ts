import { keepers, refTo, Refusal } from "@remit/kernel";
import { reaches } from "../edges.ts";
import { unfinished } from "../status.ts";
import { actionVerb } from "../verb.ts";

/** It can only be finished after another. */
export const addDependency = actionVerb("addDependency", {
  says: "Says that an action can only be finished after another.",
  from: unfinished,
  to: "same",
  by: keepers,
  mutation: "addActionDependency",
  input: {
    after: refTo("Action").describe("The id of the action that has to be finished first."),
  },
  needs: ["dependencies"],
  refuses: ["DEPENDS_ALREADY", "INV-A12"],
  step: (before, { after, dependencies }) => {
    const path = ["after"];
    if (before.dependsOn.some(({ id }) => id === after.id)) {
      throw new Refusal("DEPENDS_ALREADY", `It depends on ${after.label} already.`, { path });
    }
    if (reaches([after.id], before.id, dependencies)) {
      const message = `${after.label} waits for ${before.reference} itself: neither could ever begin.`;
      throw new Refusal("INV-A12", message, { path });
    }
    return { dependsOn: [...before.dependsOn, after] };
  },
});
