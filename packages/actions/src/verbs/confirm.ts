import { keepers } from "@remit/kernel";
import * as z from "zod";
import { ownershipRefusal } from "../action.ts";
import { actionVerb } from "../verb.ts";

/** A draft becomes an action of the group. */
export const confirm = actionVerb("confirm", {
  says: "Makes a draft an action of the group.",
  from: ["draft"],
  to: "open",
  by: keepers,
  input: {
    ownerNotStated: z
      .boolean()
      .optional()
      .describe("True: the text names nobody on purpose; needed for a draft of no owner."),
  },
  refuses: ["INV-A3"],
  asks: (_, { owners, ownerNotStated }) =>
    owners.length === 0 && !ownerNotStated ? ["ownerNotStated"] : [],
  step: (draft, { ownerNotStated = false }) => {
    const stated = { ownerNotStated: draft.ownerNotStated || ownerNotStated };
    const refusal = ownershipRefusal({ ...draft, ...stated, status: "open" });
    if (refusal !== null) throw refusal;
    return stated;
  },
});
