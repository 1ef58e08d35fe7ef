import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { answerOnce, type Keyed } from "./answers.ts";
import { onEachDatabase } from "./testing.ts";

const now = new Date("2026-03-01T09:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const keyed: Keyed = { caller: "desk", rights: "secretariat", key: "k1", payload: "p1", now };

onEachDatabase((open) => {
  beforeAll(async () => {
    await sql`create table public.digging (at int)`.execute(open().db);
  });
  /** Digs a hole and says how many there are. */
  const dig = (request: Keyed) =>
    open()
      .db.transaction()
      .execute((tx) =>
        answerOnce(
          tx,
          request,
          async () => {
            await sql`insert into public.digging values (1)`.execute(tx);
            const { rows } = await sql<{
              count: number;
            }>`select count(*) from public.digging`.execute(tx);
            return { subject: "the field", answer: { holes: rows[0]?.count } };
          },
          async (subject) => ({ holes: undefined, seen: subject }),
        ),
      );

  test("fifty copies at once are one change and fifty equal answers", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => dig(keyed)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"holes":1}']),
    );
  });

  test("another caller's key of the same name is another key", async () => {
    expect(await dig({ ...keyed, caller: "somebody" })).toEqual({ holes: 2 });
  });

  test("an answer is not repeated to other eyes: the subject is read again, and nothing done", async () => {
    expect(await dig({ ...keyed, rights: "member" })).toEqual({ seen: "the field" });
    expect(await dig(keyed)).toEqual({ holes: 1 });
  });

  test("an answer from before rights were kept is read again", async () => {
    const { db } = open();
    await sql`insert into database.answer (caller, key, payload, answer, created_at)
      values ('desk', 'old', 'p1', '{"holes": 9}', ${now.toISOString()})`.execute(db);
    expect(await dig({ ...keyed, key: "old" })).toEqual({ seen: "" });
  });

  test("a key is not used for something else", async () => {
    await expect(dig({ ...keyed, payload: "p2" })).rejects.toMatchObject({ code: "KEY_REUSED" });
  });

  test("what fails takes no key", async () => {
    const failing = open()
      .db.transaction()
      .execute((tx) =>
        answerOnce(
          tx,
          { ...keyed, key: "k2" },
          () => Promise.reject(new Error("rain")),
          () => Promise.reject(new Error("sun")),
        ),
      );
    await expect(failing).rejects.toThrow("rain");
    expect(await dig({ ...keyed, key: "k2" })).toEqual({ holes: 3 });
  });

  test("a key is kept for a day and more, and not for ever", async () => {
    expect(await dig({ ...keyed, now: days(1) })).toEqual({ holes: 1 });
    expect(await dig({ ...keyed, now: days(3) })).toEqual({ holes: 4 });
  });
});
