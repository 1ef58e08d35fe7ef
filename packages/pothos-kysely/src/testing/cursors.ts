import { cursorTo, listOf } from "../cursor.ts";

/** The festival's pages, as their cursors name them. */
export const lists = {
  "Query.films": listOf("Film.films()  status,number desc"),
  "Query.titled": listOf("Film.titled()  number desc"),
  "Studio.films": listOf("Film.films(studio_id)  expression"),
  "Film.reviews": listOf("Review.reviews(film_id)  stars desc,body"),
} as const;

/** A cursor of one of them. */
export const cursorOf = (page: keyof typeof lists, places: readonly string[]): string =>
  cursorTo(lists[page], places);

/** The places in a cursor. */
export const placesOf = (cursor: string): string[] =>
  JSON.parse(Buffer.from(cursor, "base64url").toString()).slice(1);
