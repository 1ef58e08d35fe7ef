import { type Db, migrate } from "@remit/database";
import { sql } from "kysely";
import { insertToken } from "@remit/access";
import { surroundings } from "@remit/gateway";
import { loadExample } from "../example.ts";
import { importDocument } from "@remit/import";
import { migrations } from "@remit/gateway/migrations";
import { march } from "@remit/import/testing";
import { openDesk } from "@remit/gateway/testing";
import { openHarbourside } from "./harbourside.ts";
import { everybodyAsks, keepersAsk } from "./release-questions.ts";

// A release's database is kept as the names of the steps it took and its rows: steps are frozen, so they make its tables again.

const ours = sql<string>`nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`;

/** Makes the database empty, as it was before its first step. */
export async function empty(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where ${ours}`.execute(db);
  for (const { name } of rows) await sql`drop schema ${sql.id(name)} cascade`.execute(db);
}

/** What a group has on record after two meetings: the example, and of every kind of thing that a release can write. */
export async function fill(db: Db): Promise<void> {
  await loadExample(db, surroundings);
  const desk = await openHarbourside(db);
  try {
    const [started, done, named, gone, key] = [
      await desk.raise("Sam to paint the kerb"),
      await desk.raise("Sam to count the benches"),
      await desk.raise("Sam to name the crossings"),
      await desk.raise("Sam to sweep the quay"),
      { "idempotency-key": "begin" },
    ];
    const act = (verb: string, input: object, headers = {}) =>
      desk.act("secretariat", verb, input, headers);
    await act("startAction", { id: started }, key);
    await act("completeAction", { id: done, override: "The minutes say so." });
    await act("rewordAction", { id: named, text: "Sam to name each crossing", reason: "Clearer" });
    await act("withdrawAction", { id: gone, reason: "The rain did it." });
    const meeting = await desk.meetingOn("2026-04-14");
    await act("takeActionLog", { meeting, on: "2026-04-14" });
  } finally {
    desk.close();
  }
  const corrected = new TextEncoder().encode(march.replace("half of the", "most of the"));
  const supersede = { supersede: true };
  await importDocument(db, { name: "corrected.txt", bytes: corrected }, supersede, surroundings);
  await sql`update groups.person set public_profile = 'role-only' where name = 'Chidi Stone'`.execute(
    db,
  );
}

/** The steps that a database took and all its rows, as SQL that `load` runs. */
export async function dump(db: Db): Promise<string> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select nspname as schema, relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
    where relkind = 'r' and ${ours} and relname not like 'migration%' order by 1, 2`.execute(db);
  const steps = await sql<{ name: string }>`
    select name from database.migration order by name`.execute(db);
  const lines = steps.rows.map(({ name }) => `-- ${name}`);
  for (const { schema, name } of rows) {
    const table = `${schema}."${name}"`;
    const found = await sql<{ row: string }>`
      select to_json(t)::text as row from ${sql.id(schema, name)} t order by 1`.execute(db);
    for (const { row } of found.rows)
      lines.push(
        `insert into ${table} select * from json_populate_record(null::${table}, '${row.replaceAll("'", "''")}');`,
      );
  }
  return `${lines.join("\n")}\n`;
}

/** Puts a release's database in the place of what is there. */
export async function load(db: Db, text: string): Promise<void> {
  await empty(db);
  const lines = text.trim().split("\n");
  const taken = new Set(lines.flatMap((line) => (line.startsWith("-- ") ? [line.slice(3)] : [])));
  const known = Object.entries(migrations).filter(([name]) => taken.has(name));
  if (known.length !== taken.size) throw new Error("A step that this release took is gone.");
  await migrate(db, Object.fromEntries(known));
  await db.transaction().execute(async (tx) => {
    // Rows as they were: no trigger fills or checks them again.
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const line of lines) if (line.startsWith("insert")) await sql.raw(line).execute(tx);
  });
}

/** What today's code answers to the questions of the given names, or to all: the anonymous ones, and those of an official who keeps the records of every group. */
export async function answers(
  db: Db,
  names: readonly string[] = [...Object.keys(everybodyAsks), ...Object.keys(keepersAsk)],
): Promise<Record<string, unknown>> {
  await giveKeeper(db);
  const desk = await openDesk(db);
  try {
    const given: Record<string, unknown> = {};
    for (const name of names) {
      const [caller, query] =
        name in keepersAsk ? ["keeper", keepersAsk[name]] : ["anybody", everybodyAsks[name]];
      if (query === undefined) throw new Error(`Nobody asks "${name}".`);
      const { data, errors } = await desk.send(caller, query);
      // Where a page ends is told by a cursor, which is each version's own.
      given[name] = JSON.parse(JSON.stringify({ data, errors }), (key, value: unknown) =>
        key === "endCursor" ? undefined : value,
      );
    }
    return given;
  } finally {
    desk.close();
  }
}

async function giveKeeper(db: Db): Promise<void> {
  const groups = await db.selectFrom("groups.group").select("id").execute();
  await db.transaction().execute((tx) =>
    insertToken(
      tx,
      {
        id: surroundings.newId(),
        name: "keeper",
        person: null,
        roles: groups.map(({ id }) => ({ group: id, role: "secretariat" as const })),
        official: true,
        administrator: false,
        createdAt: "2025-03-01T09:00:00.000Z",
        expiresAt: null,
        revokedAt: null,
      },
      "remit_keeper",
    ),
  );
}

/** Everything that steps make, as PostgreSQL describes it. The order of columns is not told. */
export async function schemaOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    with relation as (select c.*, n.nspname || '.' || c.relname as at from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where ${ours})
    select 'column ' || at || '.' || attname || ' ' || format_type(atttypid, atttypmod)
        || case when attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') as line
      from relation r join pg_attribute a on attrelid = r.oid and attnum > 0 and not attisdropped
        left join pg_attrdef on adrelid = attrelid and adnum = attnum where r.relkind in ('r', 'v', 'm')
    union all select 'constraint ' || at || '.' || conname || ' ' || pg_get_constraintdef(k.oid)
      from pg_constraint k join relation r on r.oid = conrelid
    union all select 'index ' || at || ' ' || pg_get_indexdef(oid) from relation where relkind = 'i'
    union all select 'view ' || at || ' ' || pg_get_viewdef(oid) from relation where relkind = 'v'
    union all select 'trigger ' || at || ' ' || pg_get_triggerdef(t.oid) from pg_trigger t
      join relation r on r.oid = tgrelid where not tgisinternal
    union all select 'function ' || pg_get_functiondef(p.oid) from pg_proc p
      join pg_namespace n on n.oid = pronamespace where ${ours}
    order by 1`.execute(db);
  return rows.map(({ line }) => line);
}
