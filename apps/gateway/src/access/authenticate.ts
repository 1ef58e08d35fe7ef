import type { IncomingMessage } from "node:http";
import type { Db } from "@remit/database";
import { anybody, type Caller } from "@remit/graphql";
import { LRUCache } from "lru-cache";
import { BadRequest } from "../graph/body.ts";
import { findToken, type FoundToken } from "./store.ts";
import { actorOf, refusedBecause, type TokenRefusal } from "./token.ts";

/** How long a token that was found is not looked up again, in milliseconds: so long may a revoked one still be taken. */
const lasts = 1_000;

/**
 * Says who sends a request: anybody, or whoever its bearer token stands for. A token that is not taken is refused, not
 * ignored.
 */
export function authenticator(db: Db) {
  const tokens = new LRUCache<string, FoundToken>({
    max: 1_000,
    ttl: lasts,
    fetchMethod: (secret) => findToken(db, secret),
  });
  return async ({ headers }: Pick<IncomingMessage, "headers">, now: Date): Promise<Caller> => {
    const given = headers.authorization;
    if (given === undefined) return anybody;
    const secret = /^Bearer +(?<secret>[\w.~+/-]{1,200}=*)$/iu.exec(given)?.groups?.["secret"];
    const token = secret === undefined ? undefined : await tokens.fetch(secret);
    const reason = refusedBecause(token, now);
    if (token === undefined || reason !== null)
      throw new BadRequest(401, words[reason ?? "TOKEN_UNKNOWN"], reason ?? "TOKEN_UNKNOWN");
    return { name: token.personName ?? token.name, token: token.name, ...actorOf(token) };
  };
}

const words: Record<TokenRefusal, string> = {
  TOKEN_UNKNOWN:
    "This token is not known. Send: Authorization: Bearer, and the token as it was shown.",
  TOKEN_REVOKED: "This token was revoked. Ask for a new one.",
  TOKEN_EXPIRED: "This token has expired. Ask for a new one.",
};
