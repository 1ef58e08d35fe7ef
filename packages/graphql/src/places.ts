import { type Db, type Directory, type Found } from "@remit/database";
import { type Id, isFor, Refusal, typeInWords, type Zone } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import type { Composed } from "./module.ts";
import type { Placed, Places } from "./placed.ts";

interface Row extends Placed {
  readonly type: string;
  readonly id: Id;
}

/** What things of several types are, whatever is pointed at by one statement. */
async function placed(
  db: Db,
  places: Places,
  given: readonly { readonly type: string; readonly id: Id }[],
): Promise<readonly Row[]> {
  const asked: RawBuilder<unknown>[] = Object.entries(places).flatMap(([type, place]) => {
    const ids = given.filter((each) => each.type === type).map(({ id }) => id);
    if (ids.length === 0) return [];
    return [
      sql`select ${sql.lit(type)} as type, to_jsonb(place) as row
        from (${place}) place where id = any(${ids})`,
    ];
  });
  if (asked.length === 0) return [];
  const { rows } = await sql<{
    type: string;
    row: Row;
  }>`${sql.join(asked, sql` union all `)}`.execute(db);
  return rows.map(({ type, row }) => ({ ...row, type }));
}

/** What verbs of every module are told of the records of others. */
export const directoryOf = (
  places: Places,
  home: Zone,
  zoneOf: (db: Db, group: Id) => Promise<Zone> = async () => home,
): Directory => ({
  lookUp: (tx, given): Promise<readonly Found[]> => placed(tx, places, given),
  zoneOf: async (db, group) => (group === null ? home : zoneOf(db, group)),
});

/** Tells which references point at what a caller may not see. */
export const hiddenAmong =
  (places: Places): Composed["hidden"] =>
  async (db, refs, { caller }) => {
    const rows = await placed(db, places, refs);
    return rows.filter((row) => !isFor(caller, row));
  };

/** The id of what people call by a name: the reference of an action, the slug of a meeting. What is an id already stays as it is. Refuses with `NOT_FOUND`. */
export async function idOfName(
  db: Db,
  places: Places,
  types: readonly string[],
  name: string,
): Promise<string> {
  if (name.includes(":")) return name;
  for (const type of types) {
    const place = places[type];
    if (place === undefined) continue;
    const { rows } = await sql<{ id: Id }>`select id from (${place}) place
      where lower(to_jsonb(place) ->> 'quoted') = lower(${name}) order by id limit 1`.execute(db);
    if (rows[0]) return `${type}:${rows[0].id}`;
  }
  throw new Refusal("NOT_FOUND", `There is no ${types.map(typeInWords).join(" or ")} ${name}.`);
}
