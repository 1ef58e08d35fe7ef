import { insertActions, listReferences, saveActions } from "@remit/actions/store";
import { type Db, type Tx, writeEntries } from "@remit/database";
import { nameOf, type Reading } from "@remit/documents";
import {
  insertGroup,
  insertMemberships,
  insertOrganisations,
  insertPersons,
  listGroups,
  listOrganisations,
  listPersons,
} from "@remit/groups/store";
import { insertMinutes } from "@remit/meetings/store";
import { instantOf } from "@remit/kernel";
import { sql } from "kysely";
import { followMeetings } from "./follow-meetings.ts";
import { entryOfImport } from "./importer.ts";
import type { Incoming } from "./incoming.ts";
import { keyOf, type KnownPerson } from "./match.ts";
import type { Known, MinutesPlan } from "./plan-minutes.ts";

/** Everything that the minutes of a group's meeting are compared with. Of the record's meetings and actions, only what concerns them. */
export async function known(db: Db, { attendance }: Reading, group: string): Promise<Known> {
  const names = attendance.map(({ name }) => name);
  return {
    groups: await listGroups(db),
    organisations: await listOrganisations(db),
    persons: await knownPersons(db, names),
    references: new Set(await listReferences(db, group)),
  };
}

/**
 * Where a person was seen belongs to meetings, and who they are to groups: only here the two meet. It decides between
 * namesakes, so of everybody else nothing is looked up.
 */
async function knownPersons(db: Db, names: readonly string[]): Promise<KnownPerson[]> {
  const keys = new Set(names.map((name) => keyOf(nameOf(name).words)));
  const persons = await listPersons(db);
  const namesakes = persons.filter(({ name }) => keys.has(keyOf(nameOf(name).words)));
  const ids = namesakes.map(({ id }) => id);
  const seen = await sql<{ person: string; group: string; position: string | null }>`
    select distinct a.person_id as person, m.group_id as "group", a.position
    from meetings.attendance a join meetings.meeting m on m.id = a.meeting_id
    where a.person_id = any(${ids}::uuid[])`.execute(db);
  const byPerson = Map.groupBy(seen.rows, ({ person }) => person);
  return persons.map((person) => ({ ...person, seen: byPerson.get(person.id) ?? [] }));
}

/** Writes everything that a plan holds. */
export async function record(
  tx: Tx,
  plan: MinutesPlan,
  { newId, document, recordedAt }: Incoming,
): Promise<void> {
  if (plan.isNewGroup) await insertGroup(tx, plan.group);
  await insertPersons(tx, plan.people.created);
  await insertOrganisations(tx, plan.bodies.created);
  await insertMemberships(tx, plan.memberships);
  await insertMinutes(tx, plan.minutes);
  await insertActions(tx, plan.actions, newId);
  await saveActions(
    tx,
    plan.changed.map(({ after }) => after),
    newId,
  );
  const made = [...plan.actions.map((after) => ({ before: null, after })), ...plan.changed];
  const { heldOn } = plan.minutes.meeting;
  const followed = await followMeetings(tx, plan.group.id, heldOn);
  await saveActions(
    tx,
    followed.map(({ after }) => after),
    newId,
  );
  const entries = [...made.map((change) => ({ ...change, on: heldOn })), ...followed].map(
    ({ before, after, on }) => {
      const at = instantOf({ local: `${on}T00:00`, zone: plan.group.zone });
      return entryOfImport(before, after, document, at);
    },
  );
  await writeEntries(tx, entries, recordedAt);
}
