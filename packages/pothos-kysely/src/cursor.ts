import { createHash } from "node:crypto";
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

/** A list and its order, from what is said of them: the same in every process, and short. */
export const listOf = (said: string): string =>
  createHash("sha256").update(said).digest("base64url").slice(0, 8);

/** A row's place in an order: the list, and the order's terms as text, in a JSON array that nobody is to read or write. */
export const cursorOf = (list: string, terms: readonly Term[]): RawBuilder<unknown> => {
  const places = sql.join([sql.lit(list), ...terms.map(({ by }) => sql`(${by})::text`)]);
  const json = sql`to_json(array[${places}])::text`;
  return sql`translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
};

/** The same, of places that are known. */
export const cursorTo = (list: string, places: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...places])).toString("base64url");

/** What stands in a cursor of this list. Refuses with `BAD_CURSOR` any other. */
export const placesIn = (
  list: string,
  terms: readonly Term[],
  cursor: Param<string>,
): Param<readonly string[]> => cursor.map((text) => read(text, list, terms.length));

/**
 * The condition for rows after (or before) a cursor. Its parts take their types from the terms they
 * are compared with. Where all terms run one way it is a row comparison, which an index serves.
 */
export function past(
  terms: readonly Term[],
  cursor: Param<readonly string[]>,
  side: "after" | "before",
): Expression<unknown> {
  const places = terms.map((_, i) => cursor.map((read) => read[i]));
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

function read(cursor: string, list: string, length: number): readonly string[] {
  let said: unknown;
  try {
    said = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw foreign();
  }
  if (!Array.isArray(said)) throw foreign();
  const [of, ...places]: unknown[] = said;
  if (of !== list || places.length !== length || !places.every(isPlace)) throw foreign();
  return places;
}

const isPlace = (place: unknown): place is string =>
  typeof place === "string" && !place.includes("\0");

export const foreign = () =>
  refusal(
    "BAD_CURSOR",
    "This cursor is not one of this list's in this order. Ask for its first page again.",
  );
