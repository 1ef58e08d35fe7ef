import type { Composed, Context } from "@remit/graphql";
import type { Ref } from "@remit/kernel";

type Directory = Composed["directory"];

interface Batch {
  readonly refs: Ref[];
  readonly there: Promise<ReadonlySet<string>>;
}

const batches = new WeakMap<Context, Batch>();

/** INV-C25: whether a thing is there no more. Whatever one turn of an operation asks for is looked up by one statement. */
export async function isGone(directory: Directory, context: Context, ref: Ref): Promise<boolean> {
  const batch = batches.get(context) ?? begin(directory, context);
  batch.refs.push(ref);
  return !(await batch.there).has(keyOf(ref));
}

function begin({ lookUp }: Directory, context: Context): Batch {
  const refs: Ref[] = [];
  const there = new Promise((resolve) => setImmediate(resolve)).then(async () => {
    batches.delete(context);
    const given = refs.map(({ type, id }) => ({ type, id, path: [] }));
    return new Set((await lookUp(context.db, given)).map(keyOf));
  });
  const batch = { refs, there };
  batches.set(context, batch);
  return batch;
}

const keyOf = ({ type, id }: Pick<Ref, "type" | "id">) => `${type}:${id}`;
