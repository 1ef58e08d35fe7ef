import { createHash } from "node:crypto";
import type { InputObjectRef } from "@pothos/core";
import { transact, type Tx } from "@remit/database";
import { canonicalJson, Refusal } from "@remit/kernel";
import { at, type TableName, type TableRef, valuesOf } from "@remit/pothos-kysely";
import { type GraphQLResolveInfo, print } from "graphql";
import type { Builder } from "./builder.ts";
import { capital } from "./capital.ts";
import type { Context } from "./context.ts";
import { refused } from "./refusal.ts";
import { refusalOf } from "./verb-refusal.ts";

type Types = Builder["$inferSchemaTypes"];

/** A mutation, from its input to its answer. */
export interface Mutation<Table extends TableName<Types>> {
  readonly description: string;
  /** The type of what it changes, which is its answer. */
  readonly subject: TableRef<Types, Table>;
  readonly input: InputObjectRef<Types, object>;
  /** What it may be refused with, beside what any verb may: by code, what each means. */
  readonly refuses: Readonly<Record<string, string>>;
  /** Does it, journal included, and gives the key of the row that is its answer; throws a `Refusal` where it may not. */
  readonly run: (tx: Tx, input: object, context: Context) => Promise<string>;
}

/** Adds a mutation whose answer is its subject or a refusal. Everything that it does is one transaction, the journal included. */
export function defineMutation<Table extends TableName<Types>>(
  builder: Builder,
  name: string,
  mutation: Mutation<Table>,
): void {
  const Refusal = refusalOf(builder, name, mutation.refuses);
  const Result = builder.unionType(`${capital(name)}Result`, {
    description: `What ${name} changed, or why it did not.`,
    types: [mutation.subject, Refusal],
    resolveType: () => Refusal,
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: Result,
      description: mutation.description,
      args: {
        input: t.arg({
          type: mutation.input,
          required: true,
          description: `The input of ${name}: what it is done to, and what the verb is told.`,
        }),
      },
      resolve: (_, { input }, context, info) => answerTo(mutation, input, context, info),
    }),
  );
}

async function answerTo<Table extends TableName<Types>>(
  { subject, run }: Mutation<Table>,
  given: object,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const change = async (tx: Tx) => {
    const key = await run(tx, given, context);
    const answer = await at(subject, key, { ...context, db: tx }, info);
    // Thrown, so that nothing is left of it: a refusal says that nothing was changed.
    if (answer === null) {
      const message = "You cannot do this: you would not be able to see the result.";
      throw new Refusal("NOT_PERMITTED", message);
    }
    return { subject: key, answer };
  };
  const again = async (tx: Tx, key: string) => {
    const answer = key === "" ? null : await at(subject, key, { ...context, db: tx }, info);
    if (answer !== null) return answer;
    const message =
      "This was done before under the same key, and you may not see its result any more. Ask whoever may.";
    throw new Refusal("NOT_PERMITTED", message);
  };
  try {
    const key = keyOf(given, context);
    // What is done without a key is never asked for again.
    const once = { key, payload: key === null ? "" : payloadOf(info) };
    const request = { caller: context.caller, now: context.now() };
    return await transact(context.db, request, once, { change, again });
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

/** The key of the request: of its header, or for a tool that sends several verbs at once of the input. */
function keyOf(input: object, { key }: Context): string | null {
  const own = "idempotencyKey" in input ? input.idempotencyKey : null;
  return typeof own === "string" ? own : key;
}

/** The hash of everything that decides the answer. */
function payloadOf({ operation, fragments, variableValues, path }: GraphQLResolveInfo): string {
  const asked = [print(operation), ...Object.values(fragments).map(print), path.key];
  return createHash("sha256")
    .update(canonicalJson([asked, valuesOf(variableValues)]))
    .digest("hex");
}
