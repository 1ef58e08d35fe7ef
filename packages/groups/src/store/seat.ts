import { type Db, type Keeping, keptIn } from "@remit/database";
import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import { Seat } from "../seat.ts";
import { type SeatFacts, seatNoun } from "../seat-verb.ts";

/** The seat of an id. */
export async function findSeat(db: Db, id: Id): Promise<Seat> {
  const { rows } = await sql<{ record: unknown }>`select record from groups.seat
    where id = ${id}`.execute(db);
  return Seat.parse(rows[0]?.record);
}

/** How seats are kept, for `perform` of `@remit/database`. */
export const seatKeeping = (held: Keeping<Seat, SeatFacts>["facts"]["held"]) =>
  keptIn<Seat, SeatFacts>("groups.seat", {
    noun: seatNoun,
    standing: ({ group, access }) => ({ group, access, since: null }),
    columns: ({ organisation, alternate, from, to }) => ({
      organisation_id: organisation,
      alternate_id: alternate,
      from_date: from,
      to_date: to,
    }),
    facts: { held },
  });
