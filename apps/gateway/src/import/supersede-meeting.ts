import type { Action } from "@remit/actions";
import type { Tx } from "@remit/database";
import { sql } from "kysely";
import { deferReferences, removeLinks } from "./gone.ts";
import { keyOf } from "./match.ts";
import type { Known, MinutesPlan } from "./plan-minutes.ts";

/** What is recorded of a meeting when another document comes to take the place of the first. */
export interface EarlierMeeting {
  readonly actions: readonly Pick<Action, "id" | "reference" | "text">[];
  /** Those that no other meeting's lists bear out. */
  readonly memberships: readonly { id: string; group: string; person: string }[];
  /** Takes the meeting out of the record, but for what is said of actions that stay. Its document holds all of it. */
  remove(staying: readonly Action[]): Promise<void>;
}

export async function earlierMeeting(tx: Tx, meeting: string): Promise<EarlierMeeting> {
  const actions = await tx
    .selectFrom("actions.action")
    .select(["id", "reference", "text"])
    .where("meeting_id", "=", meeting)
    .orderBy("number")
    .execute();
  const memberships = await sql<{ id: string; group: string; person: string }>`
    select s.id, s.group_id as "group", s.person_id as person from groups.membership s
    join meetings.meeting m on m.document_id = s.document_id
    where m.id = ${meeting} and not exists (
      select from meetings.attendance a join meetings.meeting other on other.id = a.meeting_id
      where other.group_id = s.group_id and other.id <> m.id
        and a.person_id = s.person_id and a.capacity in ('member', 'chair')
    )`.execute(tx);
  const remove = async (staying: readonly Action[]) => {
    await deferReferences(tx);
    const ids = new Set(staying.map(({ id }) => id));
    await removeLinks(
      tx,
      "action_id",
      idsOf(actions).filter((id) => !ids.has(id)),
    );
    await sql`delete from actions.owner where action_id = any(${idsOf(actions)})`.execute(tx);
    await sql`delete from actions.action where meeting_id = ${meeting}`.execute(tx);
    const members = idsOf(memberships.rows);
    await sql`delete from groups.membership where id = any(${members})`.execute(tx);
    await sql`delete from meetings.speaker where contribution_id in
      (select id from meetings.contribution where meeting_id = ${meeting})`.execute(tx);
    for (const table of tables) {
      const name = sql.table(`meetings.${table}`);
      await sql`delete from ${name} where meeting_id = ${meeting}`.execute(tx);
    }
    await sql`delete from meetings.meeting where id = ${meeting}`.execute(tx);
  };
  return { actions, memberships: memberships.rows, remove };
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

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

/** What is known beside a meeting's own record. The people stay: who was seen there is who comes again. */
export function without(known: Known, { actions, memberships }: EarlierMeeting): Known {
  const own = new Set(actions.map(({ reference }) => reference));
  const groupOf = new Map(memberships.map(({ person, group }) => [person, group]));
  return {
    ...known,
    persons: known.persons.map((person) => ({
      ...person,
      groups: person.groups.filter((group) => group !== groupOf.get(person.id)),
    })),
    references: new Set([...known.references].filter((reference) => !own.has(reference))),
  };
}

/** An action whose sentence is unchanged is the action that it was, and keeps its reference; new ones are numbered on. */
export function inherit(plan: MinutesPlan, earlier: EarlierMeeting): MinutesPlan {
  const left = [...earlier.actions];
  const numbers = left.map(({ reference }) => Number(/\d+$/u.exec(reference)?.[0] ?? 0));
  let last = Math.max(0, ...numbers);
  const actions = plan.actions.map((action) => {
    const index = left.findIndex(({ text }) => keyOf([text]) === keyOf([action.text]));
    const [same] = index < 0 ? [] : left.splice(index, 1);
    if (same !== undefined) return { ...action, id: same.id, reference: same.reference };
    last += 1;
    return { ...action, reference: action.reference.replace(/\d+$/u, String(last)) };
  });
  const gone = left.map(({ reference, text }) => ({
    code: "ACTION_GONE",
    message: `${reference} is not in the new minutes and was taken out, with what linked to it: ${text}`,
  }));
  return { ...plan, actions, findings: [...plan.findings, ...gone] };
}
