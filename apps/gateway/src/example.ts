import { readFile } from "node:fs/promises";
import type { Db } from "@remit/database";
import type { Surroundings } from "./context.ts";
import { importWithin } from "./import/import.ts";
import type { ImportReport } from "./import/report.ts";

const files = ["minutes-2021-12-22.txt", "mission.json", "links.json"];

/** Reads the example into a database that holds no document yet; null where one does. */
export async function loadExample(
  db: Db,
  surroundings: Surroundings,
): Promise<ImportReport[] | null> {
  const folder = new URL("../example/", import.meta.url);
  return db.transaction().execute(async (tx) => {
    const any = await tx.selectFrom("documents.document").select("id").limit(1).execute();
    if (any.length > 0) return null;
    const reports: ImportReport[] = [];
    for (const name of files) {
      const bytes = await readFile(new URL(name, folder));
      reports.push(await importWithin(tx, { name, bytes }, {}, surroundings));
    }
    return reports;
  });
}
