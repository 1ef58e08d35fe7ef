import {
  assertHeld,
  type Day,
  exactlyOne,
  firstDay,
  keepers,
  lastDay,
  Note,
  PartialDate,
  refTo,
  Refusal,
} from "@remit/kernel";
import * as z from "zod";
import { assertAnother, type DeputyNomination, DeputyPowers, type Standing } from "../deputy.ts";
import { deputyMaker, deputyVerb } from "../deputy-verb.ts";
import { assertTerm } from "../fitting.ts";

const StandingInput = z
  .strictObject({
    from: PartialDate.optional().describe(
      "The day, month or year in which the nomination begins; the day on which it is said if left out.",
    ),
    to: PartialDate.optional().describe("The day, month or year in which the nomination ends."),
  })
  .meta({
    id: "StandingNominationInput",
    description: "A nomination for every meeting of a time.",
  });

const ScopeInput = exactlyOne({
  standing: StandingInput.describe("Every meeting of a time."),
  meeting: refTo("Meeting").describe("The id of the one meeting."),
  notStated: z.literal(true).describe("That nobody says for which meetings."),
}).meta({
  id: "DeputyScopeInput",
  description: "One way to say for which meetings a deputy is named.",
  minProperties: 1,
  maxProperties: 1,
});

/** A member names who comes in their place. */
export const nominateDeputy = deputyMaker("nominateDeputy", {
  says: "Names a deputy for a member: for every meeting of a time, for one meeting, or without saying for which.",
  mutation: "nominateDeputy",
  by: keepers,
  within: "membership",
  input: {
    membership: refTo("Membership").describe("The id of the membership whose deputy it is."),
    person: refTo("Person").optional().describe("The id of the person who is the deputy."),
    post: refTo("Post")
      .optional()
      .describe(
        "The id of the post whose holder is the deputy; nobody is named if both are left out.",
      ),
    scope: ScopeInput.optional().describe("The meetings; standing from that day on if left out."),
    powers: DeputyPowers.optional().describe("What the deputy may do; not stated if left out."),
  },
  needs: ["members", "holders", "deputiesAllowed", "newId"],
  refuses: ["INV-G8", "DEPUTIES_NOT_ALLOWED", "TERM_REVERSED"],
  step: ({ membership, person, post, scope, powers = "not-stated", ...said }) => {
    const { members, holders, deputiesAllowed, newId, by, on } = said;
    if (deputiesAllowed === false) {
      const message =
        "The terms of reference in force at the time allow no deputies: agree others first.";
      throw new Refusal("DEPUTIES_NOT_ALLOWED", message, { path: ["membership"] });
    }
    const { meeting = null, notStated, standing } = scope ?? {};
    const group = membership.group ?? "";
    if (meeting !== null) assertHeld(meeting, group, ["scope", "meeting"]);
    const isStanding = meeting === null && notStated === undefined;
    const term = isStanding
      ? { from: standing?.from ?? on, to: standing?.to ?? null }
      : { from: null, to: null };
    assertTerm(term, "nomination");
    const when = meeting === null ? term : { from: meeting.on ?? null, to: meeting.on ?? null };
    const named: Standing[] = person ? [{ person: person.id, from: null, to: null }] : [];
    assertAnother(when, members, [...named, ...holders]);
    return {
      id: newId(),
      version: 1,
      status: "nominated" as const,
      group,
      access: membership.access ?? "restricted",
      membership: membership.id,
      person: person?.id ?? null,
      post: post?.id ?? null,
      scope: isStanding ? ("standing" as const) : meeting === null ? "not-stated" : "meeting",
      ...term,
      meeting: meeting && { type: meeting.type, id: meeting.id, label: meeting.label },
      powers,
      made: { by, on },
    };
  },
});

/** A deputy takes it on. */
export const acceptNomination = deputyVerb("acceptNomination", {
  says: "Records that a deputy accepts.",
  mutation: "acceptDeputyNomination",
  from: ["nominated"],
  to: "accepted",
  by: keepers,
  input: {},
  step: () => ({}),
});

/** A deputy does not take it on. */
export const declineNomination = deputyVerb("declineNomination", {
  says: "Records that a deputy declines; that they were named stays in the record.",
  mutation: "declineDeputyNomination",
  from: ["nominated"],
  to: "declined",
  by: keepers,
  input: { reason: Note.optional().describe("The reason for which the deputy declines.") },
  step: (_, { reason = null }) => ({ ended: reason }),
});

/** A deputy is one no more. */
export const endNomination = deputyVerb("endNomination", {
  says: "Ends the nomination of a deputy; that they were named stays in the record.",
  mutation: "endDeputyNomination",
  from: ["nominated", "accepted"],
  to: "withdrawn",
  by: keepers,
  input: { reason: Note.optional().describe("The reason for which the nomination ends.") },
  step: (before, { reason = null, on }) => ({
    ended: reason,
    ...(goesOn(before, on) ? { to: on } : {}),
  }),
});

/** Whether a standing nomination would go on after a day on which it has begun. */
const goesOn = ({ scope, from, to }: DeputyNomination, on: Day): boolean =>
  scope === "standing" &&
  (from === null || firstDay(from) <= on) &&
  (to === null || lastDay(to) > on);
