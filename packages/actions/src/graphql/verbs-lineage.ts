import { type Builder, globalId, Said } from "@remit/graphql";
import type { Id } from "@remit/kernel";
import * as z from "zod";
import type { Action } from "../action.ts";
import { merge, split, supersede } from "../lineage.ts";
import { Owner } from "../owner.ts";
import { seesAction } from "../permission.ts";
import { nextNumber } from "../reference.ts";
import {
  edgesFrom,
  findActions,
  listRaised,
  listReferences,
  lockActions,
  notFound,
} from "../store.ts";
import type { Acting } from "./acting.ts";
import { DueInput, OwnerInput, ReasonInput } from "./input.ts";
import type { verbDefiner } from "./move.ts";
import { type Inputs, reasoned, reasonFields } from "./verbs.ts";
import { ownersOf } from "./verbs-record.ts";

type Define = ReturnType<typeof verbDefiner>;

const Part = z.object({
  text: Said,
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
    lineage: ({ successors }) => successors.map(({ id }) => id),
    run: async (action, { successors, ...facts }, acting) => {
      const refs = await acting.refs(successors, action, "successors");
      const ids = refs.map(({ id }) => id);
      const edges = await edgesFrom(acting.tx, "supersededBy", ids);
      const reason = await reasoned(facts, action, acting);
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
    lineage: () => [],
    run: async (action, { parts, ...facts }, acting) => {
      const numbered = await numbersAfter(action, parts.length, acting);
      const written = [];
      for (const [index, { text, owners, due }] of parts.entries()) {
        const named =
          owners == null
            ? undefined
            : await ownersOf(owners, action, action.raisedAt.on, acting, "parts", index, "owners");
        written.push({
          id: acting.context.newId(),
          ...numbered.each(index),
          text,
          owners: named?.map((owner) => Owner.parse(owner)),
          due:
            due == null
              ? undefined
              : await acting.due(due, action, action.raisedAt.on, "parts", index, "due"),
        });
      }
      const reason = await reasoned(facts, action, acting);
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
    lineage: ({ duplicates }) => duplicates.map(({ id }) => id),
    run: async (action, { duplicates, ...facts }, acting) => {
      const ids = [...new Set(duplicates.map(({ id }) => id))].filter((id) => id !== action.id);
      assertSeen(await findActions(acting.tx, ids), ids, acting);
      const before = await lockActions(acting.tx, ids);
      assertSeen(before, ids, acting);
      const edges = await edgesFrom(acting.tx, "supersededBy", [action.id]);
      const made = merge(action, before, await reasoned(facts, action, acting), edges);
      const others = before.flatMap((each, index) => {
        const after = made.duplicates[index];
        return after === undefined ? [] : [{ before: each, after }];
      });
      return { action: made.action, others };
    },
  });
}

/** Refuses with `NOT_FOUND` where an action is missing, or not for the caller to see. */
function assertSeen(actions: readonly Action[], ids: readonly Id[], { context }: Acting): void {
  const seen = actions.filter((action) => seesAction(context.caller, action));
  if (seen.length < ids.length) throw notFound();
}

/** So many references for actions that come from the same meeting as another, and those that are taken. */
async function numbersAfter(action: Action, count: number, { tx }: Acting) {
  const raised = await listRaised(tx, action.raisedAt.meeting.id);
  const stem = action.reference.replace(/\d+$/u, "");
  const first = nextNumber(raised);
  const each = (index: number) => ({
    number: first + index,
    reference: `${stem}${first + index}`,
  });
  const given = Array.from({ length: count }, (_, index) => each(index).reference);
  return { each, taken: await listReferences(tx, action.group.id, given) };
}
