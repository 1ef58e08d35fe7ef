import {
  connect,
  type Connection,
  type Db,
  grantTo,
  migrate,
  type Place,
  refuseForeign,
  roleOf,
} from "@remit/database";
import { migrations } from "./migrations.ts";

/** Opens Remit's database, brought up to date. Refuses one that holds somebody else's tables. */
export async function openDatabase(place: Place): Promise<Connection> {
  const connection = await connect(place);
  try {
    if ("url" in place && place.migrateUrl !== undefined)
      await migrateAs(place.migrateUrl, await roleOf(connection.db));
    else await bringUp(connection.db);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function bringUp(db: Db): Promise<void> {
  await refuseForeign(db);
  await migrate(db, migrations);
}

/** Migrates under another role, and lets the application's own do its work. */
async function migrateAs(url: string, role: string): Promise<void> {
  const owner = await connect({ url });
  try {
    await bringUp(owner.db);
    await grantTo(owner.db, role);
  } finally {
    await owner.close();
  }
}
