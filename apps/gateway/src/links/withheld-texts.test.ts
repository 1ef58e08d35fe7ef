import { type Db, migrate } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrations } from "@remit/gateway/migrations";

const [group, person, member, meeting, mission] = [1, 2, 3, 4, 5].map(
  (last) => `01990000-0000-7000-8000-00000000c00${last}`,
);

const earlier = Object.fromEntries(
  Object.entries(migrations).filter(([name]) => name < "2026-11-26.30"),
);

/** The database of a version that withheld names in some texts only, with a name in others. */
async function goBack(db: Db): Promise<void> {
  const schemas = await sql<{ name: string }>`select nspname as name from pg_namespace
    where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`.execute(
    db,
  );
  for (const { name } of schemas.rows) await sql`drop schema ${sql.id(name)} cascade`.execute(db);
  await migrate(db, earlier);
  await sql`insert into groups.person (id, slug, name, given_name, family_name, public_profile)
    values (${person}, 'robin-vale', 'Robin Vale', 'Robin', 'Vale', 'role-only')`.execute(db);
  await sql`insert into groups.group (id, slug, name, code, access)
    values (${group}, 'robin-vale-circle', 'Robin Vale Circle', 'RVC', 'public')`.execute(db);
  await sql`insert into groups.membership (id, group_id, person_id, role, position, basis)
    values (${member}, ${group}, ${person}, 'chair', 'Robin Vale, wheelwright', 'stated')`.execute(
    db,
  );
  await sql`insert into meetings.meeting (id, group_id, group_label, slug, title, held_on, status, access)
    values (${meeting}, ${group}, 'Circle', 'one', 'At Robin Vale''s', '2026-03-10', 'held', 'public')`.execute(
    db,
  );
  await sql`insert into commitments.mission (id, slug, title, statement, wording, source_title, access)
    values (${mission}, 'dry', 'Dry', 'Dry feet', 'summary', 'A plan by Robin Vale', 'public')`.execute(
    db,
  );
}

onOneDatabase((open) => {
  test("INV-G12: what was recorded before is withheld in every text once the database is upgraded", async () => {
    const { db } = open();
    await goBack(db);
    await migrate(db, migrations);
    const read = async (table: string) => {
      const { rows } = await sql<{ read: unknown }>`
        select for_public as read from ${sql.table(table)}`.execute(db);
      return rows[0]?.read;
    };
    const withheld = "[name withheld]";
    expect({
      group: await read("groups.group"),
      membership: await read("groups.membership"),
      meeting: await read("meetings.meeting"),
      mission: await read("commitments.mission"),
    }).toEqual({
      group: { group_id: group, slug: `${withheld}-circle`, name: `${withheld} Circle` },
      membership: { group_id: group, position: `${withheld}, wheelwright` },
      meeting: { group_id: group, title: `At ${withheld}'s` },
      mission: { group_id: null, source_title: `A plan by ${withheld}` },
    });
    const { known_to } = await db
      .selectFrom("groups.person")
      .select("known_to")
      .executeTakeFirstOrThrow();
    expect(known_to).toEqual([group]);
  });
}, "gateway");
