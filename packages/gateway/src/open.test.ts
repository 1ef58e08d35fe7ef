import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { connect, type Db } from "@remit/database";
import { serverDatabase, type TestDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase, ownership } from "./open.ts";
import { exportRecord, importRecord } from "./whole.ts";

describe.skipIf("missing" in inject("templates").postgres)("on PostgreSQL", () => {
  let database: TestDatabase;
  let folder: string;
  const suffix = randomUUID().slice(0, 8);
  const owner = `remit_test_owner_${suffix}`;
  const application = `remit_test_application_${suffix}`;
  const as = (username: string) =>
    Object.assign(new URL(database.url ?? ""), { username, password: "" }).href;
  const place = () => ({ url: as(application), migrateUrl: as(owner) });
  const schemas = "database, groups, meetings, actions, commitments, documents, gateway";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "remit-open-"));
    database = await serverDatabase();
    const { db } = database;
    for (const role of [owner, application]) {
      await sql`create role ${sql.id(role)} login`.execute(db);
      const name = new URL(database.url ?? "").pathname.slice(1);
      await sql`grant create on database ${sql.id(name)} to ${sql.id(role)}`.execute(db);
    }
    await sql.raw(`drop schema if exists ${schemas} cascade`).execute(db);
  });
  afterAll(async () => {
    for (const role of [application, owner]) {
      await sql`drop owned by ${sql.id(role)} cascade`.execute(database.db);
      await sql`drop role ${sql.id(role)}`.execute(database.db);
    }
    await database.close();
    await rm(folder, { recursive: true });
  });

  /** What the application's role may do with each table and sequence, by the tables' names. */
  const mayDo = async (db: Db) => {
    const { rows } = await sql<{ name: string; may: string }>`
      select format('%I.%I', nspname, relname) as name, concat_ws(' ', variadic array(
        select word from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) word
        where has_table_privilege(${application}, c.oid, word))) as may
      from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'v', 'm') and nspname not in ('pg_catalog', 'information_schema')`.execute(
      db,
    );
    return new Map(rows.map(({ name, may }) => [name, may]));
  };

  test("a role of the application gets Remit's tables, and nothing of another product of the same owner", async () => {
    const other = await connect({ url: as(owner) });
    await sql`create schema ledger`.execute(other.db);
    await sql`create table ledger.invoice (id serial)`.execute(other.db);
    await other.close();
    await expect(openDatabase(place())).rejects.toMatchObject({ code: "DATABASE_FOREIGN" });

    const opened = await openDatabase(place(), { beside: true });
    expect(opened.warnings).toEqual([]);
    await opened.close();
    const { "ledger.invoice": invoice, ...rest } = Object.fromEntries(await mayDo(database.db));
    expect(invoice).toBe("");
    const odd = Object.entries(rest).filter(([, may]) => may !== "select insert update delete");
    expect(Object.fromEntries(odd)).toEqual({
      "database.history": "select",
      "database.journal": "select insert",
      "database.journal_head": "select",
      "database.journal_position": "select",
      "database.migration": "",
      "database.migration_lock": "",
    });
    expect(Object.keys(rest)).toContain("gateway.token");
  });

  test("a grant on the list of steps that was given before is taken back", async () => {
    await sql`grant all on database.migration to ${sql.id(application)}`.execute(database.db);
    await (await openDatabase(place())).close();
    expect((await mayDo(database.db)).get("database.migration")).toBe("");
  });

  test("a whole record goes in as the owner, and leaves the application what it may do", async () => {
    const before = await mayDo(database.db);
    const path = join(folder, "empty.ndjson");
    await exportRecord(database.db, (lines) => pipeline(lines, createWriteStream(path)));
    expect(await importRecord(place(), path)).toMatchObject({ head: { position: 0 } });
    expect(await mayDo(database.db)).toEqual(before);
  });

  test("tables that belong to the application are said, and are not migrated by another role", async () => {
    await sql.raw(`drop schema ${schemas} cascade`).execute(database.db);
    const own = await openDatabase({ url: as(application) }, { beside: true });
    expect(await ownership(own.db)).toEqual([expect.stringContaining("could change the journal")]);
    await own.close();
    await expect(openDatabase(place())).rejects.toMatchObject({
      code: "DATABASE_OWNER",
      message: expect.stringContaining(`reassign owned by "${application}" to "${owner}"`),
    });
  });
});
