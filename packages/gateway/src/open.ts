import {
  connect,
  type Connection,
  type Db,
  grantTo,
  migrate,
  type Migrations,
  ownerOf,
  type Place,
  refuseForeign,
  roleOf,
  schemasOf,
} from "@remit/database";
import { migrations as database } from "@remit/database/migrations";
import type { Gateway } from "@remit/graphql";
import { Refusal } from "@remit/kernel";
import { gateway as remit } from "./gateway.ts";

/** A database that was brought up to date: the steps that ran, and what its operator should know. */
export interface Opened extends Connection {
  readonly ran: readonly string[];
  readonly warnings: readonly string[];
}

interface Options {
  /** What the database is brought up to date for; Remit's own composition if left out. */
  readonly gateway?: Pick<Gateway, "migrations">;
  /** Whether Remit's schemas may be put into a database that holds somebody else's tables. */
  readonly beside?: boolean;
}

/** Opens Remit's database, brought up to date. Refuses one that holds somebody else's tables unless told otherwise. */
export async function openDatabase(
  place: Place,
  { beside = false, gateway: { migrations } = remit }: Options = {},
): Promise<Opened> {
  const steps = { ...database, ...migrations };
  const connection = await connect(place);
  try {
    const ran =
      "url" in place
        ? await bringUpServer(place, connection.db, steps, beside)
        : await bringUp(connection.db, steps, beside);
    const warnings = "url" in place && place.migrateUrl ? await ownership(connection.db) : [];
    return { ...connection, ran, warnings };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function bringUp(db: Db, steps: Migrations, beside: boolean): Promise<string[]> {
  if (!beside) await refuseForeign(db);
  return migrate(db, steps);
}

/** Migrates in a connection of its own, for which no statement is too long, and lets the application's role do its work. */
async function bringUpServer(
  { url, migrateUrl = url, prepared = true }: Extract<Place, { url: string }>,
  application: Db,
  steps: Migrations,
  beside: boolean,
): Promise<string[]> {
  const owner = await connect({ url: migrateUrl, prepared });
  try {
    const [role, own] = [await roleOf(application), await roleOf(owner.db)];
    await assertOwner(owner.db, own);
    const ran = await bringUp(owner.db, steps, beside);
    if (role !== own) await grantTo(owner.db, role, schemasOf(steps));
    return ran;
  } finally {
    await owner.close();
  }
}

async function assertOwner(db: Db, role: string): Promise<void> {
  const found = await ownerOf(db);
  if (found === null || found.mine) return;
  throw new Refusal(
    "DATABASE_OWNER",
    `Remit's tables belong to the role ${found.owner}, so that ${role} cannot migrate them. Set DATABASE_MIGRATE_URL to ${found.owner}, or give the tables to ${role} as an administrator of the database: reassign owned by "${found.owner}" to "${role}"`,
  );
}

/** Says where the application could change what it should only add to. */
export async function ownership(db: Db): Promise<string[]> {
  const found = await ownerOf(db);
  if (found === null || !found.mine) return [];
  return [
    `The application's role may do what the journal's owner, ${found.owner}, may: it could change the journal. Let DATABASE_MIGRATE_URL name a role that owns the tables, and DATABASE_URL another.`,
  ];
}
