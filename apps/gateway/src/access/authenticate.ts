import type { IncomingMessage } from "node:http";
import type { Db } from "@remit/database";
import { anybody, type Caller } from "@remit/graphql";
import { BadRequest } from "../graph/body.ts";
import { findToken } from "./store.ts";
import { actorOf, refusedBecause, type TokenRefusal } from "./token.ts";

/** Who sends a request: anybody, or whoever its bearer token stands for. A token that is not taken is refused, not ignored. */
export async function authenticate(
  db: Db,
  { headers }: Pick<IncomingMessage, "headers">,
  now: Date,
): Promise<Caller> {
  const given = headers.authorization;
  if (given === undefined) return anybody;
  const secret = /^Bearer +(?<secret>[\w.~+/-]{1,200}=*)$/iu.exec(given)?.groups?.["secret"];
  const token = secret === undefined ? undefined : await findToken(db, secret);
  const reason = refusedBecause(token, now);
  if (token === undefined || reason !== null)
    throw new BadRequest(401, words[reason ?? "TOKEN_UNKNOWN"], reason ?? "TOKEN_UNKNOWN");
  return { name: token.name, ...actorOf(token) };
}

const words: Record<TokenRefusal, string> = {
  TOKEN_UNKNOWN:
    "This token is not known. Send: Authorization: Bearer, and the token as it was shown.",
  TOKEN_REVOKED: "This token was revoked. Ask for a new one.",
  TOKEN_EXPIRED: "This token has expired. Ask for a new one.",
};
