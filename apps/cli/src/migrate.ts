import { connect, migrate } from "@remit/database";
import { migrations } from "@remit/gateway/migrations";
import { readSettings } from "@remit/gateway";

/** Brings the database up to date and says what was done. */
export async function migrateCommand(): Promise<void> {
  const { db, close } = await connect(readSettings(process.env).place);
  try {
    const ran = await migrate(db, migrations);
    const lines =
      ran.length === 0 ? ["The database is up to date."] : ran.map((name) => `ran ${name}`);
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    await close();
  }
}
