import { connect, type Db, migrate } from "@remit/database";
import { migrations } from "@remit/gateway/migrations";
import { sql } from "kysely";
import { type Postgres, startPostgres } from "../../src/postgres.ts";
import { settings } from "./database.ts";
import { secretaryToken } from "./people.ts";
import { taskText } from "./verb-questions.ts";

/** How large the two groups are in which raising is compared. */
export const sizes = { small: 50, large: 5_000 };

/** A meeting in which a contestant raises actions. */
export interface Meeting {
  readonly id: string;
  readonly person: string;
}

/** A database in which one secretary keeps the record of all groups. */
export interface Town {
  readonly postgres: Postgres;
  readonly db: Db;
  readonly close: () => Promise<void>;
  /** A meeting of a new group, with so many actions that were raised in it before. */
  readonly meeting: (actions?: number) => Promise<Meeting>;
  /** As many copies of an action with its last entry of the journal, by their global ids. */
  readonly copies: (id: string, count: number) => Promise<string[]>;
}

/** Starts PostgreSQL with Remit's schema, one person and their token. */
export async function startTown(): Promise<Town> {
  const postgres = await startPostgres(settings);
  const { db, close } = await connect(postgres);
  await migrate(db, migrations);
  const { rows } = await sql<{ id: string }>`
    insert into groups.person (id, slug, name, other_names, public_profile)
    values (gen_random_uuid(), 'secretary', 'Given Family', '{}', 'named') returning id`.execute(
    db,
  );
  const person = rows[0]?.id ?? "";
  await sql`insert into gateway.token (id, name, hash, person_id, official, administrator, created_at)
    values (gen_random_uuid(), 'secretary', encode(sha256(${secretaryToken}::bytea), 'hex'), ${person},
      false, false, now())`.execute(db);
  let groups = 0;
  const meeting = async (actions = 0) => {
    groups += 1;
    const id = await beginGroup(db, groups);
    if (actions > 0) await fill(db, id, actions);
    return { id, person };
  };
  return { postgres, db, close, meeting, copies: (id, count) => copy(db, id, count) };
}

/** A group with its one meeting, whose id it gives. */
async function beginGroup(db: Db, number: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with own as (insert into groups.group (id, slug, name, code, access)
        values (gen_random_uuid(), ${`group-${number}`}, ${`Group ${number}`}, ${`G${number}`}, 'public')
        returning id, name),
      kept as (insert into gateway.token_role (token_id, group_id, role)
        select t.id, own.id, 'secretariat' from gateway.token t, own),
      -- Of a meeting without a document the record is a draft, and so is what is raised at it.
      minutes as (insert into documents.document (id, sha256, kind, name, title, text, official_record, findings,
          imported_at, access)
        values (gen_random_uuid(), encode(sha256(${`minutes ${number}`}::bytea), 'hex'), 'minutes', 'minutes.txt',
          'Minutes', 'Minutes', true, '[]', now(), 'public') returning id)
    insert into meetings.meeting (id, group_id, group_label, slug, title, held_on, status, access, document_id)
      select gen_random_uuid(), own.id, name, ${`group-${number}-meeting`}, 'Meeting', '2026-01-15', 'held', 'public',
        minutes.id
      from own, minutes returning id`.execute(db);
  return rows[0]?.id ?? "";
}

/** Actions as they stand in their table alone: nothing is done to them. */
async function fill(db: Db, meeting: string, count: number): Promise<void> {
  await sql`
    insert into actions.action (id, group_id, group_label, reference, number, text, wording, due_kind, status,
      meeting_id, meeting_label, raised_on, access, record)
    select a.id, m.group_id, m.group_label, g.code || '-2026-01-A' || n, n, ${taskText}, 'summary', 'not-stated',
      'open', m.id, m.title, m.held_on, 'public', jsonb_build_object(
        'id', a.id, 'version', 1, 'number', n, 'text', ${taskText}::text, 'wording', 'summary', 'access', 'public',
        'group', jsonb_build_object('type', 'Group', 'id', m.group_id, 'label', m.group_label),
        'reference', g.code || '-2026-01-A' || n, 'status', 'open', 'owners', '[]'::jsonb, 'ownerNotStated', true,
        'raisedAt', jsonb_build_object('item', null, 'on', m.held_on,
          'meeting', jsonb_build_object('type', 'Meeting', 'id', m.id, 'label', m.title)),
        'kind', null, 'source', null, 'completion', null, 'due', jsonb_build_object('kind', 'not-stated'),
        'beneficiaries', '[]'::jsonb, 'dependsOn', '[]'::jsonb, 'links', '[]'::jsonb, 'followUps', '[]'::jsonb,
        'updates', '[]'::jsonb, 'reviews', '[]'::jsonb, 'changes', '[]'::jsonb)
    from meetings.meeting m join groups.group g on g.id = m.group_id,
      lateral (select gen_random_uuid() as id, n from generate_series(1, ${count}::int) n) a
    where m.id = ${meeting}`.execute(db);
}

async function copy(db: Db, id: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with copy as (select gen_random_uuid() as id, a.id as of, 'copy-' || gen_random_uuid() as reference
        from actions.action a, generate_series(1, ${count}::int) where a.id = ${id.slice("Action:".length)}),
      action as (insert into actions.action (id, group_id, group_label, reference, number, text, wording, due_kind,
          due_on, due_text, status, meeting_id, meeting_label, raised_on, access, version, record)
        select c.id, group_id, group_label, c.reference, number, text, wording, due_kind, due_on, due_text, status,
          meeting_id, meeting_label, raised_on, access, version,
          record || jsonb_build_object('id', c.id, 'reference', c.reference)
        from copy c join actions.action a on a.id = c.of),
      owner as (insert into actions.owner (id, action_id, place, kind, agent_id, label, role, part)
        select gen_random_uuid(), c.id, place, kind, agent_id, label, role, part
        from copy c join actions.owner o on o.action_id = c.of),
      entry as (insert into database.journal (subject_type, subject_id, version, verb, actor, request_id, at,
          recorded_at, before, after, group_id, access, previous, hash)
        select subject_type, c.id, j.version, verb, actor, request_id, at, recorded_at, before,
          after || jsonb_build_object('id', c.id, 'reference', c.reference), group_id, access, previous, hash
        from copy c join database.journal j on j.subject_id = c.of
          and j.version = (select version from actions.action where id = c.of))
    select 'Action:' || id as id from copy`.execute(db);
  return rows.map((row) => row.id);
}
