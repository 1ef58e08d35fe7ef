import { Group, Person } from "@remit/groups";
import { entryOfGroup, entryOfPerson } from "@remit/groups/store";
import type { Tx } from "@remit/database";
import { type RawBuilder, sql } from "kysely";
import { type Undoing, writeUndone } from "./undoing.ts";

/** Takes out persons, organisations and the group that a document was the first to name, where nothing else speaks of them. */
export async function removeMade(
  tx: Tx,
  undoing: Undoing,
  group: string,
): Promise<Record<string, number>> {
  const persons = await madeBy(tx, undoing, "Person", sql`groups.person`, personsNamed);
  const groups = await madeBy(tx, undoing, "Group", sql`groups.group`, groupsNamed);
  const { rows: bodies } = await sql`delete from groups.organisation o
    where o.document_id = ${undoing.document.id}
      and o.id not in (select id from (${bodiesNamed}) named where id is not null) returning o.id`.execute(
    tx,
  );
  await writeUndone(tx, undoing, [
    ...persons.map((after) =>
      ended(entryOfPerson({ ...Person.parse(after), version: 2 }, undoing.at), after),
    ),
    ...groups.map((after) =>
      ended(entryOfGroup({ ...Group.parse(after), version: 2 }, undoing.at), after),
    ),
  ]);
  return {
    group: groups.some((each) => Group.parse(each).id === group) ? 1 : 0,
    person: persons.length,
    organisation: bodies.length,
  };
}

const ended = <Told extends object>(told: Told, before: object) => ({ ...told, before, after: {} });

/** Takes out those that the document made and nobody has changed, and gives each as the journal has it. */
async function madeBy(
  tx: Tx,
  { document }: Undoing,
  type: string,
  table: RawBuilder<unknown>,
  named: RawBuilder<unknown>,
): Promise<object[]> {
  const { rows } = await sql<{ after: object }>`
    with made as (
      select j.subject_id as id, j.after from database.journal j
      where j.subject_type = ${type} and j.version = 1 and j.request_id = ${document.id}
        and not exists (select from database.journal later where later.subject_type = ${type}
          and later.subject_id = j.subject_id and later.version > 1)
        and j.subject_id not in (select id from (${named}) named where id is not null)
        and not exists (select from actions.action a where position(j.subject_id::text in a.record::text) > 0)
        and not exists (select from actions.log_snapshot s where position(j.subject_id::text in s.record::text) > 0)
    ), gone as (delete from ${table} t using made where t.id = made.id)
    select after from made order by id`.execute(tx);
  return rows.map(({ after }) => after);
}

const owners = sql`select agent_id as id from actions.owner union all select agent_id from commitments.party`;

const personsNamed = sql`select person_id as id from meetings.attendance
  union all select principal_id from meetings.attendance
  union all select person_id from meetings.meeting_role union all select person_id from meetings.speaker
  union all select person_id from groups.known_person union all select person_id from gateway.token
  union all ${owners}`;

const groupsNamed = sql`select group_id as id from meetings.meeting
  union all select group_id from groups.membership union all select group_id from actions.action
  union all select group_id from actions.reference union all select group_id from actions.log_snapshot
  union all select group_id from groups.terms_of_reference union all select group_id from groups.post
  union all select group_id from groups.seat
  union all select group_id from groups.organisation_place union all select group_id from gateway.token_role union all ${owners}`;

const bodiesNamed = sql`select organisation_id as id from meetings.attendance
  union all select organisation_id from groups.post union all select organisation_id from groups.organisation_place
  union all select organisation_id from groups.seat union all select parent_id from groups.organisation_place union all ${owners}`;
