import type { Db, Json, Tx } from "@remit/database";
import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import type { Reminder } from "../reminder.ts";

declare module "@remit/database" {
  interface Database {
    "actions.reminder": ReminderTable;
  }
}

interface ReminderTable {
  key: string;
  action_id: string;
  rule: string;
  due: string;
  record: Json<Reminder>;
  written_at: string;
}

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
