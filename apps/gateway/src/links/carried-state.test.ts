import { setTimeout } from "node:timers/promises";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { loadExample } from "../example.ts";

onEachDatabase((open) => {
  beforeAll(async () => {
    await loadExample(open().db, surroundings);
  });

  async function astray(): Promise<number> {
    const { rows } = await sql<{ links: number; astray: number }>`
      select count(*)::int as links, (count(*) filter (where (l.status, l.access, l.group_id)
        is distinct from (a.status, a.access, a.group_id)))::int as astray
      from gateway.action_commitment l join actions.action a on a.id = l.action_id`.execute(
      open().db,
    );
    expect(rows[0]?.links).toBeGreaterThan(4);
    return rows[0]?.astray ?? 0;
  }

  test.each([
    ["made", sql`select 1`],
    ["done", sql`update actions.action set status = 'done'`],
    ["no longer public", sql`update actions.action set access = 'officials' where number > 2`],
  ])("a link carries the state of its action when that is %s", async (_title, change) => {
    await change.execute(open().db);
    expect(await astray()).toBe(0);
  });

  test("a link cannot be written with another state, nor beside a change of its action", async () => {
    const { db } = open();
    const [link] = await db
      .deleteFrom("gateway.action_commitment")
      .where("id", "in", sql<string>`(select min(id::text)::uuid from gateway.action_commitment)`)
      .returning(["id", "action_id", "commitment_id", "basis", "reason"])
      .execute();
    const written = { ...link, status: "open", access: "public", group_id: surroundings.newId() };
    const { writing } = await db.transaction().execute(async (tx) => {
      await sql`update actions.action set status = 'blocked'`.execute(tx);
      const insert = sql`insert into gateway.action_commitment select * from
        json_populate_record(null::gateway.action_commitment, ${JSON.stringify(written)})`;
      const writing = insert.execute(db);
      // It waits for this transaction, so it can only be given the time to begin.
      await Promise.race([writing, setTimeout(100)]);
      return { writing };
    });
    await writing;
    expect(await astray()).toBe(0);
  });
}, "gateway");
