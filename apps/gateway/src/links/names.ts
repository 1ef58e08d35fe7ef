import type { Db } from "@remit/database";
import { foldReference, foldSlug, Refusal, typeInWords } from "@remit/kernel";
import { sql } from "kysely";

/** The names by which people quote what has an id, for whoever types. */
const quoted = {
  Action: { table: sql`actions.action`, column: sql`reference`, fold: foldReference },
  Commitment: {
    table: sql`commitments.commitment`,
    column: sql`code`,
    fold: (code: string) => code,
  },
  Group: { table: sql`groups.group`, column: sql`slug`, fold: foldSlug },
  Meeting: { table: sql`meetings.meeting`, column: sql`slug`, fold: foldSlug },
  Organisation: { table: sql`groups.organisation`, column: sql`slug`, fold: foldSlug },
  Person: { table: sql`groups.person`, column: sql`slug`, fold: foldSlug },
} as const;
type Quoted = keyof typeof quoted;
const isQuoted = (type: string): type is Quoted => type in quoted;

/** The id of what people call by a name: the reference of an action, the slug of a meeting. What is an id already stays as it is. Refuses with `NOT_FOUND`. */
export async function idOfName(db: Db, types: readonly string[], name: string): Promise<string> {
  if (name.includes(":")) return name;
  for (const type of types.filter(isQuoted)) {
    const { table, column, fold } = quoted[type];
    const { rows } = await sql<{ id: string }>`select id from ${table}
      where ${column} = ${fold(name)} order by id limit 1`.execute(db);
    if (rows[0]) return `${type}:${rows[0].id}`;
  }
  throw new Refusal("NOT_FOUND", `There is no ${types.map(typeInWords).join(" or ")} ${name}.`);
}
