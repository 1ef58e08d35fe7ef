import { type Expression, type RawBuilder, sql } from "kysely";
import type { Param } from "./param.ts";
import { refusal } from "./refusal.ts";

/** One term of an order. */
export interface Term {
  readonly by: Expression<unknown>;
  readonly desc: boolean;
}

/** `order by …`, or the same backwards. */
export const orderBy = (terms: readonly Term[], backwards = false): RawBuilder<unknown> =>
  sql` order by ${sql.join(
    terms.map(({ by, desc }) => (desc === backwards ? sql`${by}` : sql`${by} desc`)),
  )}`;

/** A row's place in an order: its terms as text, in a JSON array. */
export const cursorOf = (terms: readonly Term[]): RawBuilder<unknown> =>
  sql`to_json(array[${sql.join(terms.map(({ by }) => sql`(${by})::text`))}])::text`;

/**
 * The condition for rows after (or before) a cursor. Its parts take their types from the terms they
 * are compared with. Where all terms run one way it is a row comparison, which an index serves.
 */
export function past(
  terms: readonly Term[],
  cursor: Param<string>,
  side: "after" | "before",
): Expression<unknown> {
  const places = terms.map((_, i) => cursor.map((text) => read(text, terms.length)[i]));
  const sign = (desc: boolean) => sql.raw(desc === (side === "after") ? "<" : ">");
  const [first] = terms;
  if (first && terms.every(({ desc }) => desc === first.desc)) {
    const values = sql.join(terms.map(({ by }) => by));
    return sql`(${values}) ${sign(first.desc)} (${sql.join(places)})`;
  }
  const alternatives = terms.map(({ by, desc }, i) => {
    const same = terms.slice(0, i).map((term, j) => sql`${term.by} = ${places[j]}`);
    return sql`(${sql.join([...same, sql`${by} ${sign(desc)} ${places[i]}`], sql` and `)})`;
  });
  return sql.join(alternatives, sql` or `);
}

function read(cursor: string, length: number): readonly string[] {
  let places: unknown;
  try {
    places = JSON.parse(cursor);
  } catch {
    throw foreign();
  }
  if (!Array.isArray(places) || places.length !== length || !places.every(isPlace)) throw foreign();
  return places;
}

const isPlace = (place: unknown): place is string =>
  typeof place === "string" && !place.includes("\0");

export const foreign = () => refusal("BAD_CURSOR", "This cursor is not one of this list's.");
