import type { Context } from "@remit/graphql";
import { type Ref, unnamed } from "@remit/kernel";
import type { Due } from "../due.ts";
import type { World } from "./world.ts";

interface Batch {
  readonly refs: Ref[];
  readonly hidden: Promise<ReadonlySet<string>>;
}

const batches = new WeakMap<Context, Batch>();

/** A reference as a viewer may be told it: access may have changed since its label was written down. */
export async function toldOf(world: World, context: Context, ref: Ref): Promise<Ref> {
  if (context.caller.administrator) return ref;
  const batch = batches.get(context) ?? begin(world, context);
  batch.refs.push(ref);
  return (await batch.hidden).has(keyOf(ref)) ? unnamed(ref) : ref;
}

/** A due as a viewer may be told it. */
export const dueTold = async (world: World, context: Context, due: Due): Promise<Due> =>
  due.kind === "by-meeting" && due.meeting !== "next"
    ? { ...due, meeting: await toldOf(world, context, due.meeting) }
    : due;

/** Whatever one turn of an operation asks for is looked up by one statement. */
function begin(world: World, context: Context): Batch {
  const refs: Ref[] = [];
  const hidden = new Promise((resolve) => setImmediate(resolve)).then(async () => {
    batches.delete(context);
    return new Set((await world.hidden(context.db, refs, context)).map(keyOf));
  });
  const batch = { refs, hidden };
  batches.set(context, batch);
  return batch;
}

const keyOf = ({ type, id }: Pick<Ref, "type" | "id">) => `${type}:${id}`;
