import { createHash } from "node:crypto";
import { canonicalJson, IdempotencyKey, Refusal } from "@remit/kernel";
import { sql } from "kysely";
import { type Answered, answerOnce } from "./answers.ts";
import type { Db, Tx } from "./database.ts";
import type { Caller, Request } from "./keeping.ts";
import { collisionOf } from "./trouble.ts";

/** By what a request is known again. */
export interface Once {
  readonly key: string | null;
  /** The hash of everything that decides the answer. */
  readonly payload: string;
}

/** What a change is, and how its answer is read again for a request that was made before. */
export interface Work<Answer> {
  readonly change: (tx: Tx) => Promise<Answered<Answer>>;
  readonly again: (tx: Tx, subject: string) => Promise<Answer>;
}

/** One transaction for all that a request changes, which waits for nobody for long, and is done once for its key. Refuses with `BUSY` where others were in the way. */
export async function transact<Answer>(
  db: Db,
  { caller, now }: Pick<Request, "caller" | "now">,
  { key, payload }: Once,
  { change, again }: Work<Answer>,
): Promise<Answer> {
  try {
    return await db.transaction().execute(async (tx) => {
      await sql`select set_config('lock_timeout', '10s', true), set_config('statement_timeout', '30s', true)`.execute(
        tx,
      );
      if (key === null) return (await change(tx)).answer;
      const by = { caller: caller.token ?? caller.name, rights: rightsOf(caller) };
      const keyed = { ...by, key: assertKey(key), payload, now };
      return answerOnce(
        tx,
        keyed,
        () => change(tx),
        (subject) => again(tx, subject),
      );
    });
  } catch (error) {
    throw collisionOf(error) ?? error;
  }
}

function assertKey(key: string): string {
  const read = IdempotencyKey.safeParse(key);
  if (read.success) return read.data;
  throw new Refusal("INVALID_INPUT", "Give an Idempotency-Key of 1 to 200 characters, or none.");
}

/** The hash of what decides which rows and fields somebody may see. */
function rightsOf({ id, actsFor, roles, official, administrator }: Caller): string {
  const words = roles.map(({ group, role }) => `${group} ${role}`).toSorted();
  const rights = { id, actsFor: actsFor.toSorted(), words, official, administrator };
  return createHash("sha256").update(canonicalJson(rights)).digest("hex");
}
