import { addressOf } from "@remit/database";
import { openDatabase, readSettings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";

/** Brings the database up to date and says which, what was done, and what its operator should know. */
export async function migrateCommand(
  gateway: Gateway,
  { beside = false }: { beside?: boolean },
): Promise<void> {
  const { place } = readSettings(process.env);
  const { ran, warnings, close } = await openDatabase(place, { beside, gateway });
  await close();
  const lines =
    ran.length === 0 ? ["The database is up to date."] : ran.map((name) => `ran ${name}`);
  process.stdout.write(`${lines.join("\n")}\n`);
  process.stderr.write([`The database: ${addressOf(place)}`, ...warnings, ""].join("\n"));
}
