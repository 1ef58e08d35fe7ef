import {
  type Builder,
  type Context,
  defineVerb,
  type Done,
  type InputFieldMap,
  type Tx,
} from "@remit/graphql";
import { assertVersion, type Id } from "@remit/kernel";
import type * as z from "zod";
import type { Action } from "../action.ts";
import { assertMay, may, refusalFor, seesAction } from "../permission.ts";
import type { ActionMove } from "../status.ts";
import {
  entryOf,
  findAction,
  insertActions,
  lockAction,
  lockLineage,
  notFound,
  saveActions,
} from "../store.ts";
import { Acting } from "./acting.ts";
import type { defineActionTypes } from "./action.ts";
import { Target } from "./input.ts";
import type { World } from "./world.ts";

export type InputFields = PothosSchemaTypes.InputFieldBuilder<
  Builder["$inferSchemaTypes"],
  "InputObject"
>;

/** What a verb made: the action, others that changed with it, and new ones. */
export interface Made {
  readonly action: Action;
  readonly others?: readonly { readonly before: Action; readonly after: Action }[];
  readonly raised?: readonly Action[];
}

/** A verb of actions: the move that it is, what it is told, and what it does. */
export interface ActionVerb<Facts> {
  readonly move: ActionMove;
  readonly description: string;
  readonly fields?: (t: InputFields) => InputFieldMap;
  readonly schema: z.ZodType<Facts>;
  /** For what changes what actions have to do with each other: the other actions that it names. */
  readonly lineage?: (facts: Facts) => readonly Id[];
  readonly run: (action: Action, facts: Facts, acting: Acting) => Promise<Made> | Made;
}

/** Makes mutations of verbs: the action is locked, the caller asked for their right and their version, and what comes out saved with its journal. */
export function verbDefiner(
  builder: Builder,
  { Action: Subject }: Pick<ReturnType<typeof defineActionTypes>, "Action">,
  world: World,
) {
  return function define<Facts>(name: string, verb: ActionVerb<Facts>): void {
    const input = builder.inputType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, {
      description: `What ${name} is told.`,
      fields: (t) => ({ ...targetFields(t), ...verb.fields?.(t) }),
    });
    defineVerb(builder, name, {
      description: verb.description,
      subject: Subject,
      input,
      schema: Target.and(verb.schema),
      run: (tx, facts, context) => perform(tx, verb, facts, context, world),
    });
  };
}

const targetFields = (t: InputFields) => ({
  id: t.id({ required: true, description: "The action." }),
  expectedVersion: t.int({
    description: "The version that you read; refused with CONFLICT where it is another by now.",
  }),
  ...onceFields(t),
});

/** The input fields of whatever is done once for a key, and on a day. */
export const onceFields = (t: InputFields) => ({
  idempotencyKey: t.string({
    description: "A key of your own: the same key is the same request, and done once.",
  }),
  on: t.field({ type: "Date", description: "The day on which it happened; today if left out." }),
});

async function perform<Facts>(
  tx: Tx,
  { move, lineage, run }: ActionVerb<Facts>,
  facts: z.infer<typeof Target> & Facts,
  context: Context,
  world: World,
): Promise<Done> {
  const { id } = facts.id;
  // Whoever may not do it makes nobody wait, and waits for nobody.
  assertTheirs(await findAction(tx, id), move, context);
  // Before any action, so that two callers never hold what the other waits for.
  if (lineage) await lockLineage(tx, { actions: [id, ...lineage(facts)] });
  const before = await lockAction(tx, id);
  assertTheirs(before, move, context);
  assertVersion(before.version, facts.expectedVersion);
  // What `moves` says, asked of the same function.
  const refusal = refusalFor(context.caller, move, before);
  if (refusal !== null) throw refusal;
  const zone = await world.zoneOf(tx, actingFor(before, move));
  const acting = new Acting(tx, context, world, zone, facts.on);
  acting.assertSince(before);
  const { action, others = [], raised = [] } = await run(before, facts, acting);
  for (const other of others) acting.assertSince(other.before);
  const changes = [{ before, after: action }, ...others];
  await saveActions(
    tx,
    changes.map(({ after }) => after),
    context.newId,
  );
  await insertActions(tx, raised, context.newId);
  const at = acting.at(facts.on);
  return {
    key: action.id,
    entries: [
      ...changes.map((change) => entryOf(change.before, change.after, at)),
      ...raised.map((after) => entryOf(null, after, at)),
    ],
  };
}

/** The group by whose calendar something is done: that which takes an action on, or has it. */
const actingFor = (action: Action, move: ActionMove): Id =>
  move === "receive" && action.status === "transferred" ? action.closure.to.id : action.group.id;

/** Refuses what the caller may not do. An action that is not there and one that is not for them to see are the same. */
function assertTheirs(action: Action, move: ActionMove, { caller }: Context): void {
  const asked = move === "receive" && may(caller, move, action);
  if (!asked && !seesAction(caller, action)) throw notFound();
  assertMay(caller, move, action);
}
