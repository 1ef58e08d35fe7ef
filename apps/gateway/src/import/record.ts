import { insertActions, listReferences, saveActions } from "@remit/actions/store";
import { type Db, type Tx, writeEntries } from "@remit/database";
import { nameOf, type Reading } from "@remit/documents";
import {
  entryOfGroup,
  entryOfPerson,
  insertGroup,
  insertOrganisations,
  insertPersons,
  listGroups,
  listOrganisations,
  listPersons,
} from "@remit/groups/store";
import { Person } from "@remit/groups";
import { insertMinutes } from "@remit/meetings/store";
import { instantOf } from "@remit/kernel";
import { sql } from "kysely";
import { followMeetings } from "./follow-meetings.ts";
import { byImport, entryOfImport } from "./importer.ts";
import type { Incoming } from "./incoming.ts";
import { keyOf, type KnownPerson } from "./match.ts";
import { settleMemberships } from "./memberships.ts";
import type { Known, MinutesPlan } from "./plan-minutes.ts";

/** Everything that the minutes of a group's meeting are compared with. Of the record's meetings and actions, only what concerns them. */
export async function known(
  db: Db,
  { attendance }: Reading,
  group: string,
): Promise<Omit<Known, "quoted">> {
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

const begun = <Noun extends object>(noun: Noun) => ({ ...noun, version: 1 });

/** A person without what only an import knows of them. */
const personOf = (person: Person): Person => Person.parse(person);

/** Writes everything that a plan holds, and tells how much of what only the whole record shows is new. */
export async function record(
  tx: Tx,
  plan: MinutesPlan,
  { newId, document, recordedAt }: Incoming,
): Promise<Readonly<Record<string, number>>> {
  if (plan.isNewGroup) await insertGroup(tx, plan.group);
  await insertPersons(tx, plan.people.created);
  await insertOrganisations(tx, plan.bodies.created, document);
  await insertMinutes(tx, plan.minutes);
  const membership = await settleMemberships(tx, plan.group.id, newId);
  const raised = plan.raised.map(({ action }) => action);
  await insertActions(tx, raised, newId);
  await saveActions(
    tx,
    plan.changed.map(({ after }) => after),
    newId,
  );
  const made = [...raised.map((after) => ({ before: null, after })), ...plan.changed];
  const { toldOn } = plan;
  const followed = await followMeetings(tx, plan.group.id, toldOn);
  await saveActions(
    tx,
    followed.map(({ after }) => after),
    newId,
  );
  const entries = [...made.map((change) => ({ ...change, on: toldOn })), ...followed].map(
    ({ before, after, on }) => {
      const at = instantOf({ local: `${on}T00:00`, zone: plan.group.zone });
      return entryOfImport(before, after, document, at);
    },
  );
  const at = instantOf({ local: `${toldOn}T00:00`, zone: plan.group.zone });
  const first = [
    ...(plan.isNewGroup ? [entryOfGroup(null, begun(plan.group), at)] : []),
    ...plan.people.created.map((person) => entryOfPerson(null, begun(personOf(person)), at)),
  ];
  await writeEntries(
    tx,
    [...first.map((entry) => byImport(entry, document)), ...entries],
    recordedAt,
  );
  return { membership };
}
