import { type Db, insertAll, type Tx } from "@remit/database";
import { type GroupRole, importer, Refusal } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import { anybody } from "@remit/graphql";
import { hashOf, type Token } from "./token.ts";

declare module "@remit/database" {
  interface Database {
    "gateway.token": TokenTable;
    "gateway.token_role": TokenRoleTable;
  }
}

interface TokenTable {
  id: string;
  name: string;
  hash: string;
  person_id: string | null;
  official: boolean;
  administrator: boolean;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
}

interface TokenRoleTable {
  token_id: string;
  group_id: string;
  role: GroupRole;
}

/** Keeps a token under the hash of its secret. Refuses with `TOKEN_NAME_TAKEN`. */
export async function insertToken(tx: Tx, token: Token, secret: string): Promise<void> {
  // In the insert itself: of two at once the second waits for the first, and finds the name taken.
  const made = [anybody.name, importer].includes(token.name)
    ? []
    : await tx
        .insertInto("gateway.token")
        .values({
          id: token.id,
          name: token.name,
          hash: hashOf(secret),
          person_id: token.person,
          official: token.official,
          administrator: token.administrator,
          created_at: token.createdAt,
          expires_at: token.expiresAt,
          revoked_at: token.revokedAt,
        })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .returning("id")
        .execute();
  if (made.length === 0) {
    const message = `There is a token "${token.name}" already. Choose another name, or revoke it and name the new one differently.`;
    throw new Refusal("TOKEN_NAME_TAKEN", message);
  }
  const roles = token.roles.map(({ group, role }) => ({
    token_id: token.id,
    group_id: group,
    role,
  }));
  await insertAll(tx, "gateway.token_role", roles);
}

const columns = sql`t.id, t.name, t.person_id as person, t.official, t.administrator,
  t.created_at as "createdAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt",
  to_json(array(select json_build_object('group', r.group_id, 'role', r.role)
    from gateway.token_role r where r.token_id = t.id order by r.group_id, r.role)) as roles`;

/** A token with the name of the person for whom it was made. */
export interface FoundToken extends Token {
  readonly personName: string | null;
}

/** The token with this secret, if there ever was one. */
export const findToken = (db: Db, secret: string): Promise<FoundToken | undefined> =>
  tokenWhere(db, sql`t.hash = ${hashOf(secret)}`);

/** The token of this name, if there ever was one. */
export const tokenNamed = (db: Db, name: string): Promise<FoundToken | undefined> =>
  tokenWhere(db, sql`t.name = ${name}`);

async function tokenWhere(db: Db, condition: RawBuilder<unknown>) {
  const { rows } = await sql<FoundToken>`
    select ${columns}, p.name as "personName" from gateway.token t
    left join groups.person p on p.id = t.person_id where ${condition}`.execute(db);
  return rows[0];
}

/** Every token by its name, ended ones included; their secrets are kept nowhere. */
export async function listTokens(db: Db): Promise<Token[]> {
  const { rows } = await sql<Token>`select ${columns} from gateway.token t order by t.name`.execute(
    db,
  );
  return rows;
}

/** Where tokens are kept: what opens a record is not carried out of it. */
export const tokenTables = ["gateway.token", "gateway.token_role"] as const;

/** Gives a token another secret. False where there is none of this name that is still taken. */
export async function renewToken(db: Db, name: string, secret: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("gateway.token")
    .set({ hash: hashOf(secret) })
    .where("name", "=", name)
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Ends a token from now on. Refuses with `NOT_FOUND`. */
export async function revokeToken(db: Db, name: string, now: Date): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("gateway.token")
    .set({ revoked_at: now.toISOString() })
    .where("name", "=", name)
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n)
    throw new Refusal(
      "NOT_FOUND",
      `There is no token "${name}" that could be revoked. List those that there are with remit token list.`,
    );
}
