import { createHash } from "node:crypto";
import type pg from "pg";

type Query = (text: string, values: readonly unknown[]) => unknown;

/** How many statements a connection keeps prepared: pg never lets one go. */
const most = 1_000;

/**
 * Makes a pool prepare every statement that it sees a second time, under a name made from its text: planning costs
 * PostgreSQL as much as running does, and Kysely's driver gives no names. One text has one name in every process.
 */
export function prepared(pool: pg.Pool): pg.Pool {
  const nameOf = namer();
  pool.on("connect", (client) => {
    // The two forms of pg's query that Kysely uses: text with values, which is named, and a cursor, which is not.
    const query: Query = client.query.bind(client);
    const named = (text: unknown, values?: readonly unknown[]) => {
      if (typeof text !== "string" || values === undefined)
        return Reflect.apply(query, client, [text, values]);
      const name = nameOf(text);
      return name === undefined
        ? query(text, values)
        : Reflect.apply(query, client, [{ name, text, values }]);
    };
    Object.assign(client, { query: named });
  });
  return pool;
}

/** The name of a text that was asked for before, while there is room for names. */
export function namer(limit = most): (text: string) => string | undefined {
  const names = new Map<string, string | null>();
  return (text) => {
    const known = names.get(text);
    if (typeof known === "string") return known;
    if (known === undefined) {
      if (names.size < limit) names.set(text, null);
      return undefined;
    }
    const name = `remit_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
    names.set(text, name);
    return name;
  };
}
