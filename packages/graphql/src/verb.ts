import { createHash } from "node:crypto";
import type { InputObjectRef } from "@pothos/core";
import {
  answerOnce,
  collisionOf,
  type Entry,
  type JournalActor,
  type Tx,
  writeEntries,
} from "@remit/database";
import { canonicalJson, IdempotencyKey, readInput, Refusal } from "@remit/kernel";
import { at, type TableName, type TableRef, valuesOf } from "@remit/pothos-kysely";
import { type GraphQLResolveInfo, print } from "graphql";
import { sql } from "kysely";
import type * as z from "zod";
import type { Builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { refused } from "./refusal.ts";

type Types = Builder["$inferSchemaTypes"];

/** What a verb did: the entries for the journal, and the key of the row that is its answer. */
export interface Done {
  readonly key: string;
  readonly entries: readonly Omit<Entry, "actor" | "requestId" | "verb">[];
}

/** A mutation, from its input to its answer. */
export interface Verb<Input, Table extends TableName<Types>> {
  readonly description: string;
  /** The type of what it changes, which is its answer. */
  readonly subject: TableRef<Types, Table>;
  readonly input: InputObjectRef<Types, object>;
  /** Reads the input; every issue becomes part of one refusal. */
  readonly schema: z.ZodType<Input>;
  /** Asks for permission, locks, changes and saves; throws a `Refusal` where it may not. */
  readonly run: (tx: Tx, input: Input, context: Context) => Promise<Done>;
}

/** Adds a mutation whose answer is its subject or a refusal. Everything that it does is one transaction, the journal included. */
export function defineVerb<Input, Table extends TableName<Types>>(
  builder: Builder,
  name: string,
  verb: Verb<Input, Table>,
): void {
  const Result = builder.unionType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Result`, {
    description: `What ${name} changed, or why it did not.`,
    types: [verb.subject, builder.Refusal],
    resolveType: () => builder.Refusal,
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: Result,
      description: verb.description,
      args: {
        input: t.arg({ type: verb.input, required: true, description: "What is asked for." }),
      },
      resolve: (_, { input }, context, info) => perform(name, verb, input, context, info),
    }),
  );
}

async function perform<Input, Table extends TableName<Types>>(
  name: string,
  { schema, subject, run }: Verb<Input, Table>,
  given: object,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const change = async (tx: Tx, input: Input) => {
    const { key, entries } = await run(tx, input, context);
    const by = { actor: actorOf(context), requestId: context.requestId, verb: name };
    await writeEntries(
      tx,
      entries.map((entry) => ({ ...entry, ...by })),
      context.now().toISOString(),
    );
    const answer = await at(subject, key, { ...context, db: tx }, info);
    // Thrown, so that nothing is left of it: a refusal says that nothing was changed.
    if (answer === null)
      throw new Refusal("NOT_PERMITTED", "What would come of it is not for you to see.");
    return { subject: key, answer };
  };
  const readAgain = async (tx: Tx, key: string) => {
    const answer = key === "" ? null : await at(subject, key, { ...context, db: tx }, info);
    if (answer !== null) return answer;
    const message = "This was done before, and what came of it is not for you to see now.";
    throw new Refusal("NOT_PERMITTED", message);
  };
  try {
    const input = readInput(schema, given);
    return await context.db.transaction().execute(async (tx) => {
      await sql`select set_config('lock_timeout', '10s', true), set_config('statement_timeout', '30s', true)`.execute(
        tx,
      );
      const key = keyOf(given, context);
      if (key === null) return (await change(tx, input)).answer;
      const { now, caller } = context;
      const keyed = {
        caller: caller.token ?? caller.name,
        rights: rightsOf(context),
        key,
        payload: payloadOf(info),
        now: now(),
      };
      return answerOnce(
        tx,
        keyed,
        () => change(tx, input),
        (subject) => readAgain(tx, subject),
      );
    });
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    const collision = collisionOf(error);
    if (collision !== null) return refused(collision);
    throw error;
  }
}

const actorOf = ({ caller: { name, id, token } }: Context): JournalActor => ({
  name,
  person: id,
  ...(token === null ? {} : { token }),
});

/** The key of the request: of its header, or for a tool that sends several verbs at once of the input. */
function keyOf(input: object, context: Context): string | null {
  const own = "idempotencyKey" in input ? input.idempotencyKey : null;
  const key = IdempotencyKey.nullable().safeParse(own ?? context.key);
  if (key.success) return key.data;
  throw new Refusal("INVALID_INPUT", "Idempotency-Key: a key has 1 to 200 characters.");
}

/** The hash of what decides which rows and fields somebody may see. */
function rightsOf({ caller: { id, actsFor, roles, official, administrator } }: Context): string {
  const words = roles.map(({ group, role }) => `${group} ${role}`).toSorted();
  const rights = { id, actsFor: actsFor.toSorted(), words, official, administrator };
  return createHash("sha256").update(canonicalJson(rights)).digest("hex");
}

/** The hash of everything that decides the answer. */
function payloadOf({ operation, fragments, variableValues, path }: GraphQLResolveInfo): string {
  const asked = [print(operation), ...Object.values(fragments).map(print), path.key];
  return createHash("sha256")
    .update(canonicalJson([asked, valuesOf(variableValues)]))
    .digest("hex");
}
