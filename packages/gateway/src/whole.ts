import { tokenTables } from "@remit/access";
import {
  archive,
  connect,
  type Db,
  grantTo,
  type Head,
  headOfArchive,
  journalHead,
  type Place,
  restore,
  roleOf,
  schemasOf,
  verifyJournal,
} from "@remit/database";
import { migrations as database } from "@remit/database/migrations";
import type { Gateway } from "@remit/graphql";
import { Refusal } from "@remit/kernel";
import { gateway as remit } from "./gateway.ts";
import { openDatabase } from "./open.ts";

/** Left out: tokens, which are made anew, and answers that are kept a day for requests that come again. */
const leftOut = [...tokenTables, "database.answer"];

/** Hands over the whole record as lines of JSON, as it is at one moment: the same record as the same bytes. It names everybody. */
export const exportRecord = (
  db: Db,
  write: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<void> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((tx) => write(archive(tx, leftOut)));

/** What came of taking a whole record in: its rows, and where its journal ends. */
export interface RecordImport {
  readonly rows: number;
  readonly head: Head | null;
}

/**
 * Puts a whole record, as `exportRecord` wrote it into a file, into an empty database: all of it or nothing, with its
 * journal verified. Refuses with `DATABASE_NOT_EMPTY`, `ARCHIVE_UNKNOWN`, `ARCHIVE_NEWER` or `ARCHIVE_BROKEN`.
 */
export async function importRecord(
  place: Place,
  path: string,
  gateway: Pick<Gateway, "migrations" | "journalled"> = remit,
): Promise<RecordImport> {
  // Before a database is opened: a file that is no use leaves none behind.
  await headOfArchive(path);
  const { db, close } = await openDatabase(place, { gateway });
  try {
    return "url" in place
      ? await asOwner(place, db, path, gateway)
      : await restored(db, path, gateway);
  } finally {
    await close();
  }
}

async function asOwner(
  { url, migrateUrl = url, prepared = true }: Extract<Place, { url: string }>,
  application: Db,
  path: string,
  gateway: Pick<Gateway, "migrations" | "journalled">,
): Promise<RecordImport> {
  const owner = await connect({ url: migrateUrl, prepared });
  try {
    const [role, own] = [await roleOf(application), await roleOf(owner.db)];
    const report = await restored(owner.db, path, gateway);
    const steps = { ...database, ...gateway.migrations };
    if (role !== own) await grantTo(owner.db, role, schemasOf(steps));
    return report;
  } finally {
    await owner.close();
  }
}

const restored = (
  db: Db,
  path: string,
  { migrations, journalled }: Pick<Gateway, "migrations" | "journalled">,
): Promise<RecordImport> =>
  db.transaction().execute(async (tx) => {
    const rows = await restore(tx, path, { ...database, ...migrations });
    const [problem] = await verifyJournal(tx, journalled);
    if (problem !== undefined)
      throw new Refusal(
        "ARCHIVE_BROKEN",
        `The journal in this export is not in order, so nothing was changed: ${problem}`,
      );
    return { rows, head: await journalHead(tx) };
  });
