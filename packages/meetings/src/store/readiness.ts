import type { Asked } from "@remit/database";
import type { Id, Zone } from "@remit/kernel";
import { type Expression, sql } from "kysely";
import type { AgendaLine, Meeting } from "../meeting.ts";
import type { MinutesStatus } from "../minutes.ts";
import type { MeetingFacts, Unfinished } from "../verb.ts";

/** What is known of a meeting in other packages, as values that a statement computes. */
export interface Around {
  /** How many actions of a meeting name nobody, and do not say that they do not. */
  readonly ownerless: (meeting: Expression<Id>) => Expression<number>;
  /** The zone of the calendar of a group. */
  readonly zoneOf: (group: Expression<Id>) => Expression<Zone>;
}

/** What a record holds already, and what it lacks. */
export interface Readiness {
  readonly items: readonly AgendaLine[];
  /** How many are recorded as present. */
  readonly present: number;
  /** The items of whose outcome nothing is said, as a reader knows them; null where there is none. */
  readonly unsaid: string | null;
  /** Null where no minutes were circulated. */
  readonly minutes: MinutesStatus | null;
  readonly ownerless: number;
}

/** The readiness of a meeting, as a value that a statement computes. */
export const readinessOf = (meeting: Expression<Id>, { ownerless }: Around) =>
  sql<Readiness>`(meetings.readiness(${meeting}) || jsonb_build_object('ownerless', ${ownerless(meeting)}))`;

/** The facts of verbs of meetings that a record's own readiness tells. */
export const factsOf = (
  readiness: Readiness,
): Pick<MeetingFacts, "items" | "present" | "unfinished"> => ({
  ...readiness,
  unfinished: unfinishedIn(readiness),
});

/** The same, asked of the database for a verb. */
export async function readyFacts(
  { tx, thing }: Pick<Asked<Meeting>, "thing" | "tx">,
  around: Around,
) {
  const { readiness } = await tx
    .selectNoFrom(readinessOf(sql<Id>`${thing?.id ?? ""}::uuid`, around).as("readiness"))
    .executeTakeFirstOrThrow();
  return factsOf(readiness);
}

/** What the record of a meeting lacks, before it can be closed. */
function unfinishedIn({ unsaid, minutes, ownerless }: Readiness): Unfinished[] {
  const lacks: Unfinished[] = [];
  if (unsaid !== null)
    lacks.push({
      code: "MTG_ITEMS_WITHOUT_OUTCOME",
      message: `Say what came of each item; nothing is said of ${unsaid}.`,
    });
  if (minutes !== "agreed" && minutes !== "agreed-with-corrections")
    lacks.push({
      code: "MTG_MINUTES_NOT_AGREED",
      message:
        minutes === null
          ? "Circulate the minutes, and let a later meeting agree them."
          : "Let a later meeting agree the minutes.",
    });
  if (ownerless > 0)
    lacks.push({
      code: "MTG_OWNERS_MISSING",
      message: `Name an owner of each action, or say that none is stated: ${ownerless} of them ${ownerless === 1 ? "has" : "have"} neither.`,
    });
  return lacks;
}
