import { type Db, migrate } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrations } from "../migrations.ts";

const [group, successor, meeting, action] = [1, 2, 3, 4].map(
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
