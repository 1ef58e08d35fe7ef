import { insertAll, type Tx } from "@remit/database";
import type { Id, Pointed } from "@remit/kernel";
import { sql } from "kysely";
import type { Minutes } from "../minutes.ts";
import { passageIn, sentencesOf, wordsIn } from "../redaction.ts";
import { withheldIn } from "../verbs/redact.ts";

/** The texts of each sort of part: the first is what it says itself. */
const texts: Readonly<Record<string, { readonly table: string; readonly columns: string[] }>> = {
  Attendance: { table: "meetings.attendance", columns: ["note", "position"] },
  Contribution: { table: "meetings.contribution", columns: ["text", "lead"] },
  Decision: { table: "meetings.decision", columns: ["text"] },
  Item: { table: "meetings.item", columns: ["heading"] },
  Paper: { table: "meetings.paper", columns: ["title"] },
};

/** The texts of a part of a meeting's record, its own first. */
export async function textsOf(tx: Tx, part: Pick<Pointed, "type" | "id">): Promise<string[]> {
  const { table, columns } = texts[part.type] ?? {};
  if (table === undefined || columns === undefined) return [];
  const { rows } = await sql<Record<string, string | null>>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
    where id = ${part.id}`.execute(tx);
  return columns.flatMap((column) => rows[0]?.[column] ?? []);
}

interface Redacting {
  readonly part: Pointed;
  readonly passage: string | undefined;
  /** What was made of sentences of the meeting elsewhere, such as its actions. */
  readonly made: readonly string[];
  readonly newId: () => Id;
}

/** Keeps the words of the latest redaction of minutes: the passage, the sentences of which it is made, and what was decided or raised of them. */
export async function keepPassage(
  tx: Tx,
  { id, group, meeting, redactions }: Minutes,
  { part, passage, made, newId }: Redacting,
): Promise<void> {
  const whole = withheldIn(await textsOf(tx, part), passage);
  const { rows } = await sql<{ text: string }>`select text from meetings.decision
    where meeting_id = ${meeting.id}`.execute(tx);
  const others = [...rows.map(({ text }) => text), ...made];
  const within = others.flatMap((text) => passageIn(whole, text) ?? []);
  const passages = new Set([whole, ...sentencesOf(whole), ...within]);
  const rowOf = (words: string) => ({
    id: newId(),
    minutes_id: id,
    meeting_id: meeting.id,
    group_id: group,
    number: redactions.length,
    passage: words,
    wide: wordsIn(words) > 1,
  });
  await insertAll(tx, "meetings.redaction", [...passages].map(rowOf));
}

/** Forgets the words of a redaction that was lifted. */
export async function forgetPassage(tx: Tx, minutes: Id, number: number): Promise<void> {
  await sql`delete from meetings.redaction
    where minutes_id = ${minutes} and number = ${number}`.execute(tx);
}
