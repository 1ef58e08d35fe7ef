import { globalId, Said } from "@remit/graphql";
import { Access, Refusal } from "@remit/kernel";
import * as z from "zod";
import { crowdOf } from "../crowd.ts";
import { depend } from "../dependency.ts";
import { asHeld, PartStatus } from "../owner.ts";
import { answer, fanOut } from "../part.ts";
import { assertSpeaksFor } from "../permission.ts";
import { spokenForAlone } from "../speaking.ts";
import { link, report, review } from "../record.ts";
import { reassign, revise, reword } from "../revision.ts";
import { edgesFrom } from "../store.ts";
import { Link, ReviewOutcome } from "../update.ts";
import type { Acting, Owned } from "./acting.ts";
import { AgentInput, DueInput, OwnerInput, QuantityInput, ReasonInput } from "./input.ts";
import type { verbDefiner } from "./move.ts";
import { ownerGiven, ownerMissing } from "./owner.ts";
import { type Inputs, reasoned, reasonFields } from "./verbs.ts";
import type { Builder } from "@remit/graphql";

type Define = ReturnType<typeof verbDefiner>;

/** The owners that a caller names, for actions of a group. */
export async function ownersOf(
  given: readonly z.infer<typeof OwnerInput>[],
  of: Owned,
  asOf: string,
  acting: Acting,
  ...path: readonly (string | number)[]
) {
  const owners = [];
  for (const [index, { agent, role }] of given.entries()) {
    const named = await acting.agent(agent, of, asOf, ...path, index, "agent");
    owners.push({ agent: named, role: role ?? undefined });
  }
  return owners;
}

/** The verbs that change what an action says: its due, its words, its owners. */
export function defineRevisions(define: Define, { Owner, Due, Agent }: Inputs): void {
  define("reviseAction", {
    move: "revise",
    description: "Another due, for a reason. What it was stays in the record.",
    fields: (t) => ({
      due: t.field({ type: Due, required: true, description: "The new due." }),
      ...reasonFields(t),
    }),
    schema: ReasonInput.extend({ due: DueInput }),
    run: async (action, { due, ...facts }, acting) => ({
      action: revise(action, {
        due: await acting.due(due, action, acting.stamp.on, "due"),
        ...(await reasoned(facts, action, acting)),
      }),
    }),
  });
  define("rewordAction", {
    move: "reword",
    description: "Other words, for a reason. The sentence as minuted stays in the record.",
    fields: (t) => ({
      text: t.string({ required: true, description: "What is to be done." }),
      ...reasonFields(t),
    }),
    schema: ReasonInput.extend({ text: Said }),
    run: async (action, { text, ...facts }, acting) => ({
      action: reword(action, { text, ...(await reasoned(facts, action, acting)) }),
    }),
  });
  define("reassignAction", {
    move: "reassign",
    description: "Other owners, for a reason; none says that none is stated.",
    fields: (t) => ({
      owners: t.field({ type: [Owner], required: true, description: "The owners from now on." }),
      ...reasonFields(t),
    }),
    schema: ReasonInput.extend({ owners: z.array(OwnerInput).max(100) }),
    run: async (action, { owners, ...facts }, acting) => {
      const named = await ownersOf(owners, action, acting.stamp.on, acting, "owners");
      // A crowd that stays is the crowd of its own day.
      const kept = named.map((owner) => ({ ...owner, agent: asHeld(action, owner.agent) }));
      return {
        action: reassign(action, {
          owners: kept,
          ...(await reasoned(facts, action, acting)),
        }),
      };
    },
  });
  define("fanOutAction", {
    move: "fanOut",
    description: "The people of a crowd each get their own part, as the crowd was on its day.",
    fields: (t) => ({
      owner: t.field({ type: Agent, required: true, description: "The crowd, as it owns it." }),
    }),
    schema: z.object({ owner: AgentInput }),
    run: async (action, { owner }, acting) => {
      const agent = await ownerGiven(owner, action, acting);
      if (agent.kind !== "collective") {
        throw new Refusal("INV-A6", `${agent.label} is no crowd.`, { path: ["owner"] });
      }
      const people = crowdOf(agent, await acting.world.belongings(acting.tx, agent));
      if (people.length > 0) return { action: fanOut(action, agent, people) };
      const message = `Nobody is known to have been among "${agent.label}" on ${agent.asOf}.`;
      throw new Refusal("CROWD_UNKNOWN", message, { path: ["owner"] });
    },
  });
}

/** The verbs that add to the record of an action and leave its status as it is. */
export function defineAdditions(
  define: Define,
  { Agent, PartStatus: Status, Outcome, Rel, Quantity }: Inputs,
  access: Builder["Access"],
): void {
  define("answerAction", {
    move: "answer",
    description: "An owner acknowledges, declines, or says that their part is done.",
    fields: (t) => ({
      owner: t.field({ type: Agent, description: "Whose part it is; your own if left out." }),
      status: t.field({ type: Status, required: true, description: "What they say." }),
      note: t.string({ description: "In their words." }),
    }),
    schema: z.object({ owner: AgentInput.nullish(), status: PartStatus, note: Said.nullish() }),
    run: async (action, { owner, status, note }, acting) => {
      const { caller } = acting.context;
      const agent =
        owner == null ? spokenForAlone(caller, action) : await ownerGiven(owner, action, acting);
      if (agent === undefined) throw ownerMissing(action);
      assertSpeaksFor(caller, action, agent);
      const { on } = acting.stamp;
      return { action: answer(action, { agent, status, on, note: note ?? undefined }) };
    },
  });
  define("reportAction", {
    move: "report",
    description: "Somebody reports how it stands.",
    fields: (t) => ({
      text: t.string({ required: true, description: "How it stands." }),
      progress: t.field({ type: Quantity, description: "How far it has come, if that is said." }),
      evidence: t.idList({ description: "Documents that show it." }),
      access: t.field({ type: access, description: "Who may see it; as the action if left out." }),
    }),
    schema: z.object({
      text: Said,
      progress: QuantityInput.nullish(),
      evidence: z.array(globalId("Document")).max(50).nullish(),
      access: Access.nullish(),
    }),
    run: async (action, facts, acting) => ({
      action: report(action, {
        id: acting.context.newId(),
        ...acting.stamp,
        text: facts.text,
        progress: facts.progress ?? null,
        evidence: await acting.refs(
          facts.evidence,
          { ...action, access: facts.access ?? action.access },
          "evidence",
        ),
        access: facts.access ?? action.access,
      }),
    }),
  });
  define("reviewAction", {
    move: "review",
    description: "A meeting went through the log and came to this action.",
    fields: (t) => ({
      meeting: t.id({ required: true, description: "The meeting." }),
      outcome: t.field({ type: Outcome, required: true, description: "What it made of it." }),
      note: t.string({ description: "What was said." }),
    }),
    schema: z.object({
      meeting: globalId("Meeting"),
      outcome: ReviewOutcome,
      note: Said.nullish(),
    }),
    run: async (action, { meeting, outcome, note }, acting) => {
      const held = await acting.ownMeeting(meeting, action, "meeting");
      acting.assertHeld(held);
      const made = { meeting: held.meeting, on: held.on, outcome, note: note ?? null };
      return { action: review(action, made) };
    },
  });
  define("linkAction", {
    move: "link",
    description: "It serves something: a commitment, or another action.",
    fields: (t) => ({
      relation: t.field({ type: Rel, required: true, description: "What it is to it." }),
      target: t.id({ required: true, description: "What it serves." }),
      reason: t.string({ required: true, description: "Why somebody says so." }),
    }),
    schema: z.object({
      relation: Link.shape.rel,
      target: globalId("Commitment", "Action", "Item", "Document"),
      reason: Said,
    }),
    run: async (action, { relation, target, reason }, acting) => {
      const added = { rel: relation, target: await acting.ref(target, action, "target") };
      await acting.world.linked(acting.tx, { action: action.id, reason, ...added }, acting.context);
      return { action: link(action, added) };
    },
  });
  define("dependAction", {
    move: "depend",
    description: "It can only be finished after another.",
    fields: (t) => ({
      after: t.id({ required: true, description: "The action that has to be finished first." }),
    }),
    schema: z.object({ after: globalId("Action") }),
    lineage: ({ after }) => [after.id],
    run: async (action, { after }, acting) => {
      const other = await acting.ref(after, action, "after");
      const edges = await edgesFrom(acting.tx, "dependsOn", [other.id]);
      return { action: depend(action, other, edges) };
    },
  });
}
