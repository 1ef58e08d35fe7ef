import { type GlobalId, globalId, FreeText, Said } from "@remit/graphql";
import * as z from "zod";
import { ClosedKind } from "../closure.ts";
import {
  block,
  close,
  complete,
  confirm,
  reject,
  reopen,
  start,
  unblock,
  withdraw,
} from "../lifecycle.ts";
import { needsOf } from "../need.ts";
import { assertSpeaksFor } from "../permission.ts";
import { spokenForAlone } from "../speaking.ts";
import { receive, transfer } from "../transfer.ts";
import { listReferences } from "../store.ts";
import type { Acting, Owned } from "./acting.ts";
import { ownerGiven, ownerMissing } from "./owner.ts";
import { AgentInput, type defineInputs, ReasonInput } from "./input.ts";
import type { InputFields, verbDefiner } from "./move.ts";

type Define = ReturnType<typeof verbDefiner>;
export type Inputs = ReturnType<typeof defineInputs>;

/** The input fields of a verb that needs a reason. */
export const reasonFields = (t: InputFields) => ({
  reason: t.string({ required: true, description: "Why: whoever reads the record needs it." }),
  agreedIn: t.id({ description: "The meeting that agreed it, if one did." }),
});

/** The facts of a verb that needs a reason. */
export async function reasoned(
  { reason, agreedIn }: z.infer<typeof ReasonInput>,
  of: Owned,
  acting: Acting,
) {
  return { ...acting.stamp, reason, agreedIn: await agreedAt(agreedIn, of, acting) };
}

/** The meeting of the group that agreed something, if one did. */
const agreedAt = async (id: GlobalId | null | undefined, of: Owned, acting: Acting) =>
  id == null ? null : (await acting.ownMeeting(id, of, "agreedIn")).meeting;

const evidence = z.array(globalId("Document")).max(50).nullish();

/** The verbs that take an action from one status to another. */
export function defineLifecycle(define: Define, inputs: Inputs): void {
  define("confirmAction", {
    move: "confirm",
    description: "A draft becomes an action of the group.",
    fields: (t) => ({
      ownerNotStated: t.boolean({ description: "That its text names nobody, on purpose." }),
    }),
    schema: z.object({ ownerNotStated: z.boolean().nullish() }),
    run: (action, { ownerNotStated }) => ({
      action: confirm(action, { ownerNotStated: ownerNotStated ?? false }),
    }),
  });
  define("startAction", {
    move: "start",
    description: "Work is taken up.",
    schema: z.object({}),
    run: (action, _, { stamp }) => ({ action: start(action, stamp) }),
  });
  const byReason = { block, unblock, reject, withdraw };
  const words = {
    block: "Something stands in the way; the reason says what.",
    unblock: "What stood in the way is gone; work goes on where it had begun.",
    reject: "The group does not take it as done: its owners go on.",
    withdraw: "It is not to be done after all. It stays in the record.",
  };
  for (const move of ["block", "unblock", "reject", "withdraw"] as const)
    define(`${move}Action`, {
      move,
      description: words[move],
      fields: reasonFields,
      schema: ReasonInput,
      run: async (action, facts, acting) => ({
        action: byReason[move](action, await reasoned(facts, action, acting)),
      }),
    });
  defineEnds(define, inputs);
  defineTransfers(define);
}

function defineEnds(define: Define, { Agent, ClosedKind: Kind }: Inputs): void {
  define("completeAction", {
    move: "complete",
    description: "An owner says that it is done; refused until enough of them have said so.",
    fields: (t) => ({
      owner: t.field({ type: Agent, description: "Whose part it is; your own if left out." }),
      note: t.string({ description: "What was done." }),
      override: t.string({ description: "Why it counts as done although not all have said so." }),
      evidence: t.idList({ description: "Documents that show it." }),
    }),
    schema: z.object({
      owner: AgentInput.nullish(),
      note: Said.nullish(),
      override: FreeText.nullish(),
      evidence,
    }),
    run: async (action, facts, acting) => {
      const { caller } = acting.context;
      const owner =
        facts.owner == null
          ? spokenForAlone(caller, action)
          : await ownerGiven(facts.owner, action, acting);
      if (owner !== undefined) assertSpeaksFor(caller, action, owner);
      else if (facts.override == null && needsOf(caller, "complete", action).includes("owner"))
        throw ownerMissing(action);
      return {
        action: complete(action, {
          ...acting.stamp,
          owner,
          note: facts.note ?? undefined,
          override: facts.override ?? undefined,
          evidence: await acting.refs(facts.evidence, action, "evidence"),
        }),
      };
    },
  });
  define("closeAction", {
    move: "close",
    description: "The group agrees that it is closed.",
    fields: (t) => ({
      agreedIn: t.id({ description: "The meeting that agreed it." }),
      kind: t.field({ type: Kind, description: "How it ended; as its status says if left out." }),
      note: t.string({ description: "What the group said." }),
      evidence: t.idList({ description: "Documents that show it." }),
    }),
    schema: z.object({
      agreedIn: globalId("Meeting").nullish(),
      kind: ClosedKind.nullish(),
      note: Said.nullish(),
      evidence,
    }),
    run: async (action, { agreedIn, kind, note, ...facts }, acting) => ({
      action: close(action, {
        ...acting.stamp,
        agreedIn: await agreedAt(agreedIn, action, acting),
        kind: kind ?? undefined,
        note: note ?? undefined,
        evidence: await acting.refs(facts.evidence, action, "evidence"),
      }),
    }),
  });
  define("reopenAction", {
    move: "reopen",
    description: "The group takes a closed action up again.",
    fields: (t) => ({
      reason: t.string({ required: true, description: "Why." }),
      agreedIn: t.id({ required: true, description: "The meeting that said so." }),
    }),
    schema: z.object({ reason: FreeText, agreedIn: globalId("Meeting") }),
    run: async (action, { reason, agreedIn }, acting) => ({
      action: reopen(action, {
        ...acting.stamp,
        reason,
        agreedIn: (await acting.ownMeeting(agreedIn, action, "agreedIn")).meeting,
      }),
    }),
  });
}

function defineTransfers(define: Define): void {
  define("transferAction", {
    move: "transfer",
    description: "The group asks another, such as its successor, to take it on.",
    fields: (t) => ({
      to: t.id({ required: true, description: "The other group." }),
      ...reasonFields(t),
    }),
    schema: ReasonInput.extend({ to: globalId("Group") }),
    run: async (action, { to, ...facts }, acting) => ({
      action: transfer(action, {
        to: await acting.ref(to, action, "to"),
        ...(await reasoned(facts, action, acting)),
      }),
    }),
  });
  define("receiveAction", {
    move: "receive",
    description: "The other group takes it on: the same action, by the same reference.",
    fields: reasonFields,
    schema: ReasonInput,
    lineage: () => [],
    run: async (action, facts, acting) => {
      const group = action.status === "transferred" ? action.closure.to : action.group;
      const taken = await listReferences(acting.tx, group.id, [action.reference], action.id);
      return {
        action: receive(action, await reasoned(facts, { ...action, group }, acting), taken),
      };
    },
  });
}
