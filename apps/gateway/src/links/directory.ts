import type { Directory, Found } from "@remit/database";
import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import { type Placed, places } from "./places.ts";

interface Row extends Placed {
  readonly type: string;
  readonly id: Id;
}

/** What verbs of every package are told of the records of others, whatever is pointed at by one statement. */
export const directory: Directory = {
  lookUp: async (tx, given) => {
    const asked = Object.entries(places).flatMap(([type, place]) => {
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
    }>`${sql.join(asked, sql` union all `)}`.execute(tx);
    return rows.map(({ type, row }): Found => ({ ...row, type }));
  },
  zoneOf: async (db, group) => {
    const of = db.selectFrom("groups.group").select("zone").where("id", "=", group);
    return (await of.executeTakeFirstOrThrow()).zone;
  },
};
