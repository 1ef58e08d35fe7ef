import { Action } from "@remit/actions";
import { entryOf, lockActions, saveActions } from "@remit/actions/store";
import type { Tx } from "@remit/database";
import { removeUnanswered } from "@remit/documents/store";
import { entryOfMeeting, findMinutes, settleNeighbours } from "@remit/meetings/store";
import { sql } from "kysely";
import { deferReferences, removeMeeting } from "./gone.ts";
import { settleMemberships } from "./memberships.ts";
import { removeMade } from "./undo-made.ts";
import {
  assertClear,
  type InTheWay,
  type Undoing,
  type UndoReport,
  writeUndone,
} from "./undoing.ts";

type Undone = Pick<UndoReport, "removed" | "restored">;

/** Takes out the meeting that a document recorded, with the actions that it raised. */
export async function undoMinutes(tx: Tx, undoing: Undoing): Promise<Undone> {
  const meeting = await tx
    .selectFrom("meetings.meeting")
    .select(["id", "group_id as group"])
    .where("document_id", "=", undoing.document.id)
    .executeTakeFirstOrThrow();
  const { meeting: held } = await findMinutes(tx, meeting.id);
  const raised = await tx
    .selectFrom("actions.action")
    .select("id")
    .where("meeting_id", "=", meeting.id)
    .execute();
  const ids = raised.map(({ id }) => id);
  const changed = await changedBy(tx, undoing, ids);
  const actions = await lockActions(tx, [...ids, ...changed.keys()]);
  assertClear(await builtOn(tx, meeting.id, ids, undoing));
  const gone = actions.filter(({ id }) => ids.includes(id));
  const before = actions.filter(({ id }) => changed.has(id));
  const after = before.map((action) =>
    Action.parse({ ...Object(changed.get(action.id)), version: action.version + 1 }),
  );
  await saveActions(tx, after, undoing.newId);
  await removeUnanswered(tx, undoing.document.id);
  const counts = await removeRaised(tx, meeting.id, ids);
  const memberships = await settleMemberships(tx, meeting.group, undoing);
  await writeUndone(tx, undoing, [
    ...gone.map((action) => ({
      ...entryOf(action, action, undoing.at),
      version: action.version + 1,
      after: {},
    })),
    ...after.flatMap((action, index) => entryOf(before[index] ?? null, action, undoing.at)),
    ...memberships.entries,
    entryOfMeeting(held, null, undoing.at),
  ]);
  await settleNeighbours(tx, meeting.group);
  const made = await removeMade(tx, undoing, meeting.group);
  return {
    removed: { meeting: 1, ...counts, action: ids.length, ...made },
    restored: after.map(({ reference }) => reference),
  };
}

/** Actions of other meetings that the document changed last, each as it was before that. */
async function changedBy(
  tx: Tx,
  { document }: Undoing,
  raised: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ id: string; before: unknown }>`
    select distinct on (j.subject_id) j.subject_id as id, was.after as before from database.journal j
      join database.journal was on was.subject_type = j.subject_type and was.subject_id = j.subject_id
        and was.version = j.version - 1
    where j.request_id = ${document.id} and j.subject_type = 'Action'
      and j.subject_id <> all(${raised}::uuid[])
    order by j.subject_id, j.version`.execute(tx);
  return new Map(rows.map(({ id, before }) => [id, before]));
}

/** What verbs, links and other documents have made of a meeting and its actions. */
async function builtOn(
  tx: Tx,
  meeting: string,
  raised: readonly string[],
  { document }: Undoing,
): Promise<InTheWay> {
  const ids = sql`${raised}::uuid[]`;
  const { rows } = await sql<{ what: string }>`
    select a.reference || ' was raised at the meeting by a verb: ' || j.verb as what
      from actions.action a join database.journal j on j.subject_type = 'Action' and j.subject_id = a.id and j.version = 1
      where a.id = any(${ids}) and j.request_id <> ${document.id}
    union all
    select 'the meeting has changed by a verb: ' || string_agg(distinct j.verb, ', ') from database.journal j
      where j.subject_type = 'Meeting' and j.subject_id = ${meeting} and j.verb not in ('import', 'undo')
      having count(*) > 0
    union all
    select 'the record of the meeting has changed by a verb' where exists (
      select from meetings.attendance where meeting_id = ${meeting} and version > 0
      union all select from meetings.item where meeting_id = ${meeting} and version > 0
      union all select from meetings.paper where meeting_id = ${meeting} and version > 0
      union all select from meetings.contribution where meeting_id = ${meeting} and version > 0
      union all select from meetings.decision where meeting_id = ${meeting} and version > 0
      union all select from meetings.meeting_role where meeting_id = ${meeting} and version > 0
      union all select from meetings.registered_decision where meeting_id = ${meeting}
      union all select from meetings.undertaking where meeting_id = ${meeting})
    union all
    select 'a fact of the document was answered' where exists (
      select from documents.fact where document_id = ${document.id} and version > 0)
    union all
    select 'the minutes were circulated' from meetings.minutes where meeting_id = ${meeting}
    union all
    select a.reference || ' has changed since: ' || string_agg(distinct j.verb, ', ')
      from actions.action a join database.journal j on j.subject_type = 'Action' and j.subject_id = a.id
      where j.version > 1 and j.request_id <> ${document.id} and (a.id = any(${ids}) or j.version > (
        select min(own.version) from database.journal own where own.subject_type = 'Action'
          and own.subject_id = a.id and own.request_id = ${document.id}))
      group by a.reference
    union all
    select a.reference || ' contributes to ' || c.code from gateway.action_commitment l
      join actions.action a on a.id = l.action_id join commitments.commitment c on c.id = l.commitment_id
      where l.action_id = any(${ids})
    union all
    select a.reference || ' was reminded of' from actions.reminder r join actions.action a on a.id = r.action_id
      where r.action_id = any(${ids})
    union all
    select 'the action log of ' || s.taken_on || ' was taken for the meeting or lists its actions'
      from actions.log_snapshot s where s.meeting_id = ${meeting}
        or position(${meeting} in s.record::text) > 0
        or exists (select from unnest(${ids}) id where position(id::text in s.record::text) > 0)
    union all
    select 'a deputy was named for the meeting' from groups.deputy_nomination d
      where position(${meeting} in d.record::text) > 0
    union all
    select 'terms of reference ' || t.number || ' of the group speak of the meeting' from groups.terms_of_reference t
      where position(${meeting} in t.record::text) > 0
    union all
    select 'the minutes of "' || m.title || '" were agreed at the meeting' from meetings.minutes n
      join meetings.meeting m on m.id = n.meeting_id
      where n.meeting_id <> ${meeting} and position(${meeting} in n.record::text) > 0
    union all
    select '"' || m.title || '" is one of the same series' from meetings.meeting m
      where m.id <> ${meeting} and m.series_id = ${meeting}
    union all
    select a.reference || ' speaks of the meeting or of an action that it raised' from actions.action a
      where a.id <> all(${ids}) and not exists (select from database.journal own
          where own.subject_type = 'Action' and own.subject_id = a.id and own.request_id = ${document.id})
        and exists (select from unnest(${ids} || ${meeting}::uuid) id where position(id::text in a.record::text) > 0)
    order by 1`.execute(tx);
  return rows.map(({ what }) => what);
}

async function removeRaised(tx: Tx, meeting: string, raised: readonly string[]) {
  await deferReferences(tx);
  for (const table of ["owner", "reference"])
    await sql`delete from actions.${sql.ref(table)} where action_id = any(${raised}::uuid[])`.execute(
      tx,
    );
  await sql`delete from actions.action where id = any(${raised}::uuid[])`.execute(tx);
  return removeMeeting(tx, meeting);
}
