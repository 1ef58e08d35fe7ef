import { join } from "node:path";
import type { Db } from "@remit/database";
import { serverDatabase } from "@remit/database/testing";
import { inject } from "vitest";
import { openDatabase } from "../open.ts";

/** A database that processes of Remit's and a test use in turn. */
export interface ProgramDatabase {
  /** What names it to a process. */
  readonly environment: Readonly<Record<string, string>>;
  within(task: (db: Db) => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

/** Makes one on a server, where each process is there at once, or in a folder where there is no server. */
export async function programDatabase(folder: string): Promise<ProgramDatabase> {
  if ("missing" in inject("templates").postgres) return inFolder(join(folder, "data"));
  const { db, url = "", close } = await serverDatabase("gateway");
  return {
    environment: { DATABASE_URL: url },
    within: async (task) => void (await task(db)),
    close,
  };
}

const inFolder = (folder: string): ProgramDatabase => ({
  environment: { REMIT_DATA: folder },
  within: async (task) => {
    const { db, close } = await openDatabase({ folder });
    await task(db).finally(close);
  },
  close: async () => {},
});
