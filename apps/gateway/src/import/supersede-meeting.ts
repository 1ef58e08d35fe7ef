import { type Action, nextNumber, restate, unlisted, unminuted } from "@remit/actions";
import { listRaised, lockActions } from "@remit/actions/store";
import type { Tx } from "@remit/database";
import { sql } from "kysely";
import { deferReferences, removeMeeting } from "./gone.ts";
import { keyOf } from "./match.ts";
import type { Known, MinutesPlan } from "./plan-minutes.ts";
import { importer } from "./importer.ts";

/** What is recorded of a meeting when another document comes to take the place of the first. */
export interface EarlierMeeting {
  readonly actions: readonly Action[];
  /** Those that no other meeting's lists bear out. */
  readonly memberships: readonly { id: string; group: string; person: string }[];
  /** Takes the meeting out of the record, but for its actions. Its document holds all of it. */
  remove(): Promise<void>;
}

export async function earlierMeeting(tx: Tx, meeting: string): Promise<EarlierMeeting> {
  const raised = await listRaised(tx, meeting);
  const locked = await lockActions(
    tx,
    raised.map(({ id }) => id),
  );
  const actions = locked.toSorted((one, other) => one.number - other.number);
  const memberships = await sql<{ id: string; group: string; person: string }>`
    select s.id, s.group_id as "group", s.person_id as person from groups.membership s
    join meetings.meeting m on m.document_id = s.document_id
    where m.id = ${meeting} and not exists (
      select from meetings.attendance a join meetings.meeting other on other.id = a.meeting_id
      where other.group_id = s.group_id and other.id <> m.id
        and a.person_id = s.person_id and a.capacity in ('member', 'chair')
    )`.execute(tx);
  const remove = async () => {
    await deferReferences(tx);
    const members = memberships.rows.map(({ id }) => id);
    await sql`delete from groups.membership where id = any(${members})`.execute(tx);
    await removeMeeting(tx, meeting);
  };
  return { actions, memberships: memberships.rows, remove };
}

/** What is known beside a meeting's own record. The people stay: who was seen there is who comes again. */
export function without(known: Known, { actions }: EarlierMeeting): Known {
  const own = new Set(actions.map(({ reference }) => reference));
  return {
    ...known,
    references: new Set([...known.references].filter((reference) => !own.has(reference))),
  };
}

/**
 * An action whose sentence is unchanged is the action that it was, with its reference and whatever was done since; one
 * that the new minutes do not have is withdrawn; new ones are numbered on.
 */
export function inherit(plan: MinutesPlan, earlier: EarlierMeeting): MinutesPlan {
  const left = [...earlier.actions];
  let next = nextNumber(left);
  const actions: Action[] = [];
  const changed: { before: Action; after: Action }[] = [];
  for (const action of plan.actions) {
    const index = left.findIndex(({ text }) => keyOf([text]) === keyOf([action.text]));
    const [same] = index < 0 ? [] : left.splice(index, 1);
    if (same !== undefined) changed.push({ before: same, after: restate(same, action) });
    else {
      actions.push({ ...action, reference: action.reference.replace(/\d+$/u, String(next)) });
      next += 1;
    }
  }
  const by = { kind: "unresolved" as const, label: importer };
  const on = plan.minutes.meeting.heldOn;
  const gone = left.map((before) => {
    // What another group has taken on is not for these minutes to end.
    const isOwn = before.group.id === plan.group.id;
    return { before, after: isOwn ? unminuted(before, { by, on }) : unlisted(before) };
  });
  const findings = gone.map(({ before: { reference, text }, after }) => ({
    code: "ACTION_GONE",
    message: `${reference} is not in the new minutes and ${after.status === "withdrawn" ? "was withdrawn" : "stays as it is"}: ${text}`,
  }));
  return {
    ...plan,
    actions,
    changed: [...changed, ...gone],
    findings: [...plan.findings, ...findings],
  };
}
