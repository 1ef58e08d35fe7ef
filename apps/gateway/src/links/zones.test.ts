import { type Db, migrate } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrations } from "@remit/gateway/migrations";

const [group, successor, meeting, action, mission, commitment] = [1, 2, 3, 4, 5, 6].map(
  (last) => `01990000-0000-7000-8000-00000000000${last}`,
);

const earlier = Object.fromEntries(
  Object.entries(migrations).filter(([name]) => name < "2026-11-25.5"),
);

/** The database of a version that knew nothing of time zones. */
async function goBack(db: Db): Promise<void> {
  const schemas = await sql<{ name: string }>`select nspname as name from pg_namespace
    where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`.execute(
    db,
  );
  for (const { name } of schemas.rows) await sql`drop schema ${sql.id(name)} cascade`.execute(db);
  await migrate(db, earlier);
  await sql`insert into groups.group (id, slug, name, code, access) values
    (${group}, 'one', 'One', 'ONE', 'public'), (${successor}, 'two', 'Two', 'TWO', 'public')`.execute(
    db,
  );
  await sql`insert into meetings.meeting (id, group_id, group_label, slug, title, held_on, status, access)
    values (${meeting}, ${group}, 'One', 'one-1', 'One, 1', '2026-03-10', 'held', 'public')`.execute(
    db,
  );
  await sql`insert into actions.action (id, group_id, group_label, reference, number, text, wording,
      due_kind, status, meeting_id, meeting_label, raised_on, access, record)
    values (${action}, ${group}, 'One', 'ONE-2026-03-A1', 1, 'Dig', 'summary',
      'not-stated', 'open', ${meeting}, 'One, 1', '2026-03-10', 'public', '{}')`.execute(db);
  await sql`insert into commitments.mission (id, slug, title, statement, wording, source_title, access)
    values (${mission}, 'dry', 'Dry', 'Dry feet', 'summary', 'Plan', 'public')`.execute(db);
  await sql`insert into commitments.commitment (id, mission_id, position, code, statement, wording, kind, source_title, access)
    values (${commitment}, ${mission}, 1, 'C1', 'Dig drains', 'summary', 'output', 'Plan', 'public')`.execute(
    db,
  );
  await sql`insert into gateway.action_commitment (id, action_id, commitment_id, basis, reason)
    values (${action}, ${action}, ${commitment}, 'edited', 'It digs')`.execute(db);
}

onEachDatabase((open) => {
  test("what was recorded before is in the zone of its group, and stays in it", async () => {
    const { db } = open();
    await goBack(db);
    await migrate(db, migrations);
    const zone = async () => {
      const { zone } = await db
        .selectFrom("actions.action")
        .select("zone")
        .executeTakeFirstOrThrow();
      return zone;
    };
    expect(await zone()).toBe("Europe/London");
    const links = db.selectFrom("gateway.action_commitment").select(["status", "group_id"]);
    expect(await links.execute()).toEqual([{ status: "open", group_id: group }]);
    await db
      .updateTable("groups.group")
      .set({ zone: "Pacific/Auckland" })
      .where("id", "=", String(group))
      .execute();
    expect(await zone()).toBe("Pacific/Auckland");
    await db
      .updateTable("actions.action")
      .set({ group_id: String(successor) })
      .execute();
    expect(await zone()).toBe("Europe/London");
  });
}, "gateway");
