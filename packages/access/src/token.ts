import { createHash } from "node:crypto";
import type { Actor } from "@remit/kernel";

/** A token as it is kept: its secret is shown once and never stored. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly person: string | null;
  readonly roles: Actor["roles"];
  readonly official: boolean;
  readonly administrator: boolean;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** What is kept of a secret. It has 256 bits of chance in it, so that one round of hashing is enough. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Why a token is not taken, as a word; null for one that is. */
export function refusedBecause(token: Token | undefined, now: Date): TokenRefusal | null {
  if (token === undefined) return "TOKEN_UNKNOWN";
  if (token.revokedAt !== null) return "TOKEN_REVOKED";
  if (token.expiresAt !== null && new Date(token.expiresAt) <= now) return "TOKEN_EXPIRED";
  return null;
}
export type TokenRefusal = "TOKEN_UNKNOWN" | "TOKEN_REVOKED" | "TOKEN_EXPIRED";

export const actorOf = ({ person, roles, official, administrator }: Token): Actor => ({
  id: person,
  actsFor: [],
  roles,
  official,
  administrator,
});
