import { AgentInput, keepers, Refusal, sameAgent } from "@remit/kernel";
import { Assignment, isBody, notOwner, ownerMeant } from "../owner.ts";
import { live } from "../status.ts";
import { actionVerb } from "../verb.ts";

/**
 * A crowd's people each get their own part, as the crowd was on its day: see `crowdOf`. An organisation, post or group
 * is shared out the same way where somebody asks for it. Who they were is settled once.
 */
export const shareOut = actionVerb("shareOut", {
  says: "Gives each person of a crowd a part of their own, as the crowd was on its day.",
  from: live,
  to: "same",
  by: keepers,
  input: { owner: AgentInput.describe("The crowd, as it owns the action.") },
  needs: ["people"],
  refuses: ["CROWD_UNKNOWN", "INV-A5", "INV-A6", "NOT_OWNER"],
  guard: ({ owners }) => {
    const bodies = owners.filter(isBody);
    if (bodies.some(({ assignments }) => assignments === null)) return null;
    const path = ["owner"];
    return bodies.length === 0
      ? new Refusal("INV-A6", "None of its owners is a crowd: nothing to share out.", { path })
      : new Refusal("INV-A5", "Who they were is settled. Reassign the action instead.", { path });
  },
  meant: (action, { owner }) => ({ owner: ownerMeant(action, owner) }),
  step: ({ owners }, { owner, people }) => {
    const path = ["owner"];
    const found = owners.find(({ agent }) => sameAgent(agent, owner));
    if (found === undefined) throw notOwner(owner, owners);
    if (found.assignments !== null) {
      const message = `Who ${owner.label} were is settled. Reassign the action instead.`;
      throw new Refusal("INV-A5", message, { path });
    }
    if (!isBody(found)) {
      const message = `${owner.label} is nobody but themselves: nothing to share out.`;
      throw new Refusal("INV-A6", message, { path });
    }
    if (people.length === 0) {
      const day = owner.kind === "collective" ? ` on ${owner.asOf}` : "";
      const message = `Nobody is known to have been among "${owner.label}"${day}.`;
      throw new Refusal("CROWD_UNKNOWN", message, { path });
    }
    const each = people.filter((agent, index) =>
      people.slice(0, index).every((earlier) => !sameAgent(earlier, agent)),
    );
    const assignments = each.map((agent) => Assignment.parse({ agent }));
    return { owners: owners.map((one) => (one === found ? { ...one, assignments } : one)) };
  },
});
