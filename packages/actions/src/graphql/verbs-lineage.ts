import { type Builder, defineVerb, globalId } from "@remit/graphql";
import { sees } from "@remit/kernel";
import * as z from "zod";
import { merge, split, supersede } from "../lineage.ts";
import { Owner } from "../owner.ts";
import { draft, raise } from "../raise.ts";
import { assertKeeps } from "../permission.ts";
import { nextNumber, referenceOf } from "../reference.ts";
import { Words } from "../stamp.ts";
import {
  edgesFrom,
  insertActions,
  listActions,
  listRaised,
  lockActions,
  lockLineage,
  notFound,
} from "../store.ts";
import { type Acting, actingAt } from "./acting.ts";
import type { defineActionTypes } from "./action.ts";
import { AgentInput, CompletionInput, DueInput, OwnerInput, ReasonInput, Target } from "./input.ts";
import { entryOf, onceFields, type verbDefiner } from "./move.ts";
import { type Inputs, reasoned, reasonFields } from "./verbs.ts";
import { ownersOf } from "./verbs-record.ts";
import type { World } from "./world.ts";

type Define = ReturnType<typeof verbDefiner>;

const Part = z.object({
  text: Words.max(10_000),
  owners: z.array(OwnerInput).max(100).nullish(),
  due: DueInput.nullish(),
});

/** The verbs by which actions take each other's place. */
export function defineLineage(builder: Builder, define: Define, { Owner: OwnerIn, Due }: Inputs) {
  define("supersedeAction", {
    move: "supersede",
    description: "Others take its place.",
    fields: (t) => ({
      successors: t.idList({ required: true, description: "The actions that take its place." }),
      ...reasonFields(t),
    }),
    schema: ReasonInput.extend({ successors: z.array(globalId("Action")).max(50) }),
    lineage: true,
    run: async (action, { successors, ...facts }, acting) => {
      const refs = await acting.refs(successors, "successors");
      const ids = refs.map(({ id }) => id);
      const edges = await edgesFrom(acting.tx, "supersededBy", ids);
      const reason = await reasoned(facts, action.group, acting);
      return { action: supersede(action, { successors: refs, ...reason }, edges) };
    },
  });
  const PartInput = builder.inputType("ActionPartInput", {
    description: "One of the actions into which another is split.",
    fields: (t) => ({
      text: t.string({ required: true, description: "What is to be done." }),
      owners: t.field({ type: [OwnerIn], description: "For whom; as before if left out." }),
      due: t.field({ type: Due, description: "By when; as before if left out." }),
    }),
  });
  define("splitAction", {
    move: "split",
    description: "One sentence that asks for several things becomes several actions.",
    fields: (t) => ({
      parts: t.field({ type: [PartInput], required: true, description: "The new actions." }),
      ...reasonFields(t),
    }),
    schema: ReasonInput.extend({ parts: z.array(Part).max(20) }),
    lineage: true,
    run: async (action, { parts, ...facts }, acting) => {
      const numbered = await numbersAfter(action, acting);
      const written = [];
      for (const [index, { text, owners, due }] of parts.entries()) {
        const named =
          owners == null
            ? undefined
            : await ownersOf(owners, action.group, action.raisedAt.on, acting);
        written.push({
          id: acting.context.newId(),
          ...numbered.next(index),
          text,
          owners: named?.map((owner) => Owner.parse(owner)),
          due: due == null ? undefined : await acting.due(due, action.group, action.raisedAt.on),
        });
      }
      const reason = await reasoned(facts, action.group, acting);
      const made = split(action, { parts: written, ...reason }, numbered.taken);
      return { action: made.action, raised: made.parts };
    },
  });
  define("mergeAction", {
    move: "merge",
    description: "What was recorded twice goes on as one, with the links and reports of all.",
    fields: (t) => ({
      duplicates: t.idList({ required: true, description: "The actions that end in this one." }),
      ...reasonFields(t),
    }),
    schema: ReasonInput.extend({ duplicates: z.array(globalId("Action")).max(50) }),
    lineage: true,
    run: async (action, { duplicates, ...facts }, acting) => {
      const ids = [...new Set(duplicates.map(({ id }) => id))].filter((id) => id !== action.id);
      const before = await lockActions(acting.tx, ids);
      const { caller } = acting.context;
      const seen = before.filter(({ access, group }) => sees(caller, access, group.id));
      if (seen.length < ids.length) throw notFound();
      const edges = await edgesFrom(acting.tx, "supersededBy", [action.id]);
      const made = merge(action, before, await reasoned(facts, action.group, acting), edges);
      const others = before.flatMap((each, index) => {
        const after = made.duplicates[index];
        return after === undefined ? [] : [{ before: each, after }];
      });
      return { action: made.action, others };
    },
  });
}

/** References for actions that come from the same meeting as another. */
async function numbersAfter(action: Parameters<typeof split>[0], { tx }: Acting) {
  const { meeting } = action.raisedAt;
  const raised = await listRaised(tx, meeting.id);
  const group = await listActions(tx, action.group.id);
  const stem = action.reference.replace(/\d+$/u, "");
  const first = nextNumber(raised);
  return {
    taken: group.map(({ reference }) => reference),
    next: (index: number) => {
      const number = first + index;
      return { number, reference: `${stem}${number}` };
    },
  };
}

const Raise = Target.omit({ id: true }).extend({
  meeting: globalId("Meeting"),
  item: globalId("Item").nullish(),
  text: Words.max(10_000),
  owners: z.array(OwnerInput).max(100).nullish(),
  ownerNotStated: z.boolean().nullish(),
  due: DueInput.nullish(),
  draft: z.boolean().nullish(),
  completion: CompletionInput.nullish(),
  kind: z
    .string()
    .regex(/^[a-z][a-z-]*$/u, { error: "Small letters and hyphens: information-request." })
    .nullish(),
  beneficiaries: z.array(AgentInput).max(100).nullish(),
});

/** A new action of a meeting. */
export function defineRaise(
  builder: Builder,
  { Action }: Pick<ReturnType<typeof defineActionTypes>, "Action">,
  { Owner: OwnerIn, Due, Agent, Completion }: Inputs,
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
      await lockLineage(tx);
      const taken = (await listActions(tx, held.group.id)).map(({ reference }) => reference);
      const raised = await listRaised(tx, held.meeting.id);
      const number = nextNumber(raised);
      const stem = raised[0]?.reference.replace(/\d+$/u, "");
      // A second meeting in one month counts by the day, so that no reference is given twice.
      const second = raised.length === 0 && taken.includes(referenceOf(held.code, held.on, 1));
      const reference =
        stem === undefined
          ? referenceOf(held.code, held.on, number, second ? "day" : "month")
          : `${stem}${number}`;
      const owners = await ownersOf(facts.owners ?? [], held.group, held.on, acting);
      const action = (facts.draft ? draft : raise)(
        {
          id: context.newId(),
          group: held.group,
          reference,
          number,
          text: facts.text,
          wording: "summary",
          owners: owners.map((owner) => Owner.parse(owner)),
          ownerNotStated: facts.ownerNotStated ?? false,
          completion: facts.completion ?? null,
          kind: facts.kind ?? null,
          beneficiaries: await Promise.all(
            (facts.beneficiaries ?? []).map((agent) => acting.agent(agent, held.group, held.on)),
          ),
          due:
            facts.due == null
              ? { kind: "not-stated" }
              : await acting.due(facts.due, held.group, held.on),
          raisedAt: {
            meeting: held.meeting,
            item: facts.item == null ? null : await acting.item(facts.item, held.meeting),
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
