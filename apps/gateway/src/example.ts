import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findToken, insertToken, renewToken } from "@remit/access";
import type { Db, Place } from "@remit/database";
import { type Example, isEmpty, type Surroundings } from "@remit/gateway";
import { createdInWords, type ImportReport, importWithin } from "@remit/import";

const files = ["minutes-2021-12-22.txt", "mission.json", "links.json"];

/** Reads the example into a database that holds no document yet; null where one does. */
export async function loadExample(
  db: Db,
  surroundings: Surroundings,
): Promise<ImportReport[] | null> {
  const folder = new URL("../example/", import.meta.url);
  return db.transaction().execute(async (tx) => {
    if (!(await isEmpty(tx))) return null;
    const reports: ImportReport[] = [];
    for (const name of files) {
      const bytes = await readFile(new URL(name, folder));
      reports.push(await importWithin(tx, { name, bytes }, {}, surroundings));
    }
    return reports;
  });
}

/** What there is to look at in a record that is empty. */
export const example: Example = {
  load: async (db, surroundings) => {
    const reports = await loadExample(db, surroundings);
    return reports && reports.map(({ title, created }) => `${title} (${createdInWords(created)})`);
  },
  secret: exampleSecret,
};

const tokenName = "example secretariat";

/**
 * A secret with which the example's secretariat can write: new with the example, and the same at each later start on the
 * embedded database, in whose folder it is kept. Null where there is no such token, or it was revoked.
 */
async function exampleSecret(
  db: Db,
  place: Place,
  isNew: boolean,
  surroundings: Pick<Surroundings, "now" | "newId" | "newSecret">,
): Promise<string | null> {
  const file = "folder" in place ? join(place.folder, "example-token") : null;
  const secret = surroundings.newSecret();
  if (isNew) {
    if (!(await makeToken(db, secret, surroundings))) return null;
  } else {
    if (file === null) return null;
    const kept = await keptIn(db, file);
    if (kept !== null) return kept;
    if (!(await renewToken(db, tokenName, secret))) return null;
  }
  if (file !== null) await keep(file, secret);
  return secret;
}

/** What the file holds, where it is the secret of the example's token still. */
async function keptIn(db: Db, file: string): Promise<string | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const secret = text?.trim() ?? "";
  const found = secret === "" ? undefined : await findToken(db, secret);
  return found?.name === tokenName && found.revokedAt === null ? secret : null;
}

/** Whole or not at all, and for its owner's eyes. */
async function keep(file: string, secret: string): Promise<void> {
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function makeToken(
  db: Db,
  secret: string,
  { now, newId }: Pick<Surroundings, "now" | "newId">,
): Promise<boolean> {
  const [group] = await db
    .selectFrom("meetings.meeting")
    .select("group_id as id")
    .limit(1)
    .execute();
  if (group === undefined) return false;
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
  return true;
}
