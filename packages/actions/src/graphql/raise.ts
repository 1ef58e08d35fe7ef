import { type Builder, defineVerb, globalId, Said, type Tx } from "@remit/graphql";
import type { AgentRef } from "@remit/kernel";
import * as z from "zod";
import { Owner } from "../owner.ts";
import { assertKeeps } from "../permission.ts";
import { draft, raise } from "../raise.ts";
import { nextNumber, referenceOf } from "../reference.ts";
import { entryOf, insertActions, listRaised, listReferences, lockLineage } from "../store.ts";
import type { FollowUp } from "../update.ts";
import { type Acting, actingAt, type Owned } from "./acting.ts";
import type { defineActionTypes } from "./action.ts";
import {
  AgentInput,
  CompletionInput,
  DueInput,
  FollowUpInput,
  KindInput,
  OwnerInput,
  Target,
} from "./input.ts";
import { onceFields } from "./move.ts";
import type { Inputs } from "./verbs.ts";
import { ownersOf } from "./verbs-record.ts";
import type { MeetingFacts, World } from "./world.ts";

const Raise = Target.omit({ id: true }).extend({
  meeting: globalId("Meeting"),
  item: globalId("Item").nullish(),
  text: Said,
  owners: z.array(OwnerInput).max(100).nullish(),
  ownerNotStated: z.boolean().nullish(),
  due: DueInput.nullish(),
  draft: z.boolean().nullish(),
  completion: CompletionInput.nullish(),
  kind: KindInput.nullish(),
  beneficiaries: z.array(AgentInput).max(100).nullish(),
  dependsOn: z.array(globalId("Action")).max(50).nullish(),
  followUps: z.array(FollowUpInput).max(50).nullish(),
});

/** What is to come back to a group, at meetings of its own. */
async function followUpsOf(
  given: readonly z.infer<typeof FollowUpInput>[],
  of: Owned,
  acting: Acting,
): Promise<FollowUp[]> {
  const followUps: FollowUp[] = [];
  for (const [index, { meeting: id, ...rest }] of given.entries()) {
    const path = ["followUps", index, "meeting"] as const;
    const meeting = id == null ? null : (await acting.ownMeeting(id, of, ...path)).meeting;
    followUps.push({ ...rest, meeting });
  }
  return followUps;
}

/** For whose sake an action is. */
async function beneficiariesOf(
  given: readonly AgentInput[],
  held: MeetingFacts,
  acting: Acting,
): Promise<AgentRef[]> {
  const agents: AgentRef[] = [];
  for (const [index, agent] of given.entries())
    agents.push(await acting.agent(agent, held, held.on, "beneficiaries", index));
  return agents;
}

/** The next number of a meeting's actions, with its reference and those that are taken. */
async function numberAt(tx: Tx, { group, meeting, code, on }: MeetingFacts) {
  const raised = await listRaised(tx, meeting.id);
  const number = nextNumber(raised);
  const stem = raised[0]?.reference.replace(/\d+$/u, "");
  const month = stem === undefined ? referenceOf(code, on, number) : `${stem}${number}`;
  const day = referenceOf(code, on, number, "day");
  const taken = await listReferences(tx, group.id, [month, day]);
  // A second meeting in one month counts by the day, so that no reference is given twice.
  const second = stem === undefined && taken.includes(month);
  return { number, reference: second ? day : month, taken };
}

/** A new action of a meeting. */
export function defineRaise(
  builder: Builder,
  { Action }: Pick<ReturnType<typeof defineActionTypes>, "Action">,
  { Owner: OwnerIn, Due, Agent, Completion, FollowUp: FollowUpIn }: Inputs,
  world: World,
): void {
  const input = builder.inputType("RaiseActionInput", {
    description: "What raiseAction is told.",
    fields: (t) => ({
      meeting: t.id({ required: true, description: "The meeting that raised it." }),
      item: t.id({ description: "The item under which it was raised." }),
      text: t.string({ required: true, description: "What is to be done." }),
      owners: t.field({ type: [OwnerIn], description: "For whom." }),
      ownerNotStated: t.boolean({ description: "That nobody is named, on purpose." }),
      due: t.field({ type: Due, description: "By when; not stated if left out." }),
      completion: t.field({
        type: Completion,
        description: "Whose word makes it done; as its owners say if left out.",
      }),
      kind: t.string({ description: "What sort of action: task, information-request." }),
      beneficiaries: t.field({ type: [Agent], description: "For whose sake." }),
      dependsOn: t.idList({ description: "The actions that have to be finished first." }),
      followUps: t.field({ type: [FollowUpIn], description: "What is to come back to the group." }),
      draft: t.boolean({ description: "That nobody has confirmed it yet." }),
      ...onceFields(t),
    }),
  });
  defineVerb(builder, "raiseAction", {
    description: "A meeting agrees that somebody is to do something.",
    subject: Action,
    input,
    schema: Raise,
    run: async (tx, facts, context) => {
      const { acting, held } = await actingAt(tx, context, world, facts);
      assertKeeps(context.caller, held.group.id);
      acting.assertHeld(held);
      await lockLineage(tx, { groups: [held.group.id] });
      const { taken, ...numbered } = await numberAt(tx, held);
      const owners = await ownersOf(facts.owners ?? [], held, held.on, acting, "owners");
      const action = (facts.draft ? draft : raise)(
        {
          id: context.newId(),
          group: held.group,
          ...numbered,
          text: facts.text,
          wording: "summary",
          owners: owners.map((owner) => Owner.parse(owner)),
          ownerNotStated: facts.ownerNotStated ?? false,
          completion: facts.completion ?? null,
          kind: facts.kind ?? null,
          beneficiaries: await beneficiariesOf(facts.beneficiaries ?? [], held, acting),
          dependsOn: await acting.refs(facts.dependsOn, held, "dependsOn"),
          followUps: await followUpsOf(facts.followUps ?? [], held, acting),
          due:
            facts.due == null
              ? { kind: "not-stated" }
              : await acting.due(facts.due, held, held.on, "due"),
          raisedAt: {
            meeting: held.meeting,
            item: facts.item == null ? null : await acting.item(facts.item, held.meeting, held),
            on: held.on,
          },
          access: held.access,
          source: null,
        },
        taken,
      );
      await insertActions(tx, [action], context.newId);
      return { key: action.id, entries: [entryOf(null, action, acting.at(facts.on))] };
    },
  });
}
