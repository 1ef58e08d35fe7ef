import { AgentRef, type Day, Id, PartialDate, Refusal } from "@remit/kernel";
import * as z from "zod";
import { type Dated, isOn, type Membership, overlap } from "./membership.ts";
import { keptByGroup } from "./post.ts";

/** A place in a group that an organisation has, or that somebody is to fill. */
export const Seat = z
  .object({
    ...keptByGroup,
    name: z.string().min(1).describe("The name of the seat, such as Health boards, first seat."),
    organisation: Id.nullable(),
    appointedBy: AgentRef.nullable().describe("Whoever fills the seat; null where nobody says."),
    termMonths: z
      .int()
      .positive()
      .nullable()
      .describe("The months for which the seat is filled; null where no term is set."),
    carriesOver: z
      .boolean()
      .describe("Whether whoever has the seat stays after their term until somebody follows."),
    alternate: Id.nullable(),
    from: PartialDate.nullable().describe("When the seat was made; null where nobody says."),
    to: PartialDate.nullable().describe("When the seat ended or ends; null where none is set."),
  })
  .meta({
    id: "Seat",
    description: "A place in a group that an organisation or somebody is to fill.",
  });
export type Seat = Readonly<z.infer<typeof Seat>>;

/** INV-G13: Those of a group's seats that nobody has at a day, of those that there are then. */
export const vacantOn = (
  day: Day,
  seats: readonly Seat[],
  memberships: readonly Membership[],
): Seat[] =>
  seats.filter(
    (seat) =>
      isOn(day, seat) &&
      !memberships.some(
        (held) => held.seat === seat.id && isOn(day, held) && nomineeOn(day, held) !== undefined,
      ),
  );

/** INV-G5: Whom a membership of a seat means at a day; undefined where nobody was named. */
export const nomineeOn = (day: Day, { nominees = [] }: Pick<Membership, "nominees">) =>
  nominees.find(({ from, to }) => from <= day && (to === null || day <= to));

/** Refuses with `SEAT_ENDED` a membership at a time at which there is no such seat. */
export function assertSeated(membership: Dated, { from, to }: Pick<Seat, "from" | "to">): void {
  if (overlap(membership, { from, to })) return;
  const message = "The seat is not there at the time: give days on which it is.";
  throw new Refusal("SEAT_ENDED", message, { path: ["from"] });
}
