import type { Connection, Db } from "@remit/database";
import { openDatabase, readSettings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";

/** Opens the database that the environment names, brought up to date for a gateway, for one task. */
export async function withDatabase(
  gateway: Gateway,
  task: (db: Db, kind: Connection["kind"]) => Promise<void>,
): Promise<void> {
  const { db, kind, close } = await openDatabase(readSettings(process.env).place, { gateway });
  try {
    await task(db, kind);
  } finally {
    await close();
  }
}

/** Prints what was asked for: a line for each, or all of it as JSON. Done once whoever reads it has it. */
export async function printed<Item>(
  json: boolean | undefined,
  items: readonly Item[],
  line: (item: Item) => string,
): Promise<void> {
  const text = json ? JSON.stringify(items, null, 2) : items.map(line).join("\n");
  if (text === "") return;
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
