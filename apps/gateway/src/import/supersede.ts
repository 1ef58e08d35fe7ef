import type { Action } from "@remit/actions";
import type { Tx } from "@remit/database";
import { sql } from "kysely";
import { keyOf } from "./match.ts";

/** What was recorded of a meeting before another document took the place of the first. */
export interface Earlier {
  readonly actions: readonly { id: string; reference: string; text: string }[];
  /** Puts back what had been said about actions that are still there. */
  restore(actions: readonly Action[]): Promise<void>;
}

/** Takes a meeting out of the record. Its document stays, and holds everything that is taken out. */
export async function clearMeeting(tx: Tx, meeting: string): Promise<Earlier> {
  const actions = await tx
    .selectFrom("actions.action")
    .select(["id", "reference", "text"])
    .where("meeting_id", "=", meeting)
    .orderBy("reference")
    .execute();
  const ids = actions.map(({ id }) => id);
  const links = await sql<{ row: string }>`
    delete from gateway.action_commitment l where action_id = any(${ids})
    returning to_json(l)::text as row`.execute(tx);
  await sql`delete from actions.owner where action_id = any(${ids})`.execute(tx);
  await sql`delete from actions.action where meeting_id = ${meeting}`.execute(tx);
  await sql`delete from groups.membership where document_id =
    (select document_id from meetings.meeting where id = ${meeting})`.execute(tx);
  await sql`delete from meetings.speaker where contribution_id in
    (select id from meetings.contribution where meeting_id = ${meeting})`.execute(tx);
  for (const table of tables) {
    await sql`delete from ${sql.table(`meetings.${table}`)} where meeting_id = ${meeting}`.execute(
      tx,
    );
  }
  await sql`delete from meetings.meeting where id = ${meeting}`.execute(tx);
  const restore = async (kept: readonly Action[]) => {
    const still = new Set(kept.map(({ id }) => id));
    for (const { row } of links.rows) {
      const link: { action_id: string } = JSON.parse(row);
      if (!still.has(link.action_id)) continue;
      await sql`insert into gateway.action_commitment
        select * from json_populate_record(null::gateway.action_commitment, ${row}::json)`.execute(
        tx,
      );
    }
  };
  return { actions, restore };
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
] as const;

/** An action whose sentence is unchanged is the action that it was, and keeps its reference; new ones are numbered on. */
export function inherit(actions: readonly Action[], { actions: earlier }: Earlier): Action[] {
  const left = [...earlier];
  const numbers = earlier.map(({ reference }) => Number(/\d+$/u.exec(reference)?.[0] ?? 0));
  let last = Math.max(0, ...numbers);
  return actions.map((action) => {
    const index = left.findIndex(({ text }) => keyOf([text]) === keyOf([action.text]));
    const [same] = index < 0 ? [] : left.splice(index, 1);
    if (same !== undefined) return { ...action, id: same.id, reference: same.reference };
    last += 1;
    return { ...action, reference: action.reference.replace(/\d+$/u, String(last)) };
  });
}
