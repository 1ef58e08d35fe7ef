import { createHash } from "node:crypto";
import pg from "pg";

type Query = (text: string, values: readonly unknown[]) => unknown;

/** How many texts are remembered, and how many statements a connection keeps prepared: those that were asked last. */
const most = 1_000;

/**
 * Makes a pool prepare every statement that it sees a second time, under a name made from its text: planning costs
 * PostgreSQL as much as running does, and Kysely's driver gives no names. One text has one name in every process.
 */
export function prepared(pool: pg.Pool, limit = most): pg.Pool {
  const nameOf = namer(limit);
  pool.on("connect", (client) => {
    const held = new Recent<string, true>(limit);
    // The two forms of pg's query that Kysely uses: text with values, which is named, and a cursor, which is not.
    const query: Query = client.query.bind(client);
    const named = (text: unknown, values?: readonly unknown[]) => {
      if (typeof text !== "string" || values === undefined)
        return Reflect.apply(query, client, [text, values]);
      const name = nameOf(text);
      if (name === undefined) return query(text, values);
      const ask = () => Reflect.apply(query, client, [{ name, text, values }]);
      const oldest = held.set(name, true);
      return oldest === undefined ? ask() : letGo(client, query, oldest).then(ask);
    };
    Object.assign(client, { query: named });
  });
  return pool;
}

/** Frees what a connection keeps under a name: pg itself never lets one go, and would not prepare it again. */
async function letGo(client: pg.PoolClient, query: Query, name: string): Promise<void> {
  try {
    await query(`deallocate ${pg.escapeIdentifier(name)}`, []);
  } catch {
    // A transaction that has failed refuses everything. Then the statement stays, and pg goes on knowing it.
    return;
  }
  if (!("connection" in client)) return;
  const { parsedStatements } = Object(client.connection);
  Reflect.deleteProperty(Object(parsedStatements), name);
}

/** The name of a text that was asked for before and not too long ago. */
export function namer(limit = most): (text: string) => string | undefined {
  const names = new Recent<string, string | null>(limit);
  return (text) => {
    const known = names.get(text);
    if (typeof known === "string") return known;
    const digest = () => createHash("sha256").update(text).digest("base64url").slice(0, 22);
    const name = known === undefined ? null : `remit_${digest()}`;
    names.set(text, name);
    return name ?? undefined;
  };
}

/** The entries that were used last: whoever brings many new ones does not push out what is in daily use. */
class Recent<Key, Value> {
  readonly #limit: number;
  readonly #entries = new Map<Key, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  /** Gives the key that had to go for this one. */
  set(key: Key, value: Value): Key | undefined {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#limit) return undefined;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
    return oldest;
  }
}
