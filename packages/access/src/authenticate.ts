import type { IncomingMessage } from "node:http";
import type { Db } from "@remit/database";
import { anybody, type Caller, type Viewer } from "@remit/graphql";
import { Refusal } from "@remit/kernel";
import type { Late } from "@remit/pothos-kysely";
import { sql, type SqlBool } from "kysely";
import { LRUCache } from "lru-cache";
import { findToken, type FoundToken, tokenNamed } from "./store.ts";
import { actorOf, hashOf, refusedBecause, type TokenRefusal } from "./token.ts";

/** Who sends a request, and what their statements are asked for: whether the token is taken still. */
export interface Sender {
  readonly caller: Caller;
  readonly session: string | null;
}

/**
 * Says who sends a request: anybody, or whoever its bearer token stands for. A token that is not taken is refused, not
 * ignored. One that was found is known for a second: only for what asks for the session in its statement, or else it
 * is looked up anew.
 */
export function authenticator(db: Db) {
  const find = async (secret: string) => {
    const token = await findToken(db, secret);
    return token && { token, session: hashOf(secret) };
  };
  const known = new LRUCache<string, { token: FoundToken; session: string }>({
    max: 1_000,
    ttl: 1_000,
    fetchMethod: find,
  });
  return async (
    { headers }: Pick<IncomingMessage, "headers">,
    now: Date,
    { anew = false } = {},
  ): Promise<Sender> => {
    const given = headers.authorization;
    if (given === undefined) return { caller: anybody, session: null };
    const secret = /^Bearer +(?<secret>[\w.~+/-]{1,200}=*)$/iu.exec(given)?.groups?.["secret"];
    // The cache would join a look-up that is under way and began before.
    const look = anew ? find : (secret: string) => known.fetch(secret);
    const found = secret === undefined ? undefined : await look(secret);
    const reason = refusedBecause(found?.token, now);
    if (found === undefined || reason !== null)
      throw new Refusal(reason ?? "TOKEN_UNKNOWN", words[reason ?? "TOKEN_UNKNOWN"]);
    const { token, session } = found;
    return { caller: callerOf(token), session };
  };
}

const callerOf = (token: FoundToken): Caller => ({
  name: token.personName ?? token.name,
  token: token.name,
  ...actorOf(token),
});

/** Whoever a token stands for: found by its secret, or by its name for whoever holds the database. Refuses one that is not taken. */
export async function callerBy(
  db: Db,
  by: { readonly secret: string } | { readonly name: string },
  now: Date,
): Promise<Caller> {
  const token = "secret" in by ? await findToken(db, by.secret) : await tokenNamed(db, by.name);
  const reason = refusedBecause(token, now);
  if (token === undefined || reason !== null) {
    const code = reason ?? "TOKEN_UNKNOWN";
    throw new Refusal(code, "name" in by ? `The token ${by.name}: ${named[code]}` : words[code]);
  }
  return callerOf(token);
}

/** Whether the viewer's token is taken still: part of every statement that answers a query. */
export const standing = ({ session }: Late<Viewer>) =>
  session === null
    ? undefined
    : sql<SqlBool>`exists (select from gateway.token where hash = ${session} and revoked_at is null)`;

const words: Record<TokenRefusal, string> = {
  TOKEN_UNKNOWN:
    "This token is not known. Send: Authorization: Bearer, and the token as it was shown.",
  TOKEN_REVOKED: "This token was revoked. Ask for a new one.",
  TOKEN_EXPIRED: "This token has expired. Ask for a new one.",
};

/** The same of a token that is given by its name, to whoever can make another. */
const named: Record<TokenRefusal, string> = {
  TOKEN_UNKNOWN: "there is none. List those that there are with remit token list.",
  TOKEN_REVOKED: "it was revoked. Make another with remit token create.",
  TOKEN_EXPIRED: "it has expired. Make another with remit token create.",
};
