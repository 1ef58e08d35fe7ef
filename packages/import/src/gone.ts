import type { Tx } from "@remit/database";
import { sql } from "kysely";

/** Lets rows be taken out and written anew under their ids: links that point at them are looked at when the import ends. */
export async function deferReferences(tx: Tx): Promise<void> {
  await sql`set constraints all deferred`.execute(tx);
}

// Children before parents.
const tables = [
  "contribution",
  "paper",
  "decision",
  "item",
  "attendance",
  "attendance_section",
  "attendance_note",
  "meeting_role",
  "next_meeting",
  "agreed_minutes",
] as const;

/** Takes out a meeting with everything that its minutes say, and counts it by kind. */
export async function removeMeeting(tx: Tx, meeting: string): Promise<Record<string, number>> {
  await sql`delete from meetings.speaker where contribution_id in
    (select id from meetings.contribution where meeting_id = ${meeting})`.execute(tx);
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const gone = await sql`delete from ${sql.table(`meetings.${table}`)}
      where meeting_id = ${meeting}`.execute(tx);
    counts[table.replaceAll("_", " ")] = Number(gone.numAffectedRows ?? 0);
  }
  await sql`delete from meetings.meeting where id = ${meeting}`.execute(tx);
  return counts;
}
