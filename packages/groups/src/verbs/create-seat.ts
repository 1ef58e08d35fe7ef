import { AgentInput, keepers, lastDay, Note, PartialDate, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { assertTerm } from "../fitting.ts";
import { seatMaker, seatVerb } from "../seat-verb.ts";

const Name = Note.max(200);

/** What is said of a seat beside its name. */
const said = {
  organisation: refTo("Organisation")
    .optional()
    .describe("The id of the organisation whose seat it is."),
  appointedBy: AgentInput.optional().describe("Whoever fills the seat."),
  termMonths: z.int().min(1).max(1_200).optional().describe("The months of a term."),
  carriesOver: z
    .boolean()
    .optional()
    .describe("Whether whoever has the seat stays after their term until somebody follows."),
  alternate: refTo("Person")
    .optional()
    .describe("The id of the person who comes where whoever has the seat does not."),
};

/** A group has a place that somebody is to fill. */
export const createSeat = seatMaker("createSeat", {
  says: "Makes a seat of a group, which an organisation or somebody else fills, for a term or without.",
  mutation: "createSeat",
  by: keepers,
  within: "group",
  input: {
    group: refTo("Group").describe("The id of the group."),
    name: Name.describe("The name of the seat, such as Health boards, first seat."),
    ...said,
    from: PartialDate.optional().describe("The day, month or year in which the seat was made."),
    to: PartialDate.optional().describe("The day, month or year in which the seat ends."),
  },
  needs: ["newId"],
  refuses: ["TERM_REVERSED"],
  step: ({ group, name, from = null, to = null, newId, by, on, ...words }) => {
    assertTerm({ from, to }, "seat");
    return {
      id: newId(),
      version: 1,
      group: group.id,
      access: group.access ?? "restricted",
      name,
      organisation: words.organisation?.id ?? null,
      appointedBy: words.appointedBy ?? null,
      termMonths: words.termMonths ?? null,
      carriesOver: words.carriesOver ?? false,
      alternate: words.alternate?.id ?? null,
      from,
      to,
      made: { by, on },
    };
  },
});

/** A seat is put otherwise. */
export const amendSeat = seatVerb("amendSeat", {
  says: "Changes what is said of a seat; what is left out stays, and so do terms that have begun.",
  mutation: "amendSeat",
  by: keepers,
  input: { name: Name.optional().describe("The name of the seat."), ...said },
  step: (seat, { name = seat.name, organisation, alternate, ...words }) => ({
    name,
    organisation: organisation?.id ?? seat.organisation,
    appointedBy: words.appointedBy ?? seat.appointedBy,
    termMonths: words.termMonths ?? seat.termMonths,
    carriesOver: words.carriesOver ?? seat.carriesOver,
    alternate: alternate?.id ?? seat.alternate,
  }),
});

/** A group has a place no more. */
export const abolishSeat = seatVerb("abolishSeat", {
  says: "Ends a seat of a group; who had it stays in the record.",
  mutation: "abolishSeat",
  by: keepers,
  input: {
    to: PartialDate.optional().describe(
      "The last day, month or year of the seat; the day on which it is said if left out.",
    ),
  },
  needs: ["held"],
  refuses: ["TERM_REVERSED", "SEAT_HELD"],
  step: (seat, { to, held, on }) => {
    const end = to ?? on;
    assertTerm({ from: seat.from, to: end }, "seat");
    const after = held.find(
      (each) => each.seat === seat.id && (each.to === null || lastDay(each.to) > lastDay(end)),
    );
    if (after === undefined) return end === seat.to ? null : { to: end };
    const message = `Somebody has the seat after ${lastDay(end)}: end their membership first.`;
    throw new Refusal("SEAT_HELD", message, { path: ["to"], params: { membership: after.id } });
  },
});
