import { type Db, type ForPublicColumn, insertAll, type Json, type Tx } from "@remit/database";
import { type Access, type Id, Refusal } from "@remit/kernel";
import type { Generated } from "kysely";
import type { ActionLogSnapshot } from "../snapshot.ts";
import { keptLogs } from "../upcast.ts";

declare module "@remit/database" {
  interface Database {
    "actions.log_snapshot": SnapshotTable;
  }
}

interface SnapshotTable extends ForPublicColumn {
  id: string;
  group_id: string;
  meeting_id: string;
  taken_on: string;
  access: Access;
  version: Generated<number>;
  record: Json<ActionLogSnapshot>;
}

/** Keeps a log as it was taken. */
export const insertSnapshot = (
  tx: Tx,
  snapshot: ActionLogSnapshot,
  access: Access,
): Promise<void> => insertAll(tx, "actions.log_snapshot", [snapshotRow(snapshot, access)]);

/** The logs that were taken for a meeting, the latest last. */
export async function listSnapshots(db: Db, meeting: Id): Promise<ActionLogSnapshot[]> {
  const rows = await db
    .selectFrom("actions.log_snapshot")
    .select("record")
    .where("meeting_id", "=", meeting)
    .orderBy("taken_on")
    .orderBy("id")
    .execute();
  return rows.map(({ record }) => keptLogs.read(record));
}

/** A log, and who may see it. */
export interface Seen {
  readonly snapshot: ActionLogSnapshot;
  readonly access: Access;
}

/** A log as it stands. Refuses with `NOT_FOUND`. */
export const findSnapshot = async (db: Db, id: Id): Promise<Seen> =>
  one(await byId(db, id).executeTakeFirst());

const byId = (db: Db, id: Id) =>
  db.selectFrom("actions.log_snapshot").select(["record", "access"]).where("id", "=", id);

function one(row: { readonly record: unknown; readonly access: Access } | undefined): Seen {
  if (row === undefined) throw noSuchLog();
  return { snapshot: keptLogs.read(row.record), access: row.access };
}

/** Locks a log, applies a verb to it, and saves that it was agreed; what was taken is never written again. Refuses with `NOT_FOUND`. */
export async function changeSnapshot(
  tx: Tx,
  id: Id,
  verb: (seen: Seen) => ActionLogSnapshot,
): Promise<ActionLogSnapshot> {
  const changed = verb(one(await byId(tx, id).forUpdate().executeTakeFirst()));
  await tx
    .updateTable("actions.log_snapshot")
    .set((eb) => ({
      record: JSON.stringify(keptLogs.kept(changed)),
      version: eb("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  return changed;
}

export const noSuchLog = (): Refusal => new Refusal("NOT_FOUND", "There is no such action log.");

const snapshotRow = (snapshot: ActionLogSnapshot, access: Access) => ({
  id: snapshot.id,
  group_id: snapshot.group.id,
  meeting_id: snapshot.meeting.id,
  taken_on: snapshot.takenOn,
  access,
  record: JSON.stringify(keptLogs.kept(snapshot)),
});
