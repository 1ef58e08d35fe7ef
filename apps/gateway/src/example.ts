import { readFile } from "node:fs/promises";
import type { Connection, Db } from "@remit/database";
import { insertToken, renewToken } from "./access/store.ts";
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

const tokenName = "example secretariat";

/**
 * A secret with which the example's secretariat can write: new with the example, and another at each start of an embedded
 * database, since only its hash is kept. Null where there is no such token.
 */
export async function exampleSecret(
  { db, kind }: Connection,
  isNew: boolean,
  { now, newId, newSecret }: Surroundings,
): Promise<string | null> {
  const secret = newSecret();
  if (!isNew)
    return kind === "embedded" && (await renewToken(db, tokenName, secret)) ? secret : null;
  const [group] = await db
    .selectFrom("meetings.meeting")
    .select("group_id as id")
    .limit(1)
    .execute();
  if (group === undefined) return null;
  const token = {
    id: newId(),
    name: tokenName,
    person: null,
    roles: [{ group: group.id, role: "secretariat" as const }],
    official: false,
    administrator: false,
    createdAt: now().toISOString(),
    expiresAt: null,
    revokedAt: null,
  };
  await db.transaction().execute((tx) => insertToken(tx, token, secret));
  return secret;
}
