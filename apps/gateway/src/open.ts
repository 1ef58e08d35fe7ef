import { connect, type Connection, migrate, type Place, refuseForeign } from "@remit/database";
import { migrations } from "./migrations.ts";

/** Opens Remit's database, brought up to date. Refuses one that holds somebody else's tables. */
export async function openDatabase(place: Place): Promise<Connection> {
  const connection = await connect(place);
  try {
    await refuseForeign(connection.db);
    await migrate(connection.db, migrations);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}
