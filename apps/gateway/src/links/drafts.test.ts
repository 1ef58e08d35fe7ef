import { type Db, migrate } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrations } from "@remit/gateway/migrations";

const [group, meeting, mission, commitment] = [1, 2, 3, 4].map(
  (last) => `01990000-0000-7000-8000-00000000000${last}`,
);
const idOf = (number: number) => `01990000-0000-7000-8000-00000000010${number}`;

const earlier = Object.fromEntries(
  Object.entries(migrations).filter(([name]) => name < "2026-11-26.10"),
);

/** The database of a version to which a draft was an action as any other. */
async function goBack(db: Db): Promise<void> {
  const schemas = await sql<{ name: string }>`select nspname as name from pg_namespace
    where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`.execute(
    db,
  );
  for (const { name } of schemas.rows) await sql`drop schema ${sql.id(name)} cascade`.execute(db);
  await migrate(db, earlier);
  await sql`insert into groups.group (id, slug, name, code, access)
    values (${group}, 'one', 'One', 'ONE', 'public')`.execute(db);
  await sql`insert into meetings.meeting (id, group_id, group_label, slug, title, held_on, status, access)
    values (${meeting}, ${group}, 'One', 'one-1', 'One, 1', '2026-03-10', 'held', 'public')`.execute(
    db,
  );
  await sql`insert into commitments.mission (id, slug, title, statement, wording, source_title, access)
    values (${mission}, 'dry', 'Dry', 'Dry feet', 'summary', 'Plan', 'public')`.execute(db);
  await sql`insert into commitments.commitment (id, mission_id, position, code, statement, wording, kind, source_title, access)
    values (${commitment}, ${mission}, 1, 'C1', 'Dig drains', 'summary', 'output', 'Plan', 'public')`.execute(
    db,
  );
}

async function insertAction(db: Db, number: number, status: string, before: string | null) {
  const id = idOf(number);
  const record = JSON.stringify({ status, closure: { kind: status } });
  await sql`insert into actions.action (id, group_id, group_label, reference, number, text, wording,
      due_kind, status, meeting_id, meeting_label, raised_on, access, record)
    values (${id}, ${group}, 'One', ${`ONE-2026-03-A${number}`}, ${number}, ${`Dig ${status}`}, 'summary',
      'not-stated', ${status}, ${meeting}, 'One, 1', '2026-03-10', 'public', ${record})`.execute(
    db,
  );
  await sql`insert into gateway.action_commitment (id, action_id, commitment_id, basis, reason)
    values (${id}, ${id}, ${commitment}, 'edited', 'It digs')`.execute(db);
  if (before === null) return;
  await sql`insert into database.journal (subject_type, subject_id, version, verb, actor, request_id, at,
      recorded_at, before, after, group_id, access, previous, hash)
    values ('Action', ${id}, 2, 'withdrawAction', '{}', 'r', now(), now(), ${JSON.stringify({ status: before })},
      ${record}, ${group}, 'public', 'p', ${id})`.execute(db);
}

onEachDatabase((open) => {
  test("what was a draft before, or let go as one, is known as one in lists, links and search", async () => {
    const { db } = open();
    await goBack(db);
    await insertAction(db, 1, "open", null);
    await insertAction(db, 2, "draft", null);
    await insertAction(db, 3, "withdrawn", "draft");
    await insertAction(db, 4, "withdrawn", "open");
    await migrate(db, migrations);
    const drafts = [false, true, true, false];
    const actions = db.selectFrom("actions.action").select("draft").orderBy("number");
    expect((await actions.execute()).map(({ draft }) => draft)).toEqual(drafts);
    const links = db.selectFrom("gateway.action_commitment").select("draft").orderBy("action_id");
    expect((await links.execute()).map(({ draft }) => draft)).toEqual(drafts);
    const hits = await sql<{
      draft: boolean;
    }>`select draft from gateway.search('dig') order by id`.execute(db);
    expect(hits.rows.map(({ draft }) => draft)).toEqual(drafts);
    await sql`update actions.action set status = 'open' where number = 2`.execute(db);
    expect((await links.execute()).map(({ draft }) => draft)).toEqual([false, false, true, false]);
  });
}, "gateway");
