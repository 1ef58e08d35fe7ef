import { referenceOf } from "@remit/actions";
import { insertActions, listReferences, saveActions } from "@remit/actions/store";
import { lockNames, type Tx, writeEntries } from "@remit/database";
import { looksLikeName, type Reading } from "@remit/documents";
import {
  entryOfGroup,
  entryOfPerson,
  findOrganisations,
  findPersons,
  insertGroup,
  insertOrganisations,
  insertPersons,
  keepKeys,
  slugsTaken,
} from "@remit/groups/store";
import { Person } from "@remit/groups";
import {
  carryParts,
  entryOfMeeting,
  insertMinutes,
  type JournalledPart,
  settleNeighbours,
} from "@remit/meetings/store";
import { importer, instantOf } from "@remit/kernel";
import { followMeetings } from "@remit/links/store";
import { sql } from "kysely";
import { type Carried, entriesOfAnswers } from "./answers.ts";
import { type KnownBodies, bodyKeysOf, bodySlugOf } from "./bodies.ts";
import { askedKeys, earlierNameOf, lockOf, personKeyOf, storedKeys } from "./keys.ts";
import { byImport, entryOfImport } from "./importer.ts";
import type { Incoming } from "./incoming.ts";
import { isClose } from "./match.ts";
import { settleMemberships } from "./memberships.ts";
import type { KnownPeople } from "./people.ts";
import { keysOf, personSlugOf } from "./people.ts";
import type { Known } from "./known.ts";
import type { Identity, MinutesPlan } from "./plan-minutes.ts";

/** Everything that the minutes of a group's meeting are compared with: of the record, only what the minutes may speak of. */
export async function known(
  tx: Tx,
  { attendance, actions }: Reading,
  { group, heldOn }: Identity,
): Promise<Omit<Known, "quoted">> {
  const names = attendance
    .flatMap(({ name, role }) => [name, earlierNameOf(name, role) ?? name])
    .filter(looksLikeName);
  const positions = attendance.flatMap(({ role }) => (role === null ? [] : [role]));
  const owners = actions.flatMap(({ owners }) =>
    owners.flatMap(({ kind, name }) => (kind === "organisation" ? [name] : [])),
  );
  return {
    persons: await knownPeople(tx, names),
    organisations: await knownBodies(tx, owners, positions),
    references: new Set(await listReferences(tx, group.id, [referenceOf(group.code, heldOn, 1)])),
  };
}

/**
 * Where a person was seen belongs to meetings, and who they are to groups: only here the two meet. Until this import
 * ends no other makes a person of these names, so that two never make two of one.
 */
async function knownPeople(tx: Tx, names: readonly string[]): Promise<KnownPeople> {
  await lockNames(tx, "remit persons", names.map(lockOf));
  await keepKeys(tx, "person", storedKeys);
  const keys = names.map(personKeyOf);
  const found = await findPersons(tx, [...new Set(names.flatMap(askedKeys))]);
  const persons = found.filter((person) => keysOf(person).some((key) => isOneOf(keys, key)));
  const ids = persons.map(({ id }) => id);
  const seen = await sql<{ person: string; group: string; position: string | null }>`
    select distinct a.person_id as person, m.group_id as "group", a.position
    from meetings.attendance a join meetings.meeting m on m.id = a.meeting_id
    where a.person_id = any(${ids}::uuid[])`.execute(tx);
  const byPerson = Map.groupBy(seen.rows, ({ person }) => person);
  return {
    persons: persons.map((person) => ({ ...person, seen: byPerson.get(person.id) ?? [] })),
    slugs: await slugsTaken(tx, "person", [...new Set(names.map(personSlugOf))]),
  };
}

const isOneOf = (keys: readonly string[], key: string) =>
  keys.some((each) => each === key || isClose(each, key));

/** The organisations that texts may name; `made` are those that become one where none is known. */
export async function knownBodies(
  tx: Tx,
  made: readonly string[],
  positions: readonly string[],
): Promise<KnownBodies> {
  const stems = [...new Set(made.map(bodySlugOf))];
  await lockNames(tx, "remit organisations", stems);
  await keepKeys(tx, "organisation", bodyKeysOf);
  const texts = positions.flatMap((text) => [text, text.split(",").at(-1) ?? ""]);
  return {
    organisations: await findOrganisations(tx, [
      ...new Set([...made, ...texts].flatMap(bodyKeysOf)),
    ]),
    slugs: await slugsTaken(tx, "organisation", stems),
  };
}

const begun = <Noun extends object>(noun: Noun) => ({ ...noun, version: 1 });

/** A person without what only an import knows of them. */
const personOf = (person: Person): Person => Person.parse(person);

/** What people have done to the record that the document finds. */
interface Kept {
  readonly journalled: readonly JournalledPart[];
  readonly carried: Carried;
}

/** Writes everything that a plan holds, and tells how much of what only the whole record shows is new. */
export async function record(
  tx: Tx,
  plan: MinutesPlan,
  { newId, document, recordedAt }: Incoming,
  { journalled, carried }: Kept,
): Promise<Readonly<Record<string, number>>> {
  if (plan.isNewGroup) await insertGroup(tx, plan.group);
  await insertPersons(tx, plan.people.created);
  await insertOrganisations(tx, plan.bodies.created, document);
  await keepKeys(tx, "person", storedKeys);
  await keepKeys(tx, "organisation", bodyKeysOf);
  await insertMinutes(tx, plan.minutes);
  await settleNeighbours(tx, plan.group.id);
  const { toldOn } = plan;
  const at = instantOf({ local: `${toldOn}T00:00`, zone: plan.group.zone });
  const memberships = await settleMemberships(tx, plan.group.id, { at, newId });
  const raised = plan.raised.map(({ action }) => action);
  await insertActions(tx, raised, newId);
  await saveActions(
    tx,
    plan.changed.map(({ after }) => after),
    newId,
  );
  const made = [...raised.map((after) => ({ before: null, after })), ...plan.changed];
  const by = { kind: "unresolved", label: importer } as const;
  const followed = await followMeetings(tx, plan.group.id, { by, on: toldOn });
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
  const first = [
    ...(plan.isNewGroup ? [entryOfGroup(begun(plan.group), at)] : []),
    ...plan.people.created.map((person) => entryOfPerson(begun(personOf(person)), at)),
    ...memberships.entries,
    entryOfMeeting(null, plan.minutes.meeting, at),
    ...(await carryParts(tx, journalled, at)),
    ...entriesOfAnswers(carried, at),
  ];
  await writeEntries(
    tx,
    [...first.map((entry) => byImport(entry, document)), ...entries],
    recordedAt,
  );
  return { membership: memberships.created };
}
