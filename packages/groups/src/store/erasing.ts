import { type Asked, attested, eraseEntries, type Left, lockAlone, type Tx } from "@remit/database";
import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import { erase } from "../verbs/erase.ts";
import type { PersonRecord } from "../person.ts";
import type { Erasing } from "../verb.ts";

/** Titles stand before many a name, and are nobody's. */
const titles =
  /^(?:the|an?|dr|prof|professor|sir|dame|mr|mrs|ms|miss|mx|rev|lord|lady|cllr|councillor)\.?$/iu;

const spaced = (...parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null).join(" ");

/** What a person is called: whole names, and parts of them by which they are called where they were. */
function namesOf(person: PersonRecord): { readonly names: string[]; readonly parts: string[] } {
  if (person.erased !== undefined) return { names: [], parts: [] };
  const { name, otherNames, givenName, familyName, honorificPrefix, slug } = person;
  const names = [
    name,
    ...otherNames.map((other) => other.name),
    ...(familyName === null
      ? []
      : [spaced(givenName, familyName), spaced(honorificPrefix, familyName)]),
    ...(slug.includes("-") ? [slug.replace(/-\d+$/u, "")] : []),
  ];
  const words = names.flatMap((each) => {
    const all = each.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word) && !titles.test(word));
    return [all[0], all.at(-1)];
  });
  const parts = [givenName, familyName, ...words].flatMap((part) => part ?? []);
  return { names, parts: [...parts, ...parts.map((part) => part.toLocaleUpperCase("en"))] };
}

interface Found {
  readonly erasing: object;
  readonly persons: readonly Id[];
  readonly entries: readonly Left[];
}

/** What would be taken out of the record, and out of which entries. */
async function found({ tx, thing, told }: Asked<PersonRecord>, merged: readonly PersonRecord[]) {
  const all = thing === null ? merged : [thing, ...merged];
  const persons = all.map(({ id }) => id);
  const called = all.map(namesOf);
  const { texts = [] } = erase.input.pick({ texts: true }).parse({ texts: told["texts"] });
  const { rows: erasings } = await sql<{
    erasing: object;
  }>`select groups.erasing(${persons}::uuid[],
    ${called.flatMap(({ names }) => names)}::text[], ${called.flatMap(({ parts }) => parts)}::text[],
    ${texts}::text[]) as erasing`.execute(tx);
  const [{ erasing } = { erasing: {} }] = erasings;
  const { rows: entries } = await sql<Left>`select * from groups.erased_entries(
    ${JSON.stringify(erasing)}::jsonb, ${persons}::uuid[])`.execute(tx);
  return { erasing, persons, entries } satisfies Found;
}

/** What there is to know before a person is erased; nobody else erases anybody until the transaction ends. */
export async function erasingOf(
  asked: Asked<PersonRecord>,
  merged: readonly PersonRecord[],
): Promise<Erasing> {
  const { tx, on } = asked;
  await lockAlone(tx, "groups.erase");
  const { erasing, persons, entries } = await found(asked, merged);
  const { rows: ties } = await sql<Erasing["ties"][number]>`select distinct why, subject
    from groups.kept_ties(${persons}::uuid[], ${on}::date) order by why, subject`.execute(tx);
  const { rows: others } = await sql<{ id: Id }>`select id from groups.person
    where id <> all(${persons}::uuid[]) and exists (select from unnest(array_append(other_names, name)) called
      where groups.without_pattern(called, ${JSON.stringify(erasing)}::jsonb ->> 'names', 'i') <> called)
    order by id`.execute(tx);
  return { ties, others: others.map(({ id }) => id), merged, entries: await attested(tx, entries) };
}

/** Takes out what the entry of the erasure attests, and nothing of what was written meanwhile. */
export async function takeOut(
  asked: Asked<PersonRecord>,
  merged: readonly PersonRecord[],
  { erased }: PersonRecord,
): Promise<void> {
  const { tx } = asked;
  const told = new Set(erased?.entries.map(keyOf));
  const { erasing, persons, entries } = await found(asked, merged);
  await eraseEntries(
    tx,
    entries.filter((entry) => told.has(keyOf(entry))),
  );
  await eraseRows(tx, { erasing, persons, entries });
}

const keyOf = ({ type, id, version }: Pick<Left, "type" | "id" | "version">) =>
  `${type}:${id} ${version}`;

async function eraseRows(tx: Tx, { erasing, persons }: Found): Promise<void> {
  await sql`select groups.erase(${JSON.stringify(erasing)}::jsonb, ${persons}::uuid[])`.execute(tx);
}
