import { type AgentRef, keepers, sameAgent } from "@remit/kernel";
import * as z from "zod";
import { type Action, ownershipRefusal } from "../action.ts";
import { withChange } from "../change.ts";
import { OwnerInput } from "../input.ts";
import { asHeld, Owner } from "../owner.ts";
import { crowdRefusal } from "../raise.ts";
import { reason, reasonOf } from "../reason.ts";
import { unfinished } from "../status.ts";
import { actionVerb } from "../verb.ts";

/** Other owners, for a reason. Whoever stays keeps what they have said about their part, and their role where none is given. */
export const reassign = actionVerb("reassign", {
  says: "Gives an action other owners, for a reason; no owners at all says that none is stated.",
  from: unfinished,
  to: "same",
  by: keepers,
  input: {
    owners: z.array(OwnerInput).max(100).describe("Everybody who owns the action from now on."),
    ...reason,
  },
  refuses: ["INV-A3", "INV-A4", "INV-A5", "REASON_MISSING"],
  // A crowd that stays is the crowd of its own day.
  meant: (action, { owners }) => ({
    owners: owners.map((owner) => ({ ...owner, agent: asHeld(action, owner.agent) })),
  }),
  step: (before, { owners, ...said }) => {
    const parsed = owners.map(({ agent, role }) => {
      const stays = ownerOf(before, agent);
      return Owner.parse({ ...stays, agent, role: role ?? stays?.role });
    });
    const ownerNotStated = parsed.length === 0;
    const added = parsed.filter(({ agent }) => ownerOf(before, agent) === undefined);
    const refusal =
      ownershipRefusal({ ...before, owners: parsed, ownerNotStated }) ??
      crowdRefusal(added, said.on);
    if (refusal !== null) throw refusal;
    const was = { owners: before.owners, ownerNotStated: before.ownerNotStated };
    const why = reasonOf(said, before.group.id);
    const changes = withChange(before.changes, { verb: "reassign", was, ...why });
    return { owners: parsed, ownerNotStated, changes };
  },
});

const ownerOf = ({ owners }: Action, agent: AgentRef) =>
  owners.find((owner) => sameAgent(owner.agent, agent));
