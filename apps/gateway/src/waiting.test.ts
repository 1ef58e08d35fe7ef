import { lockAction, lockLineage } from "@remit/actions/store";
import { serverDatabase, type TestDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

// The embedded database has one connection: there, everybody waits for everybody.
describe.skipIf("missing" in inject("templates").postgres)("on PostgreSQL", () => {
  let database: TestDatabase;
  let desk: Harbourside;
  let id = "";
  let other = "";
  beforeAll(async () => {
    database = await serverDatabase("gateway");
    desk = await openHarbourside(database.db);
    [id, other] = [await desk.raise("Sam to paint"), await desk.raise("Sam to count")];
  });
  afterAll(async () => {
    desk.close();
    await database.close();
  });

  /** Somebody else is changing the action, and what actions have to do with each other. */
  const whileHeld = (ask: () => Promise<unknown>) =>
    database.db.transaction().execute(async (tx) => {
      await lockLineage(tx);
      await lockAction(tx, id.replace("Action:", ""));
      return ask();
    });

  const reason = "Because";
  const verbs = [
    { verb: "supersedeAction", facts: () => ({ successors: [other], reason }) },
    { verb: "splitAction", facts: () => ({ parts: [{ text: "a" }, { text: "b" }], reason }) },
    { verb: "mergeAction", facts: () => ({ duplicates: [other], reason }) },
    { verb: "addActionDependency", facts: () => ({ after: other }) },
    { verb: "receiveAction", facts: () => ({ reason }) },
    { verb: "withdrawAction", facts: () => ({ reason }) },
  ] as const;
  const callers = ["anybody", "member", "stranger"] as const;
  const each = verbs.flatMap((one) => callers.map((caller) => ({ ...one, caller })));

  test.each(each)("$caller does not wait to be refused $verb", async ({ verb, facts, caller }) => {
    const answer = await whileHeld(() => desk.act(caller, verb, { id, ...facts() }));
    expect(answer).toMatchObject({ code: "NOT_PERMITTED" });
  });

  test("nobody waits to be told that the version they read is past", async () => {
    expect(await desk.act("secretariat", "startAction", { id })).toMatchObject({ version: 2 });
    const input = { id, reason, expectedVersion: 1 };
    const answer = await whileHeld(() => desk.act("secretariat", "withdrawAction", input));
    expect(answer).toMatchObject({ code: "CONFLICT", presentVersion: 2 });
  });

  test("nor to be refused the agreement of a log", async () => {
    const [march, april] = [await desk.meetingOn("2026-03-10"), await desk.meetingOn("2026-04-14")];
    const log = await desk.act("secretariat", "takeActionLog", {
      meeting: march,
      on: "2026-03-10",
    });
    const key = String(log["id"]).replace("ActionLogSnapshot:", "");
    const answer = await database.db.transaction().execute(async (tx) => {
      await sql`select from actions.log_snapshot where id = ${key} for update`.execute(tx);
      return desk.act("member", "agreeActionLog", { id: log["id"], meeting: april });
    });
    expect(answer).toMatchObject({ code: "NOT_PERMITTED" });
  });

  test("nobody waits for an action that is not there", async () => {
    const missing = "Action:01990000-0000-7000-8000-00000000dead";
    const input = { id: missing, reason, successors: [other] };
    const answer = await whileHeld(() => desk.act("secretariat", "supersedeAction", input));
    expect(answer).toMatchObject({ code: "NOT_FOUND" });
  });

  test("whoever waited is asked again for their right", async () => {
    const given = await desk.raise("Sam to light the quay");
    const key = given.replace("Action:", "");
    const waiting = async () => {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db);
      return rows.length;
    };
    const asked = await database.db.transaction().execute(async (tx) => {
      await lockAction(tx, key);
      const answer = desk.act("secretariat", "withdrawAction", { id: given, reason });
      await expect.poll(waiting, { timeout: 9_000 }).toBe(1);
      await sql`update actions.action set group_id = ${desk.hill}, version = 2, record = record
        || jsonb_build_object('version', 2, 'group', record -> 'group' || jsonb_build_object('id', ${desk.hill}::text))
        where id = ${key}`.execute(tx);
      return { answer };
    });
    expect(await asked.answer).toMatchObject({ code: "NOT_PERMITTED" });
  });
});
