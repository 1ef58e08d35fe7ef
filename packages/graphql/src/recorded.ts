import { AgentKind, AgentRef, type Id, Ref, Selector, unnamed } from "@remit/kernel";
import { sql } from "kysely";
import type { Builder } from "./builder.ts";
import type { Context } from "./context.ts";
import type { Hidden } from "./placed.ts";
import { readsAs, type Recorded } from "./record-type.ts";
import { enumOf } from "./vocabulary.ts";

interface Named {
  kind: AgentKind;
  agent_id: string | null;
  label: string;
  selector: Selector | null;
  as_of: string | null;
}

/** The types of whatever records of every module point at: agents by the names that were written, and things by their labels. */
export function defineRecorded(builder: Builder, hidden: Hidden) {
  const NamedAgent = builder.embedded<Named>("NamedAgent", {
    description: "Whoever acted or was meant, under the name that was written at the time.",
  });
  builder.objectFields(NamedAgent, (t) => ({
    name: t.exposeString("label", { description: "The name of the agent as it was written." }),
    kind: t.expose("kind", {
      type: enumOf(builder, AgentKind),
      description: "What sort of agent it is.",
    }),
    selector: t.expose("selector", {
      type: enumOf(builder, Selector),
      nullable: true,
      description: "For a crowd: what its people have in common.",
    }),
    asOf: t.expose("as_of", {
      type: "Date",
      nullable: true,
      description: "For a crowd: the day of which its people are asked.",
    }),
  }));
  readsAs(builder, AgentRef, NamedAgent, (json) => ({
    kind: sql<AgentKind>`${json} ->> 'kind'`,
    agent_id: sql<string | null>`(${json} ->> 'id')::uuid`,
    label: sql<string>`${json} ->> 'label'`,
    selector: sql<Selector | null>`${json} ->> 'selector'`,
    as_of: sql<string | null>`${json} ->> 'asOf'`,
  }));

  const Reference = builder.embedded<Recorded>("Reference", {
    description: "What a record points at, under the name that it had then.",
  });
  builder.objectFields(Reference, (t) => ({
    id: t.expression("ID", ({ json }) => sql`${json} ->> 'type' || ':' || (${json} ->> 'id')`, {
      description: "The global id of what is pointed at.",
      notNull: true,
    }),
    label: t.computed(
      "String",
      ["json"],
      async ({ json }, context) => (await toldOf(hidden, context, Ref.parse(json))).label,
      {
        description:
          "The name that the thing had; a word for its type where you may not see the thing.",
      },
    ),
  }));
  readsAs(builder, Ref, Reference, (json) => ({ json }));
  return { NamedAgent, Reference };
}

interface Batch {
  readonly refs: Ref[];
  readonly hidden: Promise<ReadonlySet<string>>;
}

const batches = new WeakMap<Context, Batch>();

/** A reference as a viewer may be told it: access may have changed since its label was written down. */
export async function toldOf(hidden: Hidden, context: Context, ref: Ref): Promise<Ref> {
  if (context.caller.administrator) return ref;
  const batch = batches.get(context) ?? begin(hidden, context);
  batch.refs.push(ref);
  return (await batch.hidden).has(keyOf(ref)) ? unnamed(ref) : ref;
}

/** Whatever one turn of an operation asks for is looked up by one statement. */
function begin(among: Hidden, context: Context): Batch {
  const refs: Ref[] = [];
  const hidden = new Promise((resolve) => setImmediate(resolve)).then(async () => {
    batches.delete(context);
    return new Set((await among(context.db, refs, context)).map(keyOf));
  });
  const batch = { refs, hidden };
  batches.set(context, batch);
  return batch;
}

const keyOf = ({ type, id }: { readonly type: string; readonly id: Id }) => `${type}:${id}`;
