import {
  addDays,
  addDuration,
  type Day,
  firstDay,
  keepers,
  PartialDate,
  refTo,
  Refusal,
} from "@remit/kernel";
import { assertFits, dayBefore } from "../fitting.ts";
import { joined } from "../joining.ts";
import { MembershipRole, type Nominee } from "../membership.ts";
import { assertSeated, type Seat } from "../seat.ts";
import { membershipMaker, membershipVerb } from "../verb.ts";
import { assertGoesOn } from "./change-role.ts";

/** A seat of a group is filled for its term. */
export const fillSeat = membershipMaker("fillSeat", {
  says: "Fills a seat of a group for its term: with a person, or with nobody until one is named.",
  mutation: "fillSeat",
  by: keepers,
  within: "seat",
  input: {
    seat: refTo("Seat").describe("The id of the seat."),
    person: refTo("Person").optional().describe("The id of the person who is named for the seat."),
    organisation: refTo("Organisation")
      .optional()
      .describe("The id of the organisation that the person is of; that of the seat if left out."),
    role: MembershipRole.optional().describe("The role of the person; member if left out."),
    from: PartialDate.optional().describe(
      "The day, month or year in which the term begins; the day on which it is said if left out.",
    ),
    to: PartialDate.optional().describe(
      "The day, month or year in which the membership ends; with the term if left out, unless the seat carries over.",
    ),
  },
  needs: ["held", "seat", "access", "newId"],
  refuses: ["INV-G1", "INV-G2", "SEAT_TAKEN", "SEAT_ENDED", "TERM_REVERSED"],
  step: ({ seat, person, organisation, role = "member", from, to, ...said }) => {
    const start = from ?? said.on;
    const termEnds = endOf(firstDay(start), seat);
    const of = organisation?.id ?? seat.organisation;
    const membership = joined(
      {
        group: seat.group,
        person: person?.id ?? null,
        seat: seat.id,
        nominees: person
          ? [{ person: person.id, organisation: of, from: firstDay(start), to: null }]
          : [],
        ...(termEnds === null ? {} : { termEnds }),
        role,
        position: null,
        from: start,
        to: to ?? (seat.carriesOver ? null : termEnds),
      },
      said,
    );
    assertSeated(membership, seat);
    return membership;
  },
});

const endOf = (start: Day, { termMonths }: Seat): Day | null =>
  termMonths === null ? null : addDays(addDuration(start, `P${termMonths}M`), -1);

/** INV-G5: Whoever fills a seat sends another: the membership stays what it is. */
export const nominate = membershipVerb("nominate", {
  says: "Names the person for a seat that a group has filled, from a day on; the membership stays.",
  mutation: "nominate",
  by: keepers,
  input: {
    person: refTo("Person")
      .optional()
      .describe("The id of the person; nobody, and so a vacant seat, if left out."),
    organisation: refTo("Organisation")
      .optional()
      .describe("The id of the organisation that the person is of."),
  },
  needs: ["held"],
  refuses: [
    "INV-G1",
    "INV-G2",
    "NAMED_LATER",
    "NOT_A_MEMBER",
    "NO_SEAT",
    "SEAT_TAKEN",
    "TERM_REVERSED",
  ],
  step: (before, { person, organisation, held, on }) => {
    const { nominees } = before;
    if (nominees === undefined) {
      const message =
        "The membership is of no seat: end it and add another person, or give a membership of a seat.";
      throw new Refusal("NO_SEAT", message, { path: ["id"] });
    }
    assertGoesOn(before, on);
    const last = nominees.at(-1);
    const after = { person: person?.id ?? null, organisation: organisation?.id ?? null };
    if (isNamed(last, after)) return null;
    if (last !== undefined && last.from > on) {
      const message = `Somebody was named from ${last.from} on: give that day or a later one.`;
      throw new Refusal("NAMED_LATER", message, { path: ["on"] });
    }
    const earlier = nominees
      .filter(({ from }) => from < on)
      .map((each) => (each.to === null ? { ...each, to: dayBefore(on) } : each));
    const named =
      after.person === null ? [] : [{ ...after, person: after.person, from: on, to: null }];
    const facts = { person: after.person, nominees: [...earlier, ...named] };
    if (after.person !== null) assertFits({ ...before, ...facts }, held);
    return facts;
  },
});

const isNamed = (
  last: Nominee | undefined,
  after: { readonly person: string | null; readonly organisation: string | null },
): boolean =>
  after.person === null
    ? last === undefined || last.to !== null
    : last?.to === null && last.person === after.person && last.organisation === after.organisation;
