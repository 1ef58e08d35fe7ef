import { readFileSync } from "node:fs";
import { connect, migrate } from "@remit/database";
import { migrations } from "@remit/gateway/migrations";
import { sql } from "kysely";
import pg from "pg";
import { type Postgres, startPostgres } from "../../src/postgres.ts";
import { tokenSql } from "./people.ts";
import type { Stock } from "./questions.ts";

/** The same for every contestant and at every scale: memory for all data, and nothing that runs by itself meanwhile. */
export const settings = {
  shared_buffers: "4GB",
  effective_cache_size: "8GB",
  work_mem: "16MB",
  maintenance_work_mem: "512MB",
  max_wal_size: "16GB",
  checkpoint_timeout: "1h",
  wal_level: "minimal",
  max_wal_senders: "0",
  random_page_cost: "1.1",
  autovacuum: "off",
  jit: "off",
  max_parallel_workers_per_gather: "0",
};

/** Starts PostgreSQL with Remit's schema and so many times the data, and what further files write. */
export async function startDatabase(scale: number, ...more: readonly string[]): Promise<Postgres> {
  const server = await startPostgres(settings);
  try {
    const { db, close } = await connect(server);
    await migrate(db, migrations);
    await sql`create schema bench`.execute(db);
    await sql
      .raw(
        `create function bench.size(n int) returns int language sql immutable return n * ${scale}`,
      )
      .execute(db);
    await close();
    for (const text of [read("data.sql"), tokenSql, read("postgraphile.sql"), ...more.map(read)])
      await run(server.url, text);
    // A row whose commit may not be on the disk yet is not marked as visible to all, and would be looked up for a count.
    for (const statement of ["checkpoint", "vacuum analyze"]) await run(server.url, statement);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");

async function run(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One by one, since PostgreSQL plans all statements of one text before it runs the first.
    for (const statement of text.split(/;\n(?=\n|$)/u)) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What there is to be asked for. */
export async function stockOf(url: string): Promise<Stock> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{
      groups: number;
      missions: number;
      phrases: Stock["phrases"];
    }>(
      `select bench.size(300) as groups, bench.size(40) as missions,
        (select json_agg(json_build_object('class', class, 'words', array_to_string(longest, ' ')) order by n)
         from bench.sentence where n % 7 = 0) as phrases`,
    );
    const [stock] = rows;
    if (!stock) throw new Error("There is no data.");
    return stock;
  } finally {
    await client.end();
  }
}
