import { type Db, type ForPublicColumn, insertAll, type Json, type Tx } from "@remit/database";
import { type Access, type Id, Refusal } from "@remit/kernel";
import { type Generated, sql } from "kysely";
import type { Reminder } from "../reminder.ts";
import { ActionLogSnapshot } from "../snapshot.ts";

declare module "@remit/database" {
  interface Database {
    "actions.log_snapshot": SnapshotTable;
    "actions.reminder": ReminderTable;
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

interface ReminderTable {
  key: string;
  action_id: string;
  rule: string;
  due: string;
  record: Json<Reminder>;
  written_at: string;
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
  return rows.map(({ record }) => ActionLogSnapshot.parse(record));
}

/** Locks a log, applies a verb to it, and saves that it was agreed; what was taken is never written again. Refuses with `NOT_FOUND`. */
export async function changeSnapshot(
  tx: Tx,
  id: Id,
  verb: (snapshot: ActionLogSnapshot, access: Access) => ActionLogSnapshot,
): Promise<ActionLogSnapshot> {
  const row = await tx
    .selectFrom("actions.log_snapshot")
    .select(["record", "access"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw noSuchLog();
  const changed = verb(ActionLogSnapshot.parse(row.record), row.access);
  await tx
    .updateTable("actions.log_snapshot")
    .set((eb) => ({ record: JSON.stringify(changed), version: eb("version", "+", 1) }))
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
  record: JSON.stringify(snapshot),
});

/** Writes reminders, each once for ever; gives back those that were not there. */
export async function writeReminders(
  tx: Tx,
  reminders: readonly Reminder[],
  writtenAt: string,
): Promise<Reminder[]> {
  const written: Reminder[] = [];
  for (const reminder of reminders) {
    const row = await tx
      .insertInto("actions.reminder")
      .values({
        key: reminder.key,
        action_id: reminder.action.id,
        rule: reminder.rule,
        due: reminder.due,
        record: JSON.stringify(reminder),
        written_at: writtenAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .executeTakeFirst();
    if (row !== undefined) written.push(reminder);
  }
  return written;
}

/** The keys of the reminders of a group's actions that were written. */
export async function reminderKeys(db: Db, group: Id): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select r.key from actions.reminder r
    join actions.action a on a.id = r.action_id where a.group_id = ${group}`.execute(db);
  return new Set(rows.map(({ key }) => key));
}
