import { Refusal } from "@remit/kernel";
import { sql } from "kysely";
import type { Tx } from "./database.ts";
import { isLockTimeout } from "./trouble.ts";

/** A request that may come twice: its key, who chose it, and the hash of what is asked. */
export interface Keyed {
  readonly caller: string;
  /** The hash of what the caller may see: an answer is repeated only to the same eyes. */
  readonly rights: string;
  readonly key: string;
  readonly payload: string;
  readonly now: Date;
}

const kept = 48 * 60 * 60 * 1_000;

/** An answer, and the key of the row that it is about. */
export interface Answered<Answer> {
  readonly subject: string;
  readonly answer: Answer;
}

/**
 * Makes an answer once for each key, in the transaction of the change that it is the answer to. A second copy waits for
 * the first, as long as the transaction's `lock_timeout`, and is given its answer; where the caller's rights have
 * changed meanwhile, the subject is read again for them. Refuses with `KEY_REUSED` or `KEY_IN_PROGRESS`.
 */
export async function answerOnce<Answer>(
  tx: Tx,
  { caller, rights, key, payload, now }: Keyed,
  make: () => Promise<Answered<Answer>>,
  readAgain: (subject: string) => Promise<Answer>,
): Promise<Answer> {
  const made = await claim(tx, { caller, rights, key, payload, now });
  if (made !== null) {
    if (made.payload !== payload) {
      const message = `The key ${key} was used before for something else. Choose a new key for a new request.`;
      throw new Refusal("KEY_REUSED", message);
    }
    if (made.rights !== rights) return readAgain(made.subject ?? "");
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same payload asked for the same shape
    return made.answer as Answer;
  }
  const { answer, subject } = await make();
  await sql`update database.answer
    set answer = ${JSON.stringify(answer)}::jsonb, subject = ${subject}, rights = ${rights}
    where caller = ${caller} and key = ${key}`.execute(tx);
  return answer;
}

/** Takes the key, or finds what was answered under it. Waits while another transaction holds it. */
async function claim(tx: Tx, { caller, key, payload, now }: Keyed) {
  const forgotten = new Date(now.getTime() - kept).toISOString();
  await sql`delete from database.answer where (caller, key) in (select caller, key
    from database.answer where created_at < ${forgotten} for update skip locked)`.execute(tx);
  try {
    const { rows } = await sql`insert into database.answer (caller, key, payload, created_at)
      values (${caller}, ${key}, ${payload}, ${now.toISOString()})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return null;
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    const message = `The request with the key ${key} is still under way. Ask again in a moment.`;
    throw new Refusal("KEY_IN_PROGRESS", message);
  }
  const { rows } = await sql<{
    payload: string;
    answer: unknown;
    subject: string | null;
    rights: string | null;
  }>`
    select payload, answer, subject, rights from database.answer where caller = ${caller} and key = ${key}`.execute(
    tx,
  );
  const [made] = rows;
  if (made === undefined) throw new Error("A key that was taken has no answer.");
  return made;
}
