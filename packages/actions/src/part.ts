import { AgentRef, Day, Refusal, sameAgent } from "@remit/kernel";
import * as z from "zod";
import type { Action } from "./action.ts";
import { move } from "./move.ts";
import { assertPart, Assignment, notOwner, PartStatus, withPart } from "./owner.ts";
import { Words } from "./stamp.ts";

/**
 * A crowd's people each get their own part, as the crowd was on its day: see `crowdOf`. An organisation, post or group
 * is fanned out the same way where somebody asks for it. Who they were is settled once.
 */
export const fanOut = (action: Action, owner: AgentRef, resolved: readonly AgentRef[]): Action =>
  move(action, "fanOut", ({ owners }) => {
    const found = owners.find(({ agent }) => sameAgent(agent, owner));
    if (found === undefined) throw notOwner(owner, owners);
    if (found.assignments !== null) {
      throw new Refusal(
        "INV-A5",
        `Who ${owner.label} were is settled. Reassign the action instead.`,
      );
    }
    if (owner.kind === "person" || owner.kind === "unresolved") {
      throw new Refusal("INV-A6", `${owner.label} is nobody but themselves: nothing to fan out.`);
    }
    const each = resolved.filter((agent, index) =>
      resolved.slice(0, index).every((earlier) => !sameAgent(earlier, agent)),
    );
    const assignments = each.map((agent) => Assignment.parse({ agent }));
    return { owners: owners.map((one) => (one === found ? { ...one, assignments } : one)) };
  });

/** What an owner, or one of a crowd, says about their part. */
export const AnswerFacts = z.object({
  agent: AgentRef,
  status: PartStatus,
  on: Day,
  note: Words.optional(),
});
export type AnswerFacts = Readonly<z.input<typeof AnswerFacts>>;

/** Somebody who has a part in it acknowledges, declines, or says that theirs is done. */
export const answer = (action: Action, { agent, status, on, note }: AnswerFacts): Action =>
  move(action, "answer", ({ owners }) => {
    assertPart(owners, agent);
    return { owners: withPart(owners, agent, { status, on, note: note ?? null }) };
  });
