import { Refusal } from "@remit/kernel";
import { Kysely, PGliteDialect, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Db } from "./database.ts";
import { openEmbedded } from "./embedded.ts";
import { prepared } from "./named.ts";
import { serverTypes } from "./types.ts";

/**
 * A PostgreSQL server by its URL, or the embedded PostgreSQL in a folder. `prepared: false` is for a pooler in front of
 * the server that cannot carry named statements.
 */
export type Place =
  | {
      readonly url: string;
      readonly prepared?: boolean;
      /** Under which role migrations run, where the application has one of its own. */
      readonly migrateUrl?: string | undefined;
      /** How many connections may be open at once; 10 if left out. */
      readonly pool?: number;
      /** Milliseconds that one statement may take; no limit if left out or 0. */
      readonly timeout?: number;
    }
  | { readonly folder: string };

/** An open database. */
export interface Connection {
  readonly db: Db;
  readonly kind: "server" | "embedded";
  /** Waits for the statements under way, then lets go of the server or the folder. */
  readonly close: () => Promise<void>;
}

/** Opens a database and asks it one question. Refuses with `DATABASE_UNREACHABLE` or `DATABASE_IN_USE`. */
export async function connect(place: Place): Promise<Connection> {
  return "url" in place ? connectServer(place) : connectEmbedded(place.folder);
}

async function connectServer(place: Extract<Place, { url: string }>): Promise<Connection> {
  const { url, prepared: named = true, pool: max = 10, timeout = 0 } = place;
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    types: serverTypes,
    // Sent with the start of each connection, and only where asked for: a pooler may refuse what it does not know.
    ...(timeout > 0 && {
      statement_timeout: timeout,
      idle_in_transaction_session_timeout: Math.max(timeout, 60_000),
    }),
  });
  // An idle connection that the server ends is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  const db: Db = new Kysely({
    dialect: new PostgresDialect({ pool: named ? prepared(pool) : pool }),
  });
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await db.destroy();
    throw new Refusal("DATABASE_UNREACHABLE", unreachable(url, error));
  }
  return { db, kind: "server", close: () => db.destroy() };
}

async function connectEmbedded(folder: string): Promise<Connection> {
  const { pglite, unlock } = await openEmbedded(folder);
  const db: Db = new Kysely({ dialect: new PGliteDialect({ pglite }) });
  const close = async () => {
    await db.destroy();
    if (!pglite.closed) await pglite.close();
    unlock();
  };
  return { db, kind: "embedded", close };
}

function unreachable(url: string, error: unknown): string {
  // Several addresses behind one name fail together, in one error that has no message of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const reason = first instanceof Error ? first.message : String(first);
  return `The database at ${withoutPassword(url)} does not answer: ${reason}. Start it, or correct DATABASE_URL.`;
}

/** A server's address or a folder, fit to be shown. */
export const addressOf = (place: Place): string =>
  "url" in place ? withoutPassword(place.url) : place.folder;

function withoutPassword(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return "that address";
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
}
