import { type Db, writeEntries } from "@remit/database";
import { surroundings } from "@remit/gateway";
import type { Person } from "@remit/groups";
import { entryOfPerson, insertPersons } from "@remit/groups/store";

/** Somebody whom the record begins to know, with their first entry; gives their global id. */
export async function newPerson(
  db: Db,
  name: string,
  rest: Partial<Omit<Person, "id" | "name">> = {},
): Promise<string> {
  const id = surroundings.newId();
  const person: Person = {
    id,
    slug: id,
    name,
    givenName: null,
    familyName: null,
    honorificPrefix: null,
    honorificSuffix: null,
    otherNames: [],
    publicProfile: "named",
    ...rest,
  };
  const at = "2020-01-01T00:00:00.000Z";
  await db.transaction().execute(async (tx) => {
    await insertPersons(tx, [person]);
    const entry = { ...entryOfPerson({ ...person, version: 1 }, at), verb: "import" };
    const by = { actor: { name: "remit import", person: null }, requestId: id };
    await writeEntries(tx, [{ ...entry, ...by }], at);
  });
  return `Person:${id}`;
}
